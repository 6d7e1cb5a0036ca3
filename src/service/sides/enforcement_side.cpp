#include "service/sides/enforcement_side.h"

#include <algorithm>

#include "casework/custody/custody_rules.h"
#include "casework/enforcement/failures.h"
#include "record/enforcement.h"
#include "rules/register.h"
#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;
using casework::Appointment;
using casework::CaseState;

const casework::Warning* warning_of(const CaseState& state, const base::EntityId& appointment) {
  const auto found =
      std::find_if(state.warnings.rbegin(), state.warnings.rend(),
                   [&](const casework::Warning& one) { return one.appointment == appointment; });
  return found == state.warnings.rend() ? nullptr : &*found;
}

ShownFailure shown(const CaseState& state, const Appointment& one) {
  ShownFailure out;
  out.appointment = one.id;
  out.day = one.day;
  out.outcome = one.outcome.text();
  out.ruling = one.ruling.text();
  out.evidence_by = one.evidence_by;
  out.unpaid_work = one.unpaid_work;
  out.pending = one.reason_pending();
  out.counts = one.failed();
  if (const casework::Warning* warning = warning_of(state, one.id)) {
    out.warned = warning->given;
    out.withdrawn = warning->withdrawn;
  }
  return out;
}

ShownBreach::Stage stage_of(const casework::Breach& one) {
  using enum ShownBreach::Stage;
  if (!one.result.empty()) return concluded;
  if (one.decision.empty()) return to_decide;
  if (one.decision.text() != "breach") return not_taken;
  if (one.presented) return presented;
  if (one.referred) return referred;
  if (one.pack_ready) return to_refer;
  return one.returned > 0 ? sent_back : to_prepare;
}

ShownBreach shown(const casework::Breach& one) {
  ShownBreach out;
  out.id = one.id;
  out.raised = one.raised;
  out.ground = one.ground.text();
  out.advice = one.advised.empty() ? casework::advice_on(one) : one.advised.text();
  out.decision = one.decision.text();
  out.reason = one.reason.text();
  out.stage = stage_of(one);
  out.returned = one.returned;
  out.result = one.result.text();
  if (!out.result.empty()) out.ended = one.ended;
  return out;
}

std::vector<ShownField> shown(const casework::Recall& one) {
  std::vector<ShownField> out;
  const auto add = [&](std::string_view name, std::string_view value) {
    out.push_back({std::string(name), std::string(value)});
  };
  add("recall", one.id.hex());
  add("decision", one.decision.empty() ? "none" : one.decision.text());
  add("second_signature", one.second.empty() ? "no" : "yes");
  add("third_signature", one.third.empty() ? "no" : "yes");
  return out;
}

void add_explanation(std::vector<ShownBreach>& breaches, const ShownEvent& decided) {
  for (const ShownField& entity : decided.entities)
    for (ShownBreach& breach : breaches) {
      if (entity.name != "breach" || entity.value != breach.id.hex()) continue;
      for (const ShownPart& part : decided.first.sealed)
        for (const ShownField& field : part.fields)
          if (field.name == "explanation") breach.explanation = field.value;
    }
}

Result<void> open_explanations(Office& office, const Caller& caller, EnforcementShown& out) {
  CaseView decisions;
  for (const ShownEvent& event : out.side.recorded)
    if (event.type == record::enforcement::breach_decided.name && !event.first.sealed.empty())
      decisions.events.push_back(event);
  if (decisions.events.empty()) return {};
  ReadingLog::Held readings = office.access_log();
  PROBITY_TRY(
      open_parts(decisions, office.ledger(), readings.writing(), caller.member.account, "explanation"));
  for (const ShownEvent& event : decisions.events)
    add_explanation(out.breaches, event);
  return {};
}

Result<casework::Policy> policy_on(base::Day on) {
  return casework::policy_of(rules::england_wales(), on);
}

} // namespace

std::string_view to_text(ShownBreach::Stage stage) {
  switch (stage) {
  case ShownBreach::Stage::to_decide:
    return "to_decide";
  case ShownBreach::Stage::to_prepare:
    return "to_prepare";
  case ShownBreach::Stage::to_refer:
    return "to_refer";
  case ShownBreach::Stage::sent_back:
    return "sent_back";
  case ShownBreach::Stage::referred:
    return "referred";
  case ShownBreach::Stage::presented:
    return "presented";
  case ShownBreach::Stage::concluded:
    return "concluded";
  case ShownBreach::Stage::not_taken:
    return "not_taken";
  }
  return "";
}

Result<EnforcementShown> enforcement_of(Office& office, const Caller& caller, const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const SeenSide seen, see_side(office, caller, person, Side::enforcement));
  const CaseState& state = seen.seen.state;
  EnforcementShown out;
  out.side = seen.side;
  PROBITY_ASSIGN(const casework::Policy policy, policy_on(out.side.on));
  const casework::FailureCounts counts = casework::failures_of(state, policy, out.side.on);
  out.under = casework::to_text(casework::under(state));
  out.days_since_breach = counts.days_since_breach;
  out.in_twelve_months = counts.in_twelve_months;
  out.warned_until = counts.warned_until;
  out.failures_allowed = policy.failures_allowed;
  for (const Appointment& one : state.appointments)
    if (one.failed() || one.reason_pending() || !one.ruling.empty())
      out.failures.push_back(shown(state, one));
  std::stable_sort(out.failures.begin(), out.failures.end(),
                   [](const ShownFailure& a, const ShownFailure& b) { return a.day > b.day; });
  for (auto one = state.breaches.rbegin(); one != state.breaches.rend(); ++one)
    out.breaches.push_back(shown(*one));
  if (const casework::Recall* recall = state.open_recall()) out.open_recall = shown(*recall);
  PROBITY_TRY(open_explanations(office, caller, out));
  return out;
}

Result<FailureLetter> failure_letter(Office& office, const Caller& caller, const base::StreamId& person,
                                     const base::EntityId& appointment) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::see_case, person, "letter"));
  const base::StreamId name = office.follower().standing_name(person);
  const auto seen = office.follower().lists().find(name);
  const CaseState& state = seen->state;
  const Appointment* one = state.appointment(appointment);
  if (one == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such appointment", "appointment",
                      "Go to the case and choose one there");
  if (!one->failed() && !one->reason_pending())
    return base::fail(base::ErrorCode::refused, "there is no failure to write about", "appointment",
                      "A letter follows a failure to attend or to comply");
  PROBITY_ASSIGN(const casework::Policy policy, policy_on(office.today()));
  FailureLetter out;
  out.person = name;
  out.name = office.name_of(name);
  out.kind = one->reason_pending() ? FailureLetter::Kind::evidence : FailureLetter::Kind::warning;
  out.under = casework::to_text(casework::under(state));
  out.starts = one->starts;
  out.mode = one->mode.text();
  out.outcome = one->outcome.text();
  out.unpaid_work = one->unpaid_work;
  out.on = office.today();
  out.evidence_by = one->evidence_by;
  const casework::Warning* warning = warning_of(state, one->id);
  out.given = out.kind == FailureLetter::Kind::warning && warning != nullptr && !warning->withdrawn;
  if (out.given) out.on = warning->given;
  out.lasts_until = base::add_months(out.on, policy.warning_lasts_months) + -1;
  return out;
}

} // namespace probity::service
