#include "service/sides/risk_side.h"

#include <algorithm>

#include "rules/register.h"

namespace probity::service {
namespace {

using base::Result;
using casework::CaseState;
using record::Symbol;

ShownJudgement shown(const casework::HarmJudgement& one) {
  ShownJudgement out{one.day, std::string(one.level.text()), {}, std::string(one.by.text()), one.event};
  for (const auto& [group, level] : one.groups)
    out.groups.push_back({std::string(group.text()), std::string(level.text())});
  return out;
}

ShownAssessment shown(const casework::Assessment& one) {
  return {one.id, std::string(one.purpose.text()), one.started, one.completed, one.locked, one.abandoned};
}

ShownFlag shown(const casework::Flag& one) {
  return {one.id,
          std::string(one.kind.text()),
          std::string(one.level.text()),
          std::string(one.category.text()),
          one.seen,
          one.review_by};
}

std::uint64_t people_of(const Office& office, std::string_view body) {
  casework::WorklistFilter of_body;
  of_body.provider = Symbol(body);
  std::uint64_t out = 0;
  office.follower().lists().visit_listed(of_body, [&](const casework::LiveWorklists::Listed&) { ++out; });
  return out;
}

// The day of the newest event of a type about the hand-over, for what the state keeps no day of.
std::optional<base::Day> day_of(const CaseSide& side, std::string_view type, const base::EntityId& id,
                                const base::Zone& zone) {
  for (const ShownEvent& event : side.recorded) {
    if (event.type != type || event.state == ShownEvent::State::voided) continue;
    const bool is_it = std::any_of(event.entities.begin(), event.entities.end(),
                                   [&](const ShownField& one) { return one.value == id.hex(); });
    if (is_it) return zone.day_of(event.first.recorded);
  }
  return std::nullopt;
}

// What follows once the other body has said yes: the same of every hand-over.
void add_steps_after(HandOver& out, const CaseState& state, bool accepted, std::optional<base::Day> since) {
  using enum HandOverStep::What;
  const bool there = accepted && state.provider.text() == out.to;
  const bool given = there && !state.practitioner.empty() && (!since || state.holding.since >= *since);
  out.steps.push_back({held_by_team, there && (!state.duty_team.empty() || given), since});
  out.steps.push_back({allocated, given, given ? std::optional(state.holding.since) : std::nullopt});
  std::optional<base::Day> met;
  if (there && since)
    for (const casework::Appointment& one : state.appointments)
      if (one.outcome.text().starts_with("attended") && one.day >= *since && (!met || one.day < *met))
        met = one.day;
  out.steps.push_back({seen, met.has_value(), met});
}

HandOver of_escalation(const CaseState& state, const casework::Escalation& one, const CaseSide& side,
                       const base::Zone& zone) {
  using enum HandOverStep::What;
  HandOver out;
  out.id = one.id;
  out.for_risk = true;
  out.from = one.from.text();
  out.to = one.to.text();
  out.stage = to_text(one.stage);
  const bool accepted = one.stage == casework::Escalation::Stage::accepted;
  const auto answer = accepted ? day_of(side, "risk.escalation_accepted", one.id, zone)
                               : day_of(side, "risk.escalation_returned", one.id, zone);
  out.steps.push_back({asked, true, day_of(side, "risk.escalation_raised", one.id, zone)});
  out.steps.push_back({answered, !one.open(), answer});
  add_steps_after(out, state, accepted, accepted ? answer : std::nullopt);
  return out;
}

HandOver of_transfer(const CaseState& state, const casework::Transfer& one, const CaseSide& side,
                     const base::Zone& zone) {
  using enum HandOverStep::What;
  using Stage = casework::Transfer::Stage;
  HandOver out;
  out.id = one.id;
  out.from = one.from.text();
  out.to = one.to.text();
  out.stage = to_text(one.stage);
  const bool accepted = one.stage == Stage::accepted || one.stage == Stage::completed;
  const auto answer = accepted ? day_of(side, "supervision.transfer_accepted", one.id, zone)
                               : day_of(side, "supervision.transfer_refused", one.id, zone);
  out.steps.push_back({asked, true, day_of(side, "supervision.transfer_requested", one.id, zone)});
  out.steps.push_back({answered, one.stage != Stage::requested, answer});
  add_steps_after(out, state, accepted, accepted ? answer : std::nullopt);
  return out;
}

std::optional<HandOver> hand_over_of(const Office& office, const CaseState& state, const CaseSide& side) {
  std::optional<HandOver> out;
  const base::Zone& zone = office.zone();
  if (!state.escalations.empty()) out = of_escalation(state, state.escalations.back(), side, zone);
  // Of both, the one that was asked for last.
  if (!state.transfers.all.empty()) {
    HandOver transfer = of_transfer(state, state.transfers.all.back(), side, zone);
    if (!out || transfer.steps.front().day > out->steps.front().day) out = std::move(transfer);
  }
  if (out) {
    out->people_of_from = people_of(office, out->from);
    out->people_of_to = people_of(office, out->to);
  }
  return out;
}

} // namespace

std::string_view to_text(HandOverStep::What what) {
  switch (what) {
  case HandOverStep::What::asked:
    return "asked";
  case HandOverStep::What::answered:
    return "answered";
  case HandOverStep::What::held_by_team:
    return "held_by_team";
  case HandOverStep::What::allocated:
    return "allocated";
  case HandOverStep::What::seen:
    return "seen";
  }
  return "";
}

Result<RiskShown> risk_of(Office& office, const Caller& caller, const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const SeenSide seen, see_side(office, caller, person, Side::risk));
  const CaseState& state = seen.seen.state;
  RiskShown out;
  out.side = seen.side;
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), out.side.on));
  out.level = state.harm_level.text();
  out.tier = state.holding.tier.text();
  out.points = state.holding.points;
  const casework::RiskRegister& risks = state.risk_register;
  for (auto one = risks.judgements.rbegin(); one != risks.judgements.rend(); ++one)
    out.judgements.push_back(shown(*one));
  for (auto one = risks.assessments.rbegin(); one != risks.assessments.rend(); ++one)
    out.assessments.push_back(shown(*one));
  for (const casework::Flag& one : risks.flags)
    if (one.in_force(policy.risk_register)) out.flags.push_back(shown(one));
  out.hand_over = hand_over_of(office, state, out.side);
  return out;
}

} // namespace probity::service
