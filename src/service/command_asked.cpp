#include "service/command_asked.h"

#include <algorithm>
#include <array>

#include "access/command_rights.h"
#include "casework/enforcement/enforcement_commands.h"
#include "casework/enforcement/failures.h"
#include "casework/person/person_commands.h"
#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;
using record::TypeDeclaration;

constexpr std::array makers = {"appointment.accept_absence",
                               "appointment.arrange",
                               "appointment.arrange_series",
                               "assessment.start",
                               "court_report.ask",
                               "custody.receive",
                               "flag.add",
                               "further_offence.learn",
                               "help.need",
                               "licence.begin",
                               "licence.make_minimal",
                               "parole.list_review",
                               "plan.draft",
                               "sentence.impose",
                               "victim.identify"};

// How the view of a case spells a kind of entity.
std::string shown_kind(std::string_view kind) {
  std::string out(kind);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

const std::string* id_of_kind(const ShownEvent& event, const std::string& kind) {
  const auto found = std::find_if(event.entities.begin(), event.entities.end(),
                                  [&](const ShownField& one) { return one.name == kind; });
  return found == event.entities.end() ? nullptr : &found->value;
}

bool stands(const ShownEvent& event) {
  return event.state != ShownEvent::State::voided;
}

std::vector<Choosable> things_of(const std::vector<ShownEvent>& events, std::string_view entity) {
  const std::string kind = shown_kind(entity);
  std::vector<Choosable> out;
  for (const ShownEvent& event : events) {
    const std::string* id = id_of_kind(event, kind);
    if (id == nullptr || !stands(event)) continue;
    const auto known =
        std::find_if(out.begin(), out.end(), [&](const Choosable& one) { return one.value == *id; });
    if (known != out.end()) {
      known->last_meaning = event.meaning;
      known->last_when = event.when;
    } else {
      Choosable one;
      one.value = *id;
      one.type = event.type;
      one.meaning = event.meaning;
      one.when = event.when;
      one.facts = event.facts;
      out.push_back(std::move(one));
    }
  }
  std::reverse(out.begin(), out.end()); // newest first
  return out;
}

Result<std::vector<Choosable>> staff_of(Office& office, const std::string& body) {
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  std::vector<Choosable> out;
  for (const access::Account& account : accounts) {
    if (!account.active || account.member.provider != body) continue;
    Choosable one;
    one.value = account.member.staff.hex();
    one.account = account.member.account;
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Choosable> sessions_of(const casework::CaseState& state) {
  std::vector<Choosable> out;
  for (const casework::Appointment& one : state.appointments) {
    if (!one.unpaid_work || one.cancelled) continue;
    Choosable session;
    session.value = one.id.hex();
    session.starts = one.starts;
    out.push_back(std::move(session));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

void add_advice(const casework::CaseState& state, std::vector<Choosable>& breaches) {
  for (Choosable& one : breaches)
    if (const casework::Breach* breach = state.breach(*base::EntityId::from_hex(one.value)))
      one.advice = casework::advice_on(*breach);
}

bool names_staff(const record::FieldDeclaration& field) {
  return field.kind == record::Kind::identifier &&
         (field.name == "staff" || field.name == "author" || field.name == "practitioner");
}

bool is_about_somebody(const TypeDeclaration& type) {
  return type.stream == record::StreamKind::person && !opens_record(type.name);
}

const TypeDeclaration* offered_type(std::string_view command) {
  const TypeDeclaration* type = record::find_type(command, casework::commands());
  return type != nullptr && is_about_somebody(*type) ? type : nullptr;
}

Result<void> add_choices(Office& office, const Caller& caller, const casework::CaseState& state,
                         const std::vector<ShownEvent>& events, CommandAsked& out) {
  if (!out.type->entity.empty() && !makes_entity(out.type->name))
    out.choices[std::string(out.type->entity)] = things_of(events, out.type->entity);
  if (out.type->name == casework::enforcement::decide_breach.name) add_advice(state, out.choices["breach"]);
  if (!out.type->may_name.empty())
    out.choices[std::string(out.type->may_name)] = things_of(events, out.type->may_name);
  for (const record::FieldDeclaration& field : out.type->fields) {
    if (names_staff(field)) {
      PROBITY_ASSIGN(out.choices[std::string(field.name)], staff_of(office, caller.member.provider));
    } else if (field.name == "session" && out.type->name != "unpaid_work.offer_place") {
      out.choices[std::string(field.name)] = sessions_of(state);
    }
  }
  return {};
}

Result<std::optional<std::uint64_t>> index_of_first(Office& office, const base::EventId& command) {
  casework::Command made;
  made.event.id = command;
  return office.ledger().index_of(made.event_id(0));
}

} // namespace

bool makes_entity(std::string_view command) {
  return std::find(makers.begin(), makers.end(), command) != makers.end();
}

std::vector<const TypeDeclaration*> commands_offered(const Caller& caller,
                                                     const std::vector<ShownEvent>& events) {
  const auto has = [&](std::string_view entity) {
    const std::string kind = shown_kind(entity);
    return std::any_of(events.begin(), events.end(), [&](const ShownEvent& event) {
      return stands(event) && id_of_kind(event, kind) != nullptr;
    });
  };
  std::vector<const TypeDeclaration*> out;
  for (const TypeDeclaration* type : casework::commands()) {
    const auto& roles = caller.member.roles;
    if (!is_about_somebody(*type) || std::none_of(roles.begin(), roles.end(), [&](access::Role role) {
          return access::may_give(role, type->name);
        }))
      continue;
    if (type->entity.empty() || makes_entity(type->name) || has(type->entity)) out.push_back(type);
  }
  return out;
}

Result<CommandAsked> command_asked(Office& office, const Caller& caller, const base::StreamId& person,
                                   std::string_view command, const std::optional<base::EventId>& done) {
  const auto held = office.hold();
  CommandAsked out;
  out.type = offered_type(command);
  if (out.type == nullptr)
    return base::fail(base::ErrorCode::not_found, "there is nothing of this name to be done for a case",
                      "command", "Go to the case; what can be done stands there");
  PROBITY_TRY(ask_to_give(office, caller, command, person));
  out.person = office.follower().standing_name(person);
  const auto seen = office.follower().lists().find(out.person);
  out.sees_case = may_see(office, caller, seen->state);
  if (out.sees_case) out.name = office.name_of(out.person);
  out.on = office.today();
  PROBITY_ASSIGN(out.events, office.ledger().stream_length(out.person));
  PROBITY_ASSIGN(const CaseView view, view_case(office.ledger(), out.person, {}));
  PROBITY_TRY(add_choices(office, caller, seen->state, view.events, out));
  if (done) {
    PROBITY_ASSIGN(const auto index, index_of_first(office, *done));
    out.done = index && std::any_of(view.events.begin(), view.events.end(),
                                    [&](const ShownEvent& event) { return event.first.index == *index; });
  }
  return out;
}

Result<CommandAsked> opening_asked(Office& office, const Caller& caller) {
  const auto held = office.hold();
  CommandAsked out;
  out.type = &casework::person::enrol;
  PROBITY_TRY(ask_to_open(office, caller, out.type->name));
  out.opens = true;
  out.on = office.today();
  return out;
}

Result<std::vector<const TypeDeclaration*>> commands_about(Office& office, const Caller& caller,
                                                           const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::give_command, person, "commands"));
  PROBITY_ASSIGN(const CaseView view,
                 view_case(office.ledger(), office.follower().standing_name(person), {}));
  return commands_offered(caller, view.events);
}

std::string recorded_by(Office& office, const base::EventId& command, const std::vector<ShownEvent>& among) {
  const auto held = office.hold();
  const auto index = index_of_first(office, command);
  if (!index || !*index) return {};
  const auto found = std::find_if(among.begin(), among.end(),
                                  [&](const ShownEvent& event) { return event.first.index == **index; });
  return found == among.end() ? std::string() : found->meaning;
}

} // namespace probity::service
