#include "casework/case_state.h"

#include <algorithm>

#include "casework/fold.h"
#include "record/appointment_planning.h"
#include "record/custody.h"
#include "record/enforcement.h"
#include "record/person.h"
#include "record/recall.h"
#include "record/risk.h"
#include "record/sentence.h"
#include "record/supervision.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace appointment = record::appointment;
namespace custody = record::custody;
namespace enforcement = record::enforcement;
namespace recall = record::recall;
namespace risk = record::risk;
namespace sentence = record::sentence;
namespace supervision = record::supervision;

const Symbol kind_appointment("appointment");
const Symbol kind_breach("breach");
const Symbol kind_order("order");
const Symbol kind_escalation("escalation");
const Symbol kind_recall("recall");

void amend(Appointment& one, const Event& event) {
  const auto change = [](Symbol& kept, Symbol given) {
    if (!given.empty()) kept = given;
  };
  change(one.mode, record::symbol<appointment::amended, "mode">(event));
  change(one.purpose, record::symbol<appointment::amended, "purpose">(event));
  change(one.place, record::symbol<appointment::amended, "place">(event));
  if (const auto minutes = record::integer<appointment::amended, "minutes">(event))
    one.minutes = static_cast<int>(*minutes);
}

void apply_appointment(CaseState& state, const Event& event, const base::Zone& zone) {
  const auto id = event.entity(kind_appointment);
  if (!id) return;
  Appointment& one = entity_of(state.appointments, *id);
  if (is<appointment::scheduled>(event)) {
    one.starts = record::instant<appointment::scheduled, "starts">(event).value_or(event.recorded);
    one.day = zone.day_of(one.starts);
    one.mode = record::symbol<appointment::scheduled, "mode">(event);
    one.purpose = record::symbol<appointment::scheduled, "purpose">(event);
    one.minutes = static_cast<int>(record::integer<appointment::scheduled, "minutes">(event).value_or(30));
    one.place = record::symbol<appointment::scheduled, "place">(event);
  } else if (is<appointment::amended>(event)) {
    amend(one, event);
  } else if (is<appointment::rescheduled>(event)) {
    one.starts = record::instant<appointment::rescheduled, "starts">(event).value_or(one.starts);
    one.day = zone.day_of(one.starts);
  } else if (is<appointment::cancelled>(event)) {
    one.cancelled = true;
  } else if (is<appointment::absence_agreed>(event)) {
    one.absence_agreed = true;
  } else if (is<appointment::outcome_recorded>(event)) {
    if (one.outcome_event == base::EventId{}) {
      one.outcome_event = event.id;
      one.outcome_recorded = event.recorded_day;
    }
    one.outcome = record::symbol<appointment::outcome_recorded, "outcome">(event);
    if (event.valid.known()) one.day = event.valid.last;
  } else if (is<enforcement::evidence_requested>(event)) {
    one.evidence_by = record::day<enforcement::evidence_requested, "by">(event);
  } else if (is<enforcement::failure_ruled>(event)) {
    one.ruling = record::symbol<enforcement::failure_ruled, "ruling">(event);
    one.ruled = day_of_act(event);
  } else if (is<enforcement::warned>(event)) {
    state.warnings.push_back({*id, day_of_act(event)});
  } else if (is<enforcement::warning_withdrawn>(event)) {
    for (Warning& warning : state.warnings)
      if (warning.appointment == *id) warning.withdrawn = true;
  }
}

void apply_breach(CaseState& state, const Event& event) {
  const auto id = event.entity(kind_breach);
  if (!id) return;
  Breach& one = entity_of(state.breaches, *id);
  if (is<enforcement::breach_review_raised>(event)) {
    one.raised = day_of_act(event);
    one.ground = record::symbol<enforcement::breach_review_raised, "ground">(event);
  } else if (is<enforcement::became_aware>(event)) {
    if (!one.raised) one.raised = day_of_act(event);
  } else if (is<enforcement::breach_decided>(event)) {
    one.decision = record::symbol<enforcement::breach_decided, "decision">(event);
    one.advised = record::symbol<enforcement::breach_decided, "advice">(event);
    one.reason = record::symbol<enforcement::breach_decided, "reason">(event);
    one.decided = day_of_act(event);
    if (const auto order = event.entity(kind_order)) one.order = order;
  } else if (is<enforcement::pack_prepared>(event)) {
    one.pack_ready = true;
  } else if (is<enforcement::referred>(event)) {
    one.referred = true;
  } else if (is<enforcement::pack_returned>(event)) {
    // Sent back by the presenter's own doing, the papers are good and the presenter's clock runs on.
    if (record::symbol<enforcement::pack_returned, "side">(event) == Symbol("presenter")) return;
    one.pack_ready = false;
    one.referred = false;
    ++one.returned;
  } else if (is<enforcement::presented>(event)) {
    one.presented = true;
  } else if (is<enforcement::breach_concluded>(event)) {
    one.result = record::symbol<enforcement::breach_concluded, "result">(event);
    one.ended = day_of_act(event);
  }
}

