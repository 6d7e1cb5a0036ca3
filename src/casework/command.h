// What somebody asks the service to do about one person: declared, read and checked as an event is.
#pragma once

#include "base/json.h"
#include "record/event.h"
#include "record/vocabulary.h"

namespace probity::casework {

// docs/commands.md, made from the declarations.
std::string commands_page();

// All commands by name, for `record::validate_by`, the scenario reader and the command line.
record::Types commands();

struct Command {
  // Type, entities and facts of the command; `recorded` is when it was given, `valid` when the act took
  // place.
  record::Event event;
  std::string log;
  base::StreamId stream; // the person
  std::string actor;     // pseudonym, 32 hexadecimal digits
  std::string role;
  std::string channel;
  // The part that goes into the event sealed, as given; null when there is none.
  base::json::Value sealed;

  // The id of the n-th event that it makes: the same whenever the command is sent again.
  [[nodiscard]] base::EventId event_id(std::size_t n) const;
  // The id of an entity that it makes, such as a breach.
  [[nodiscard]] base::EntityId entity_id(std::string_view kind) const;
  // A text that is to be sealed; nullptr when it was not given.
  [[nodiscard]] const std::string* sealed_text(std::string_view field) const;
};

// A command as JSON, in the shape of a submitted event with a `recorded` instant. All faults, as of an event.
std::vector<base::Error> faults_of_command(const base::json::Value& command);
// `command` has no faults.
base::Result<Command> read_command(const base::json::Value& command, const base::Zone& zone);

} // namespace probity::casework
