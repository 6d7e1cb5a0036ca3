#include "casework/owed.h"

#include <algorithm>
#include <tuple>

#include "casework/failures.h"
#include "record/appointment.h"
#include "record/enforcement.h"
#include "record/recall.h"
#include "record/risk.h"

namespace probity::casework {
namespace {

using duty::TimeRead;
using duty::Trigger;
using record::Symbol;
namespace appointment = record::appointment;
namespace enforcement = record::enforcement;
namespace recall = record::recall;
namespace risk = record::risk;

const Symbol breach_it("breach");

Trigger on(const record::TypeDeclaration& type, TimeRead at = TimeRead::valid) {
  Trigger trigger;
  trigger.type = &type;
  trigger.at = at;
  return trigger;
}

Trigger at_field(const record::TypeDeclaration& type, std::string_view field, const base::Zone& zone) {
  Trigger trigger = on(type, TimeRead::field);
  trigger.field = record::fact_position(type, field);
  trigger.field_is_instant = record::find_field(type, field)->kind == record::Kind::instant;
  trigger.field_name = field;
  trigger.zone = zone;
  return trigger;
}

Trigger where(Trigger trigger, std::string_view field, std::initializer_list<std::string_view> values) {
  duty::FactTest test;
  test.fact = record::fact_position(*trigger.type, field);
  test.name = field;
  for (const std::string_view value : values)
    test.any_of.push_back(Symbol(value).number());
  trigger.where.push_back(std::move(test));
  return trigger;
}

duty::ClockRule clock(std::string_view per, const Limit& limit, std::vector<Trigger> starts,
                      std::vector<Trigger> stops) {
  duty::ClockRule rule;
  rule.per = Symbol(per);
  rule.starts = std::move(starts);
  rule.stops = std::move(stops);
  rule.limit = limit.n;
  rule.unit = limit.unit;
  rule.imported = duty::Imported::counted;
  return rule;
}

bool waits_for_outcome(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Appointment* one = state.appointment(id);
  return one != nullptr && one->open();
}

bool waits_for_ruling(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Appointment* one = state.appointment(id);
  return one != nullptr && one->reason_pending() && state.order() != nullptr;
}

bool waits_for_warning(const CaseState& state, const base::EntityId& id, const Policy& policy) {
  const Appointment* one = state.appointment(id);
  if (one == nullptr || !one->failed() || state.order() == nullptr || state.running_breach() != nullptr)
    return false;
  const bool warned = std::any_of(state.warnings.begin(), state.warnings.end(), [&](const Warning& warning) {
    return warning.appointment == id && !warning.withdrawn;
  });
  // A failure under warning is answered by a breach review, one before the warning by the warning.
  const auto given = [&](const Warning& warning) {
    return !warning.withdrawn && base::add_months(one->day, -policy.warning_lasts_months) < warning.given;
  };
  return !warned && std::none_of(state.warnings.begin(), state.warnings.end(), given);
}

bool waits_for_decision(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Breach* one = state.breach(id);
  return one != nullptr && one->running() && one->decision.empty();
}

bool waits_for_referral(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Breach* one = state.breach(id);
  return one != nullptr && one->running() && one->decision == breach_it && !one->referred &&
         one->returned == 0 && !one->presented;
}

bool waits_for_resubmission(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Breach* one = state.breach(id);
  return one != nullptr && one->running() && !one->referred && one->returned > 0 && !one->presented;
}

bool waits_for_presenting(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Breach* one = state.breach(id);
  return one != nullptr && one->running() && one->referred && !one->presented;
}

bool waits_for_recall_decision(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Recall* one = state.recall(id);
  return one != nullptr && one->open() && one->decision.empty();
}

bool waits_for_sending(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Recall* one = state.recall(id);
  return one != nullptr && one->open() && !one->second.empty();
}

bool waits_for_answer(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Escalation* one = state.escalation(id);
  return one != nullptr && one->stage == Escalation::Stage::raised;
}

bool waits_for_information(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Escalation* one = state.escalation(id);
  return one != nullptr && one->stage == Escalation::Stage::information_asked;
}

Obligation obligation(std::string_view kind, std::string_view what, Consequence consequence,
                      OwedBy by = OwedBy::practitioner) {
  Obligation out;
  out.kind = kind;
  out.what = what;
  out.consequence = consequence;
  out.by = by;
  return out;
}

} // namespace

Duties::Duties(const Policy& policy, const base::Zone& zone) : policy_(policy) {
  kinds_.push_back({obligation("recall_decision", "decide whether to recall the person", Consequence::safety),
                    clock("recall", policy.recall_decided, {on(recall::considered)}, {}),
                    waits_for_recall_decision});
  kinds_.push_back(
      {obligation("recall_papers", "have the decision signed and send the papers", Consequence::safety),
       clock("recall", policy.recall_sent, {where(on(recall::countersigned), "signature", {"second"})}, {}),
       waits_for_sending});
  kinds_.push_back({obligation("answer", "say whether the person is taken over", Consequence::safety,
                               OwedBy::receiving_body),
                    clock("escalation", policy.escalation_answered,
                          {on(risk::information_given), on(risk::escalation_raised)}, {}),
                    waits_for_answer});
  kinds_.push_back({obligation("information", "give the information that was asked for", Consequence::safety),
                    clock("escalation", policy.information_given, {on(risk::information_asked)}, {}),
                    waits_for_information});
  kinds_.push_back({obligation("outcome", "record what came of the appointment", Consequence::record),
                    clock("appointment", policy.outcome_recorded,
                          {at_field(appointment::rescheduled, "starts", zone),
                           at_field(appointment::scheduled, "starts", zone)},
                          {on(appointment::outcome_recorded, TimeRead::recorded)}),
                    waits_for_outcome});
  kinds_.push_back(
      {obligation("ruling", "judge the reason given for the failure", Consequence::person),
       clock("appointment", policy.failure_ruled, {at_field(enforcement::evidence_requested, "by", zone)},
             {on(enforcement::failure_ruled)}),
       waits_for_ruling});
  kinds_.push_back(
      {obligation("warning", "give the warning for the failure", Consequence::person),
       clock("appointment", policy.warning_sent,
             {where(on(enforcement::failure_ruled), "ruling", {"unacceptable"}),
              where(on(appointment::outcome_recorded), "outcome",
                    {"attended_failed_to_comply", "attended_sent_home_behaviour", "unacceptable_absence"})},
             {on(enforcement::warned)}),
       waits_for_warning});
  kinds_.push_back({obligation("breach_decision", "decide whether to go back to court", Consequence::court),
                    clock("breach", policy.breach_decided, {on(enforcement::breach_review_raised)},
                          {on(enforcement::breach_decided)}),
                    waits_for_decision});
  kinds_.push_back(
      {obligation("referral", "refer the breach with its papers", Consequence::court),
       clock("breach", policy.breach_referred, {on(enforcement::became_aware)}, {on(enforcement::referred)}),
       waits_for_referral});
  kinds_.push_back(
      {obligation("resubmission", "mend the papers and refer the breach again", Consequence::court),
       clock("breach", policy.pack_resubmitted, {on(enforcement::pack_returned)}, {}),
       waits_for_resubmission});
  kinds_.push_back({obligation("presenting", "lay the breach before the court", Consequence::court,
                               OwedBy::presenting_authority),
                    clock("breach", policy.breach_presented, {on(enforcement::referred)}, {}),
                    waits_for_presenting});
}

std::vector<Obligation> Duties::owed(const timeline::Case& person, const CaseState& state,
                                     const rules::WorkingDays& working_days, base::Day on) const {
  std::vector<Obligation> out;
  if (state.died) return out;
  const timeline::PersonTimeline timeline = timeline::timeline_of(person);
  for (const Kind& kind : kinds_) {
    for (const duty::Clock& clock : duty::clocks(person, timeline, kind.rule, working_days, on)) {
      if (!clock.entity || clock.started > on || !kind.waits(state, *clock.entity, policy_)) continue;
      Obligation one = kind.prototype;
      one.entity = *clock.entity;
      one.since = clock.started;
      one.due = clock.due;
      one.start_event = clock.start_event.value_or(0);
      out.push_back(one);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Obligation& a, const Obligation& b) {
    return std::tie(a.consequence, a.due) < std::tie(b.consequence, b.due);
  });
  return out;
}

} // namespace probity::casework
