#include "service/record_outcome.h"

#include <algorithm>

#include "casework/appointments/appointment_commands.h"
#include "casework/appointments/appointment_note.h"
#include "service/asking.h"
#include "service/command_text.h"

namespace probity::service {

base::EventId new_command_id(base::Instant now) {
  base::EventId out{access::random_bytes()};
  auto milliseconds = static_cast<std::uint64_t>(now.microseconds / 1000);
  for (std::size_t i = 6; i-- > 0; milliseconds >>= 8U)
    out.bytes[i] = static_cast<std::uint8_t>(milliseconds & 0xFFU);
  return out;
}

std::span<const std::string_view> outcomes_to_choose() {
  return record::appointment::outcomes;
}

std::span<const std::string_view> reasons_to_choose() {
  return record::appointment::absence_reasons;
}

bool is_too_long(const std::string& note) {
  return casework::note_too_long(note);
}

namespace {

// The office is held.
base::Result<base::json::Value> typed_command(Office& office, const Caller& caller,
                                              const OutcomeGiven& given) {
  PROBITY_ASSIGN(const access::Permission permission,
                 ask_about(office, caller, access::Action::record_outcome, given.person, "record_outcome"));
  TypedCommand typed;
  typed.name = casework::appointment::record_outcome.name;
  typed.fields = {"appointment=" + given.appointment.hex(), "outcome=" + given.outcome};
  if (!given.reason.empty()) typed.fields.push_back("reason=" + given.reason);
  if (!given.note.empty()) typed.fields.push_back("note=" + given.note);
  if (!given.sensitive.empty()) typed.fields.push_back("sensitive=" + given.sensitive);
  typed.log = office.ledger().constants().origin;
  typed.person = office.follower().standing_name(given.person);
  typed.given = office.given();
  typed.actor = caller.member.staff;
  typed.role = access::role_in_envelope(permission.role());
  typed.provider = caller.member.provider;
  typed.id = given.id;
  return command_of(typed, office.ledger().zone());
}

} // namespace

base::Result<Acted> record_outcome(Office& office, const Caller& caller, const OutcomeGiven& given) {
  return office.sequencer().give_made([&] {
    const auto held = office.hold();
    return typed_command(office, caller, given);
  });
}

} // namespace probity::service
