#include "service/sides/further_offence_side.h"

#include <algorithm>

namespace probity::service {
namespace {

using casework::FurtherOffence;

FurtherOffenceShown::Stage stage_of(const FurtherOffence& one) {
  using enum FurtherOffenceShown::Stage;
  if (one.closed) return closed;
  if (!one.notified) return to_tell;
  if (one.countersigned) return signed_off;
  if (one.reviewed) return to_sign;
  if (one.to_review()) return to_review;
  return one.review_decision.empty() ? to_decide : no_review;
}

FurtherOffenceShown shown(const FurtherOffence& one) {
  FurtherOffenceShown out;
  out.id = one.id;
  out.offence = one.offence.text();
  out.automatic = one.automatic;
  out.stage = stage_of(one);
  out.offence_on = one.offence_on;
  out.learnt = one.learnt;
  out.first_court = one.first_court;
  out.notified = one.notified;
  out.decision = one.review_decision.text();
  out.reviewed = one.reviewed;
  out.finding = one.finding.text();
  out.result = one.result.text();
  return out;
}

std::optional<base::Day> last_seen(const casework::CaseState& state) {
  std::optional<base::Day> out;
  for (const casework::Appointment& one : state.appointments)
    if (one.outcome.text().starts_with("attended") && (!out || *out < one.day)) out = one.day;
  return out;
}

} // namespace

std::string_view to_text(FurtherOffenceShown::Stage stage) {
  switch (stage) {
  case FurtherOffenceShown::Stage::to_tell:
    return "to_tell";
  case FurtherOffenceShown::Stage::to_decide:
    return "to_decide";
  case FurtherOffenceShown::Stage::to_review:
    return "to_review";
  case FurtherOffenceShown::Stage::to_sign:
    return "to_sign";
  case FurtherOffenceShown::Stage::signed_off:
    return "signed_off";
  case FurtherOffenceShown::Stage::no_review:
    return "no_review";
  case FurtherOffenceShown::Stage::closed:
    return "closed";
  }
  return "";
}

base::Result<FurtherOffencesShown> further_offences_of(Office& office, const Caller& caller,
                                                       const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const SeenSide seen, see_side(office, caller, person, Side::further_offences));
  const casework::CaseState& state = seen.seen.state;
  FurtherOffencesShown out;
  out.side = seen.side;
  for (auto one = state.further_offences.all.rbegin(); one != state.further_offences.all.rend(); ++one)
    out.offences.push_back(shown(*one));
  const auto& holders = state.further_offences.held_by;
  out.held_case = std::any_of(holders.begin(), holders.end(), [&](record::Symbol staff) {
    return staff.text() == caller.member.staff.hex();
  });
  out.held_by = static_cast<int>(holders.size());
  out.last_seen = last_seen(state);
  out.harm_level = state.harm_level.text();
  for (const casework::Obligation& one : seen.seen.owed)
    out.overdue += one.overdue(out.side.on) ? 1 : 0;
  return out;
}

} // namespace probity::service
