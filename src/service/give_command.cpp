#include "service/give_command.h"

#include "base/named_id.h"
#include "service/asking.h"
#include "service/command_text.h"

namespace probity::service {
namespace {

base::Result<access::Permission> permission_for(Office& office, const Caller& caller,
                                                const CommandGiven& given) {
  if (record::find_type(given.command, casework::commands()) == nullptr)
    return base::fail(base::ErrorCode::invalid_input, "there is no command " + given.command, "command",
                      "docs/commands.md lists them");
  if (!opens_record(given.command)) {
    if (!given.person)
      return base::fail(base::ErrorCode::invalid_input,
                        given.command + " is about somebody whom the record has", "command", "Name the case");
    return ask_to_give(office, caller, given.command, *given.person);
  }
  if (given.person)
    return base::fail(base::ErrorCode::invalid_input,
                      given.command + " opens a record, and this one is there", "command",
                      "Send it where no case is named");
  return ask_to_open(office, caller, given.command);
}

// The office is held.
base::Result<base::json::Value> typed_command(Office& office, const Caller& caller,
                                              const CommandGiven& given) {
  PROBITY_ASSIGN(const access::Permission permission, permission_for(office, caller, given));
  TypedCommand typed;
  typed.name = given.command;
  typed.fields = given.fields;
  typed.log = office.ledger().constants().origin;
  // Sent again, the command that opens a record is about the same one.
  typed.person = given.person ? office.follower().standing_name(*given.person) : opened_by(given.id);
  typed.given = office.given();
  typed.on = given.on;
  typed.actor = caller.member.staff;
  typed.role = access::role_in_envelope(permission.role());
  typed.provider = caller.member.provider;
  typed.id = given.id;
  return command_of(typed, office.ledger().zone());
}

} // namespace

base::StreamId opened_by(const base::EventId& command) {
  return base::named_id<base::StreamId>("person/" + command.hex());
}

base::Result<Acted> give_command(Office& office, const Caller& caller, const CommandGiven& given) {
  base::json::Value command;
  {
    const auto held = office.hold();
    PROBITY_ASSIGN(command, typed_command(office, caller, given));
  }
  return office.sequencer().give(std::move(command), given.expect);
}

base::Result<Acted> try_command(Office& office, const Caller& caller, const CommandGiven& given) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const base::json::Value command, typed_command(office, caller, given));
  PROBITY_ASSIGN(Prepared prepared, prepare(office.ledger(), command, {}, given.expect,
                                            [&office] { return office.staffing(); }));
  return std::move(prepared.acted);
}

} // namespace probity::service
