#include "casework/workforce/caseload.h"

#include "casework/workforce/load_of_person.h"

#include "risk/workload.h"

namespace probity::casework {

Caseloads caseloads(const timeline::Book& book, const base::Zone& zone) {
  Caseloads out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases())
    add_to(out, state_of(*person, zone));
  return out;
}

PersonLoad load_of(const CaseState& state) {
  if (state.practitioner.empty() || state.died) return {};
  return {true, state.high_risk(), state.holding.points};
}

namespace {

void weigh(Caseload& sum, const PersonLoad& one, int sign) {
  if (!one.counts) return;
  sum.people += sign;
  sum.high_risk += one.high_risk ? sign : 0;
  if (!one.points) return;
  sum.points += sign * *one.points;
  sum.people_with_points += sign;
}

} // namespace

void add_to(Caseload& sum, const PersonLoad& one) {
  weigh(sum, one, 1);
}

void take_from(Caseload& sum, const PersonLoad& one) {
  weigh(sum, one, -1);
}

void add_to(Caseloads& loads, const CaseState& state) {
  const PersonLoad load = load_of(state);
  if (!load.counts) return;
  Caseload& sum = loads[std::string(state.practitioner.text())];
  sum.provider = state.provider;
  add_to(sum, load);
}

std::optional<std::int64_t> available_points(const Workforce& workforce, record::Symbol staff,
                                             const WorkforcePolicy& policy, base::Day on) {
  const StaffMember* member = workforce.member(staff);
  const std::int64_t minutes = workforce.minutes_of(staff);
  if (member == nullptr || minutes == 0) return std::nullopt;
  const StaffAbsence* away = member->absence_on(on);
  if (away != nullptr && away->is_long(policy.long_absence_days, on)) return 0;
  constexpr int minutes_an_hour = 60;
  const bool senior = member->grade == record::Symbol("senior_probation_officer");
  risk::WorkloadCapacityInput input;
  input.points_for_grade = base::Rational(senior ? policy.points_senior : policy.points_full_time);
  input.contracted_hours_for_grade = base::Rational::of(policy.full_time_minutes, minutes_an_hour);
  input.contracted_hours = base::Rational::of(minutes, minutes_an_hour);
  input.reduction_hours = base::Rational(0);
  const risk::Score score = risk::score_workload_capacity(input);
  return score.number("available_points").scaled;
}

} // namespace probity::casework
