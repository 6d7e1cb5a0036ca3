// Closed lists of the envelope.
#pragma once

#include <array>
#include <string_view>

namespace probity::record {

inline constexpr std::array<std::string_view, 7> channels = {"office", "field",  "phone", "kiosk",
                                                             "court",  "import", "system"};
inline constexpr std::array<std::string_view, 14> roles = {"practitioner",
                                                           "administrator",
                                                           "unpaid_work_supervisor",
                                                           "enforcement_officer",
                                                           "prison",
                                                           "court",
                                                           "contract_manager",
                                                           "senior_manager",
                                                           "assessor",
                                                           "contractor",
                                                           "system",
                                                           "importer",
                                                           "victim_liaison_officer",
                                                           "senior_probation_officer"};

} // namespace probity::record
