#include "casework/workforce/candidates.h"

#include <algorithm>
#include <tuple>

#include "casework/workforce/grade_limits.h"

namespace probity::casework {
namespace {

constexpr std::int64_t thousandths = 1'000;

std::string obstacle_of(const CaseState& state, const StaffRow& row, const WorkforcePolicy& policy,
                        base::Day on) {
  if (row.left) return "they left their last post";
  if (row.away_long) return "they are away for long";
  if (state.access.standing(row.staff, on) != Standing::admitted) return "the record is closed to them";
  if (row.grade.empty()) return "their grade is not recorded";
  if (const auto above = above_grade(state, policy, row.grade))
    return above->what + ", which is above their grade";
  return {};
}

// What they carry with the case, in thousandths of what they can; nothing where either is not known.
std::optional<std::int64_t> share(const CaseState& state, const StaffRow& row) {
  if (!row.available || *row.available <= 0 || row.load.people_with_points < row.load.people)
    return std::nullopt;
  return (row.load.points + state.holding.points.value_or(0)) * thousandths / *row.available;
}

auto rank(const CaseState& state, const Candidate& one) {
  const auto part = share(state, one.row);
  return std::tuple(!one.obstacle.empty(), one.over, !one.row.away.empty(), !part, part.value_or(0),
                    one.row.load.people, one.row.staff.text());
}

} // namespace

std::vector<Candidate> candidates(const CaseState& state, const std::vector<StaffRow>& staff,
                                  const WorkforcePolicy& policy, base::Day on) {
  std::vector<Candidate> out;
  for (const StaffRow& row : staff) {
    if (row.staff == state.practitioner) continue;
    const bool over = row.available && row.load.points + state.holding.points.value_or(0) > *row.available;
    out.push_back({row, obstacle_of(state, row, policy, on), over});
  }
  std::sort(out.begin(), out.end(),
            [&](const Candidate& a, const Candidate& b) { return rank(state, a) < rank(state, b); });
  return out;
}

} // namespace probity::casework