void apply_custody(CaseState& state, const Event& event) {
  const bool in =
      is<custody::received>(event) || is<custody::recalled>(event) || is<custody::release_cancelled>(event);
  const bool out = is<custody::release_notified>(event) || is<custody::release_recorded>(event);
  if (!in && !out) return;
  state.in_custody = in;
  state.released = out;
}

void answer(Recall& one, const Event& event) {
  RecallAnswers answers;
  answers.group = record::symbol<recall::answered, "sentence_group">(event);
  answers.months = record::integer<recall::answered, "months">(event).value_or(0);
  answers.newly_charged = record::boolean<recall::answered, "newly_charged">(event);
  answers.public_protection = record::boolean<recall::answered, "public_protection">(event);
  answers.terrorist_or_state_threat = record::boolean<recall::answered, "terrorist_or_state_threat">(event);
  one.answers = answers;
  one.decision = one.decided_by = one.second = one.third = Symbol();
}

void apply_recall(CaseState& state, const Event& event) {
  const auto id = event.entity(kind_recall);
  if (!id) return;
  Recall& one = entity_of(state.recalls, *id);
  if (is<recall::answered>(event)) {
    answer(one, event);
  } else if (is<recall::decided>(event)) {
    one.decision = record::symbol<recall::decided, "decision">(event);
    one.decided_by = record::symbol<recall::decided, "by">(event);
  } else if (is<recall::countersigned>(event)) {
    const bool third = record::symbol<recall::countersigned, "signature">(event) == Symbol("third");
    (third ? one.third : one.second) = record::symbol<recall::countersigned, "by">(event);
  } else if (is<recall::sent>(event)) {
    one.sent = true;
  } else if (is<recall::closed>(event)) {
    one.closed = true;
  }
}

void apply_risk(CaseState& state, const Event& event) {
  if (is<risk::harm_level_judged>(event))
    state.harm_level = record::symbol<risk::harm_level_judged, "level">(event);
  const auto id = event.entity(kind_escalation);
  if (!id) return;
  Escalation& one = entity_of(state.escalations, *id);
  if (is<risk::escalation_raised>(event)) {
    one.from = record::symbol<risk::escalation_raised, "from">(event);
    one.to = record::symbol<risk::escalation_raised, "to">(event);
  } else if (is<risk::information_asked>(event)) {
    one.stage = Escalation::Stage::information_asked;
  } else if (is<risk::information_given>(event)) {
    one.stage = Escalation::Stage::raised;
  } else if (is<risk::escalation_accepted>(event)) {
    one.stage = Escalation::Stage::accepted;
  } else if (is<risk::escalation_returned>(event)) {
    one.stage = Escalation::Stage::returned;
  } else if (is<risk::escalation_withdrawn>(event)) {
    one.stage = Escalation::Stage::withdrawn;
  }
}

void apply_sentence(CaseState& state, const Event& event) {
  const auto id = event.entity(kind_order);
  if (!id) return;
  if (is<sentence::imposed>(event)) {
    Order& one = entity_of(state.orders, *id);
    one.type = record::symbol<sentence::imposed, "order_type">(event);
    one.imposed = day_of_act(event);
  } else if (is<sentence::order_terminated>(event)) {
    entity_of(state.orders, *id).ended = day_of_act(event);
  }
}

void apply_supervision(CaseState& state, const Event& event) {
  if (is<supervision::provider_assigned>(event)) {
    const Symbol provider = record::symbol<supervision::provider_assigned, "provider">(event);
    const bool ends = provider == Symbol("none");
    // A body that takes a person over has not yet said who of it holds the case.
    if (ends || (!state.provider.empty() && state.provider != provider)) {
      state.practitioner = {};
      state.duty_team = {};
    }
    state.provider = ends ? Symbol{} : provider;
  } else if (is<supervision::practitioner_allocated>(event)) {
    state.practitioner = record::symbol<supervision::practitioner_allocated, "practitioner">(event);
    state.duty_team = {};
  } else if (is<supervision::duty_team_holds>(event)) {
    state.duty_team = record::symbol<supervision::duty_team_holds, "team">(event);
    state.practitioner = {};
  } else if (is<supervision::compliance_suspended>(event)) {
    state.suspended = true;
  } else if (is<supervision::compliance_resumed>(event)) {
    state.suspended = false;
  }
}

} // namespace

