#include "outcome/curves.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace probity::outcome {
namespace {

std::int32_t number_of(Cause cause) {
  const auto found = std::find(std::begin(shown_causes), std::end(shown_causes), cause);
  return found == std::end(shown_causes) ? 0
                                         : static_cast<std::int32_t>(found - std::begin(shown_causes)) + 1;
}

struct Group {
  std::vector<FollowUp> people;
  std::int64_t left_out = 0;
};

// The reoffence alone, everything else as censoring.
std::vector<FollowUp> alone(const std::vector<FollowUp>& people) {
  std::vector<FollowUp> out = people;
  for (FollowUp& person : out)
    if (person.cause != 1) person.cause = 0;
  return out;
}

Curve curve_of(const std::string& label, const Group& group, const std::vector<std::int32_t>& days) {
  Curve out;
  out.label = label;
  out.people = static_cast<std::int64_t>(group.people.size());
  out.left_out = group.left_out;
  const IncidenceCurves shares = cumulative_incidence(group.people, shown_cause_count);
  const SurvivalCurve free = kaplan_meier(alone(group.people));
  for (const std::int32_t day : days) {
    CurvePoint point;
    point.day = day;
    point.at_risk = number_at_risk(group.people, day);
    if (const IncidenceStep* step = shares.at(day)) {
      for (std::size_t cause = 0; cause < shown_cause_count; ++cause)
        point.share[cause] = step->by_cause[cause].share;
      point.interval = step->by_cause[0].interval;
    }
    if (const SurvivalStep* step = free.at(day)) point.alone = 1 - step->survival;
    out.points.push_back(point);
  }
  return out;
}

} // namespace

Curves curves_of(const Cohort& cohort) {
  constexpr int parts = 12;
  std::vector<std::int32_t> days;
  for (int part = 1; part <= parts; ++part) // 365.25 / 12 days a month; the last is the shortest window
    days.push_back(static_cast<std::int32_t>(cohort.rule.window_months) * part * 1461 / 48 / parts);
  std::map<std::string, Group> groups;
  for (const Member& member : cohort.members) {
    Group& group = groups[member.stratum];
    const FirstEvent& first = member.first_event;
    if (first.day_known)
      group.people.push_back({first.days, number_of(first.cause)});
    else
      ++group.left_out;
  }
  Curves out;
  std::vector<std::vector<FollowUp>> paces;
  for (const auto& [stratum, group] : groups) {
    out.groups.push_back(curve_of(stratum.empty() ? "all" : stratum, group, days));
    if (!group.people.empty()) paces.push_back(alone(group.people));
  }
  if (paces.size() > 1)
    if (auto test = log_rank(paces)) out.test = std::move(*test);
  return out;
}

} // namespace probity::outcome
