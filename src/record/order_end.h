// Family: sentence, how requirements and orders end when what they ask is not done.
#pragma once

#include "record/sentence.h"

namespace probity::record::sentence {

inline constexpr std::string_view unfinished_reasons[] = {"court_ordered", "superseded_by_new_order",
                                                          "left_jurisdiction", "entered_in_error", "other"};

inline constexpr std::string_view requirement_end_reasons[] = {"revoked", "expired", "unsuitable",
                                                               "transferred_out"};
inline constexpr FieldDeclaration requirement_terminated_fields[] = {
    required_code("requirement", requirements, "which requirement of the order"),
    required_code("reason", requirement_end_reasons, "why it ended without being done in full"),
    optional("minutes_owed", Kind::integer, "minutes", "unpaid work that is left undone"),
    optional_code("despite", unfinished_reasons, "why it may end with work left undone"),
};
inline constexpr TypeDeclaration requirement_terminated{.name = "sentence.requirement_terminated",
                                                        .meaning =
                                                            "A requirement ended without being done in full",
                                                        .entity = "requirement",
                                                        .fields = requirement_terminated_fields};

inline constexpr FieldDeclaration ended_unfinished_fields[] = {
    required_code("despite", unfinished_reasons, "why the order may end all the same"),
    required("minutes_owed", Kind::integer, "minutes", "unpaid work that is left undone"),
    required("breach_running", Kind::boolean, "", "a breach was being dealt with"),
};
inline constexpr TypeDeclaration ended_unfinished{
    .name = "sentence.ended_unfinished",
    .meaning = "An order ended although work was owed or a breach was being dealt with",
    .entity = "order",
    .fields = ended_unfinished_fields};

} // namespace probity::record::sentence
