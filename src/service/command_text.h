// A command from words, as a person types it: field=value.
#pragma once

#include "casework/command.h"

namespace probity::service {

struct TypedCommand {
  std::string name;                // "appointment.record_outcome"
  std::vector<std::string> fields; // "outcome=attended_complied"; entities likewise: "appointment=HEX"
  std::string log;
  base::StreamId person;
  base::Instant given;
  std::optional<base::Day> on; // when the act took place; the day it is given when not said
  base::EntityId actor;
  std::string role = "practitioner";
  std::string provider;
  // Of the command; made from all the rest when not given, so that the same words at the same instant act
  // once.
  std::optional<base::EventId> id;
};

// The command as JSON, for `act`. `invalid_input` names the word that is wrong. An entity that the command
// needs and that is not named is made from the command's id: so an appointment gets its id when it is
// arranged.
base::Result<base::json::Value> command_of(const TypedCommand& typed, const base::Zone& zone);

} // namespace probity::service
