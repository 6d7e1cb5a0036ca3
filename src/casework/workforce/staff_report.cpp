#include "casework/workforce/staff_report.h"

#include <algorithm>
#include <set>

namespace probity::casework {

StaffRow staff_row(const Workforce& workforce, record::Symbol staff, const Caseloads& loads,
                   const WorkforcePolicy& policy, base::Day on) {
  StaffRow row;
  row.staff = staff;
  if (const auto load = loads.find(staff.text()); load != loads.end()) row.load = load->second;
  row.body = row.load.provider;
  const StaffMember* member = workforce.member(staff);
  if (member == nullptr) return row;
  row.recorded = true;
  if (!member->body().empty()) row.body = member->body();
  row.grade = member->grade;
  row.posts = static_cast<int>(workforce.posts_of(staff).size());
  row.minutes = workforce.minutes_of(staff);
  row.left = member->left;
  row.appeal_open = !member->assignments.empty() && member->assignments.back().appeal_open();
  row.available = available_points(workforce, staff, policy, on);
  if (const StaffAbsence* away = member->absence_on(on)) {
    row.away = away->kind;
    row.away_since = away->from;
    row.away_long = away->is_long(policy.long_absence_days, on);
  }
  return row;
}

StaffReport staff_report(const timeline::Book& book, const base::Zone& zone, const WorkforcePolicy& policy,
                         record::Symbol provider, base::Day on) {
  return staff_report(workforce_of(book), caseloads(book, zone), policy, provider, on);
}

StaffReport staff_report(const Workforce& workforce, const Caseloads& loads, const WorkforcePolicy& policy,
                         record::Symbol provider, base::Day on) {
  StaffReport out;
  for (const auto& [id, post] : workforce.posts) {
    if (!provider.empty() && post.body != provider) continue;
    out.posts.push_back(post);
    ++(post.closed ? out.closed : post.vacant() ? out.vacant : out.filled);
  }
  std::set<std::string> names;
  for (const auto& [id, member] : workforce.staff)
    names.insert(id.hex());
  for (const auto& [name, load] : loads)
    names.insert(name);
  for (const std::string& name : names) {
    const StaffRow row = staff_row(workforce, record::Symbol(name), loads, policy, on);
    if (!provider.empty() && row.body != provider) continue;
    out.away += row.away.empty() ? 0 : 1;
    out.staff.push_back(row);
  }
  std::stable_sort(out.posts.begin(), out.posts.end(), [](const Post& a, const Post& b) {
    return std::pair(a.body.text(), a.grade.text()) < std::pair(b.body.text(), b.grade.text());
  });
  std::stable_sort(out.staff.begin(), out.staff.end(),
                   [](const StaffRow& a, const StaffRow& b) { return a.body.text() < b.body.text(); });
  return out;
}

} // namespace probity::casework
