#include "service/releases.h"

#include <algorithm>
#include <tuple>

#include "casework/custody/release_list.h"
#include "rules/register.h"
#include "service/asking.h"

namespace probity::service {
namespace {

int place_of(const ReleaseRow& row) {
  const bool recorded =
      row.board.item(casework::ReleaseItem::release_recorded).status != casework::ItemStatus::missing;
  if (row.days <= 0 && !recorded) return 0;
  return row.days == 0 ? 1 : row.days > 0 ? 2 : 3;
}

} // namespace

base::Result<Releases> releases(Office& office, const Caller& caller, ReleasesOf whose) {
  auto held = office.hold();
  const bool mine = whose == ReleasesOf::mine;
  const std::string_view page = mine ? "releases" : "releases_of_body";
  PROBITY_ASSIGN(
      const access::Permission permission,
      ask(office, caller, mine ? access::Action::see_releases : access::Action::see_team_releases, page));
  Releases out;
  out.on = office.today();
  out.size = office.ledger().size();
  out.whose = whose;
  out.body = caller.member.provider;
  const std::string staff = caller.member.staff.hex();
  casework::WorklistFilter filter;
  if (mine)
    filter.practitioner = record::Symbol(staff);
  else
    filter.provider = record::Symbol(caller.member.provider);
  const std::vector<casework::SharedPerson> people = office.follower().lists().people_of(filter);
  held.unlock(); // unpacking takes long, and nobody waits for it
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), out.on));
  const Sight sight(caller, out.on);
  for (const casework::SharedPerson& person : people) {
    if (!sight.sees(person->holder)) continue;
    const casework::CaseState state = person->state();
    auto listed = casework::listed_release(state, policy, working_days, out.on, release_days_ahead);
    if (!listed) continue;
    out.rows.push_back({state.person,
                        {},
                        std::string(state.practitioner.text()),
                        std::string(state.duty_team.text()),
                        state.practitioner.text() == staff,
                        std::string(listed->licence),
                        std::move(listed->board),
                        {},
                        0});
    ReleaseRow& row = out.rows.back();
    row.days = row.board.day - out.on;
    for (const casework::BoardItem& one : row.board.items)
      row.next.push_back(next_step(caller, state, row.board, one.item, out.on));
  }
  std::sort(out.rows.begin(), out.rows.end(), [](const ReleaseRow& a, const ReleaseRow& b) {
    return std::tuple(place_of(a), a.board.day, a.person) < std::tuple(place_of(b), b.board.day, b.person);
  });
  name_rows(office, out.rows);
  log_rows_at(office, permission, page, out.rows, out.size);
  return out;
}

} // namespace probity::service