bool Appointment::reason_pending() const {
  return outcome == Symbol("failed_to_attend_reason_pending") && ruling.empty();
}

bool Appointment::failed() const {
  static const Symbol failures[] = {Symbol("attended_failed_to_comply"),
                                    Symbol("attended_sent_home_behaviour"), Symbol("unacceptable_absence")};
  if (outcome == Symbol("failed_to_attend_reason_pending")) return ruling == Symbol("unacceptable");
  return std::find(std::begin(failures), std::end(failures), outcome) != std::end(failures);
}

bool Breach::running() const {
  return raised && result.empty() && decision != Symbol("no_further_action");
}

std::string_view to_text(Escalation::Stage stage) {
  switch (stage) {
  case Escalation::Stage::raised:
    return "raised";
  case Escalation::Stage::information_asked:
    return "information_asked";
  case Escalation::Stage::accepted:
    return "accepted";
  case Escalation::Stage::returned:
    return "returned";
  case Escalation::Stage::withdrawn:
    return "withdrawn";
  }
  return "";
}

int harm_rank(Symbol level) {
  static const Symbol levels[] = {Symbol("low"), Symbol("medium"), Symbol("high"), Symbol("very_high")};
  const auto* const found = std::find(std::begin(levels), std::end(levels), level);
  return found == std::end(levels) ? -1 : static_cast<int>(found - std::begin(levels));
}

const Recall* CaseState::recall(const base::EntityId& id) const {
  return find_entity(recalls, id);
}

const Recall* CaseState::open_recall() const {
  const auto found =
      std::find_if(recalls.begin(), recalls.end(), [](const Recall& one) { return one.open(); });
  return found == recalls.end() ? nullptr : &*found;
}

const Escalation* CaseState::escalation(const base::EntityId& id) const {
  return find_entity(escalations, id);
}

const Escalation* CaseState::open_escalation() const {
  const auto found =
      std::find_if(escalations.begin(), escalations.end(), [](const Escalation& one) { return one.open(); });
  return found == escalations.end() ? nullptr : &*found;
}

const Appointment* CaseState::appointment(const base::EntityId& id) const {
  return find_entity(appointments, id);
}

const Breach* CaseState::breach(const base::EntityId& id) const {
  return find_entity(breaches, id);
}

const Breach* CaseState::running_breach() const {
  const auto found =
      std::find_if(breaches.begin(), breaches.end(), [](const Breach& one) { return one.running(); });
  return found == breaches.end() ? nullptr : &*found;
}

const Order* CaseState::order() const {
  const Order* latest = nullptr;
  for (const Order& one : orders)
    if (!one.ended && (latest == nullptr || one.imposed >= latest->imposed)) latest = &one;
  return latest;
}

bool CaseState::knows(const base::EventId& event) const {
  return std::binary_search(seen.begin(), seen.end(), event);
}

void apply(CaseState& state, const Event& event, const base::Zone& zone) {
  state.seen.insert(std::lower_bound(state.seen.begin(), state.seen.end(), event.id), event.id);
  if (event.type == nullptr) return;
  if (is<record::person::died>(event)) state.died = true;
  apply_custody(state, event);
  apply_recall(state, event);
  apply_supervision(state, event);
  apply_sentence(state, event);
  apply_appointment(state, event, zone);
  apply_unpaid_work(state, event, zone);
  apply_breach(state, event);
  apply_risk(state, event);
  apply_risk_register(state, event);
  apply_custody_state(state, event);
  apply_court_report(state, event);
  apply_parole(state, event);
  apply_victim(state, event);
  apply_further_offence(state, event);
  apply(state.plans, event);
  apply(state.appointment_book, event);
  apply(state.access, event);
  apply(state.allocations, event);
  apply(state.order_book, event);
  apply(state.help, event);
  apply(state.holding, event);
  apply(state.transfers, event);
}

CaseState state_of(const timeline::Case& person, const base::Zone& zone) {
  CaseState state;
  state.person = person.name;
  for (const Event& event : person.events)
    apply(state, event, zone);
  return state;
}

} // namespace probity::casework
