// Any command of casework, about one person, or one member of staff or post: what pages and the API give, and
// what the gate says of it.
#pragma once

#include "service/act.h"
#include "service/office.h"

namespace probity::service {

struct CommandGiven {
  base::EventId id; // made by the client: the same command sent twice acts once
  // Or the member of staff or the post, where the command is about one. Nothing: the command opens the record
  // of somebody new, or makes a post.
  std::optional<base::StreamId> person;
  std::string command;                // "plan.draft"
  std::vector<std::string> fields;    // "kind=sentence"; entities likewise
  std::optional<base::Day> on;        // the day of the act; today when not said
  std::optional<std::int64_t> expect; // events that the record must have
  bool about_staff = false;           // it was sent as one about a member of staff or a post
};

// Answers when the lists are those after it. `refused` by the gate (access::is_denial) or by a rule of
// casework; `version_conflict` when the record has another number of events than was expected.
base::Result<Acted> give_command(Office& office, const Caller& caller, const CommandGiven& given);

// The record that a command of this id opens, or the post that it makes.
base::StreamId opened_by(const base::EventId& command);
base::StreamId post_made_by(const base::EventId& command);

// What the command would record now, and nothing is recorded: the same refusals, but for what only the moment
// of recording shows. Goes through the gate, which logs it as it does the command.
base::Result<Acted> try_command(Office& office, const Caller& caller, const CommandGiven& given);

} // namespace probity::service
