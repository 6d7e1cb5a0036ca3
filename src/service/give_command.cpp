#include "service/give_command.h"

#include "base/named_id.h"
#include "service/asking.h"
#include "service/command_text.h"

namespace probity::service {
namespace {

tl::unexpected<base::Error> misplaced(std::string message, std::string hint) {
  return base::fail(base::ErrorCode::invalid_input, std::move(message), "command", std::move(hint));
}

// The value of a field as it was typed; empty: it was not.
std::string_view typed_value(const CommandGiven& given, std::string_view field) {
  for (const std::string_view word : given.fields)
    if (word.starts_with(field) && word.substr(field.size()).starts_with('='))
      return word.substr(field.size() + 1);
  return {};
}

base::Result<access::Permission> permission_for_staff(Office& office, const Caller& caller,
                                                      const CommandGiven& given) {
  if (makes_post(given.command) == given.person.has_value())
    return given.person ? misplaced(given.command + " makes a post", "Send it where no post is named")
                        : misplaced(given.command + " is about a member of staff or a post that is there",
                                    "Name the member of staff or the post");
  const std::string_view body = typed_value(given, "body");
  if (given.person) return ask_to_give_to_staff(office, caller, given.command, *given.person, body);
  // That a post needs a body the vocabulary says.
  return ask_to_make_post(office, caller, body.empty() ? caller.member.provider : body);
}

base::Result<access::Permission> permission_for(Office& office, const Caller& caller,
                                                const CommandGiven& given) {
  if (record::find_type(given.command, casework::commands()) == nullptr)
    return misplaced("there is no command " + given.command, "docs/commands.md lists them");
  if (is_about_staff(given.command) != given.about_staff)
    return given.about_staff
               ? misplaced(given.command + " is about a person, not about staff", "Send it to the case")
               : misplaced(given.command + " is about staff, not about a person",
                           "Send it to the member of staff or the post");
  if (given.about_staff) return permission_for_staff(office, caller, given);
  if (!opens_record(given.command)) {
    if (!given.person)
      return misplaced(given.command + " is about somebody whom the record has", "Name the case");
    return ask_to_give(office, caller, given.command, *given.person);
  }
  if (given.person)
    return misplaced(given.command + " opens a record, and this one is there",
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
  if (given.about_staff)
    typed.person = given.person.value_or(post_made_by(given.id));
  else
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

base::StreamId post_made_by(const base::EventId& command) {
  return base::named_id<base::StreamId>("post/" + command.hex());
}

base::Result<Acted> give_command(Office& office, const Caller& caller, const CommandGiven& given) {
  return office.sequencer().give_made(
      [&] {
        const auto held = office.hold();
        return typed_command(office, caller, given);
      },
      given.expect);
}

base::Result<Acted> try_command(Office& office, const Caller& caller, const CommandGiven& given) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const base::json::Value command, typed_command(office, caller, given));
  PROBITY_ASSIGN(Prepared prepared,
                 prepare(
                     office.ledger(), command, {}, given.expect, [&office] { return office.staffing(); },
                     &office.follower().workforce()));
  return std::move(prepared.acted);
}

} // namespace probity::service
