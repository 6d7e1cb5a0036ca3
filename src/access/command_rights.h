// Which role may give which command of casework. What no row allows is refused; the rules of casework still
// decide whether the command is right. The table stands in docs/commands-by-role.md and is walked by a test.
#pragma once

#include <span>
#include <string_view>

#include "access/role.h"

namespace probity::access {

// Commands of one family ("plan"), or one command of it ("plan.sign_off"), which then has this row alone.
struct CommandRight {
  std::string_view command;
  std::span<const Role> roles; // may be empty: nobody gives it through the service
};

// By name.
std::span<const CommandRight> command_rights();
// The row that holds for a command; its roles are empty when there is none.
CommandRight right_to(std::string_view command);
bool may_give(Role role, std::string_view command);

} // namespace probity::access
