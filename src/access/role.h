// What somebody works as. An account has one or more of these; the gate asks each.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace probity::access {

enum class Role {
  practitioner,
  senior_practitioner,
  case_administrator,
  unpaid_work_supervisor,
  contract_manager,
  auditor, // and inspector
  analyst,
  system_administrator,
  senior_manager, // above the senior practitioners: posts, limits of access, last signatures
};

inline constexpr std::array all_roles = {Role::practitioner,
                                         Role::senior_practitioner,
                                         Role::case_administrator,
                                         Role::unpaid_work_supervisor,
                                         Role::contract_manager,
                                         Role::auditor,
                                         Role::analyst,
                                         Role::system_administrator,
                                         Role::senior_manager};

std::string_view to_text(Role role);                   // "senior_practitioner"
std::optional<Role> parse_role(std::string_view text); // what `to_text` gives; nothing for anything else
// The word that an event's envelope has for it (record/channels.h).
std::string_view role_in_envelope(Role role);

} // namespace probity::access
