#include "casework/decide.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "casework/appointments/appointment_commands.h"
#include "casework/drafting.h"
#include "casework/enforcement/failures.h"
#include "casework/orders/order_commands.h"
#include "casework/person/person_commands.h"
#include "casework/risk/scoring_commands.h"
#include "casework/supervision/supervision_commands.h"
#include "casework/unpaid_work/unpaid_work_commands.h"

namespace probity::casework {

using base::ErrorCode;
using base::Result;

record::EventBuilder draft_of(const Command& command, const record::TypeDeclaration& type, std::size_t n) {
  record::EventBuilder builder(type, command.log, command.stream);
  builder.id(command.event_id(n))
      .recorded(command.event.recorded)
      .provider(command.event.provider.text())
      .role(command.role)
      .channel(command.channel)
      .actor(*base::EntityId::from_hex(command.actor))
      .cause(command.event.id)
      .valid(day_of_act(command.event));
  if (!type.entity.empty())
    if (const auto id = command.event.entity(record::Symbol(type.entity))) builder.entity(type.entity, *id);
  return builder;
}

tl::unexpected<base::Error> refusal(const Command& command, std::string message, std::string hint) {
  return base::fail(ErrorCode::refused, std::move(message), std::string(command.event.type->name),
                    std::move(hint));
}

tl::unexpected<base::Error> refuse_future(const Command& command, base::Day day) {
  return refusal(command, "the act is still to come: " + base::to_text(day),
                 "Record it when it has taken place");
}

record::EventBuilder Request::draft(const record::TypeDeclaration& type) const {
  return draft_of(command, type, events.size());
}

tl::unexpected<base::Error> Request::refuse(std::string message, std::string hint) const {
  return refusal(command, std::move(message), std::move(hint));
}

base::EntityId Request::entity(std::string_view kind) const {
  const auto id = command.event.entity(record::Symbol(kind));
  PROBITY_ENSURE(id.has_value());
  return *id;
}

Result<const Appointment*> Request::appointment() const {
  const Appointment* found = state.appointment(entity("appointment"));
  if (found == nullptr)
    return base::fail(ErrorCode::not_found, "the case has no such appointment",
                      std::string(command.event.type->name), "Arrange it first");
  return found;
}

Result<const Breach*> Request::breach() const {
  const Breach* found = state.breach(entity("breach"));
  if (found == nullptr)
    return base::fail(ErrorCode::not_found, "the case has no such breach",
                      std::string(command.event.type->name), "Name the breach that its review opened");
  return found;
}

base::Day Request::after(base::Day day, const Limit& limit) const {
  return day_after(day, limit, circumstances.working_days, today());
}

namespace {

// Which block answers for a family of commands.
struct Block {
  std::string_view family;
  Result<void> (*decide)(Request&) = nullptr;
};
constexpr Block blocks[] = {
    {"access", decide_access},
    {"accommodation", decide_custody},
    {"allocation", decide_allocation},
    {"appointment", decide_appointment},
    {"assessment", decide_assessment},
    {"court_report", decide_court_report},
    {"custody", decide_custody},
    {"enforcement", decide_enforcement},
    {"flag", decide_flag},
    {"further_offence", decide_further_offence},
    {"help", decide_help},
    {"licence", decide_licence},
    {"parole", decide_parole},
    {"person", decide_person},
    {"plan", decide_plan},
    {"recall", decide_recall},
    {"risk", decide_risk},
    {"sentence", decide_sentence},
    {"supervision", decide_supervision},
    {"transfer", decide_transfer},
    {"unpaid_work", decide_unpaid_work},
    {"victim", decide_victim},
};

// What is still to be put in order when a person has died.
bool possible_after_death(const record::Event& asked) {
  return record::is<appointment::correct_outcome>(asked) ||
         record::is<unpaid_work::correct_attendance>(asked) || record::is<supervision::end>(asked) ||
         (record::is<sentence::end>(asked) &&
          record::symbol<sentence::end, "reason">(asked) == record::Symbol("died"));
}

// Whoever the record is closed to does nothing in it. Off the list of those admitted, a senior manager may
// still lift the list, since there may be nobody left on it.
Result<void> refuse_closed_record(const Request& request) {
  const Standing standing =
      request.state.access.standing(record::Symbol(request.command.actor), request.today());
  const bool lifts = record::is<access::lift>(request.command.event) &&
                     request.command.role == "senior_manager" && standing == Standing::not_on_list;
  if (standing == Standing::admitted || lifts) return {};
  return request.refuse("the record is closed to whoever asks this",
                        "Somebody whom the record is open to does it");
}

} // namespace

Result<Events> decide(const CaseState& state, const Command& command, const Circumstances& circumstances) {
  if (state.knows(command.event_id(0))) return Events{};
  Request request{state, command, circumstances};
  const std::string_view name = command.event.type->name;
  if (command.event.type->stream != record::StreamKind::person)
    return request.refuse("this is asked of staff, not of a person", "Give a command about the person");
  PROBITY_TRY(refuse_closed_record(request));
  if (state.died && !possible_after_death(command.event))
    return request.refuse("the person has died", "Only corrections of the record are made now");
  if (request.act_day() > request.today()) return refuse_future(command, request.act_day());
  const std::string_view family = name.substr(0, name.find('.'));
  const auto* const block = std::find_if(std::begin(blocks), std::end(blocks),
                                         [&](const Block& one) { return one.family == family; });
  PROBITY_ENSURE(block != std::end(blocks));
  // Of the family of risk, but a block of its own.
  PROBITY_TRY(record::is<scoring::record_score>(command.event) ? decide_scoring(request)
                                                               : block->decide(request));
  PROBITY_ENSURE(!request.events.empty());
  return std::move(request.events);
}

} // namespace probity::casework
