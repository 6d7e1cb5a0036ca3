// What a form for a command needs to know: which commands the caller may give about a person, and what of the
// record each can be about. Of commands about staff workforce/staff_commands.h says it.
#pragma once

#include <map>
#include <optional>

#include "record/declaration.h"
#include "service/case_view.h"
#include "service/give_command.h"

namespace probity::service {

// What a field that names something can be answered with.
struct Choosable {
  std::string value;                   // 32 hex digits
  std::string account;                 // of a member of staff; empty: has none, or it is no member of staff
  std::string meaning, when;           // of the event by which it came into the record; empty: by none
  std::string type;                    // of that event
  std::vector<ShownField> facts;       // as they stand
  std::string last_meaning, last_when; // of the newest event about it; empty: none since
  std::optional<base::Instant> starts; // of a session of unpaid work
  std::string advice;                  // code: what the rule recommends of a breach; empty: of nothing else
};

struct CommandAsked {
  // Of a member of staff or a post, instead of a person.
  struct OfStaff {
    bool post = false;
    std::string account; // empty: has none
    bool own = false;    // the caller's
  };
  std::optional<OfStaff> staff;
  base::StreamId person; // or the member of staff or the post
  std::string name;      // of the person; empty: none is known, or the caller does not see the record
  base::Day on;
  const record::TypeDeclaration* type = nullptr;
  std::int64_t events = 0; // that the record has
  // By field, or by the kind of entity; a field that is not in it cannot be chosen from what the record has.
  std::map<std::string, std::vector<Choosable>> choices;
  // The command opens the record of somebody new, or makes a post; then there is no `person` yet.
  bool opens = false;
  bool sees_case = false; // the caller may read the record
  bool done = false;      // the command that was asked after has acted on this record
};

// Whether the command makes what its header names, as `plan.draft` makes a plan; the others are about one
// that the record has.
bool makes_entity(std::string_view command);

// The commands about a person that the caller may give, by name; those about a kind of thing that the record
// has none of are left out. `events`: of the record; events of which nothing stands do not count.
std::vector<const record::TypeDeclaration*> commands_offered(const Caller& caller,
                                                             const std::vector<ShownEvent>& events);

// `not_found` when there is no such command about a person whom the record has. Goes through the gate as the
// command itself does, and is logged under its name. `done`: the id of a command that was just given.
base::Result<CommandAsked> command_asked(Office& office, const Caller& caller, const base::StreamId& person,
                                         std::string_view command,
                                         const std::optional<base::EventId>& done = std::nullopt);

// The same of the command that opens a record. Goes through the gate as the command does.
base::Result<CommandAsked> opening_asked(Office& office, const Caller& caller);

// The commands that the caller may give about the person, for who does not ask for the overview.
base::Result<std::vector<const record::TypeDeclaration*>> commands_about(Office& office, const Caller& caller,
                                                                         const base::StreamId& person);

// The meaning of the first event that the command made, if it is among those.
std::string recorded_by(Office& office, const base::EventId& command, const std::vector<ShownEvent>& among);

} // namespace probity::service
