// Commands about a member of staff or a post: which the caller may give, and what each asks.
#pragma once

#include "service/command_asked.h"

namespace probity::service {

// By name, as the record stands; the office is held, and logs nothing. The rules may still refuse.
std::vector<const record::TypeDeclaration*> staff_commands_offered(Office& office, const Caller& caller,
                                                                   const base::StreamId& staff);

// The same through the gate, for who does not ask for the record.
base::Result<std::vector<const record::TypeDeclaration*>>
commands_about_staff(Office& office, const Caller& caller, const base::StreamId& staff);

// As `command_asked`, of a member of staff or a post. `not_found` when there is no such command about one of
// the two.
base::Result<CommandAsked> staff_command_asked(Office& office, const Caller& caller,
                                               const base::StreamId& staff, std::string_view command,
                                               const std::optional<base::EventId>& done = std::nullopt);

// Of the command that makes a post. Goes through the gate as the command does, for a post of one's own body.
base::Result<CommandAsked> post_asked(Office& office, const Caller& caller);

} // namespace probity::service
