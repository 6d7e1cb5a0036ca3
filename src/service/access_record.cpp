#include "service/access_record.h"

#include <algorithm>

#include "service/asking.h"

namespace probity::service {
namespace {

bool is_person(const Office& office, const base::StreamId& person) {
  return office.follower().lists().find_listed(office.follower().standing_name(person)).has_value();
}

bool is_open(const Office& office, const Caller& caller, const base::StreamId& person) {
  const auto found = office.follower().lists().find_listed(office.follower().standing_name(person));
  return found && may_see(office, caller, found->holder);
}

} // namespace

base::Result<AccessRecord> access_record(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_access_log, "access_log"));
  const ReadingLog::Held readings = office.access_log();
  const ledger::Ledger& log = readings.log();
  AccessRecord out;
  out.size = log.size();
  access::AccessQuery newest;
  newest.most = most_accesses;
  PROBITY_ASSIGN(auto entries, access::access_entries(log, newest));
  std::vector<base::StreamId> named;
  for (access::AccessEntry& entry : entries) {
    ShownAccess& shown = out.entries.emplace_back(ShownAccess{std::move(entry), false});
    std::vector<base::StreamId>& people = shown.entry.people;
    shown.staff = people.size() == 1 && !is_person(office, people.front()) &&
                  may_do_with_staff(office, caller, access::Action::see_staff, people.front());
    shown.closed =
        !shown.staff && !std::all_of(people.begin(), people.end(), [&](const base::StreamId& person) {
          return is_open(office, caller, person);
        });
    if (shown.closed) people.clear();
    named.insert(named.end(), people.begin(), people.end());
  }
  log_list(office, permission, "access_log", std::move(named));
  return out;
}

base::Result<std::vector<access::Action>> own_account(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_account, "account"));
  std::vector<access::Action> out;
  std::copy_if(access::all_actions.begin(), access::all_actions.end(), std::back_inserter(out),
               [&](access::Action one) { return access::may_ever(caller.member, one); });
  log_list(office, permission, "account", {});
  return out;
}

} // namespace probity::service
