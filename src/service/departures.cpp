#include "service/departures.h"

#include <algorithm>
#include <tuple>

#include "service/asking.h"

namespace probity::service {

base::Result<Departures> departures(Office& office, const Caller& caller) {
  auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_team, "departures"));
  Departures out;
  out.on = office.today();
  out.size = office.ledger().size();
  out.body = caller.member.provider;
  out.since = base::add_months(out.on, -departure_months) + 1;
  casework::WorklistFilter of_body;
  of_body.provider = record::Symbol(out.body);
  const std::vector<casework::SharedPerson> people = office.follower().lists().people_of(of_body);
  held.unlock(); // unpacking takes long, and nobody waits for it
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  const Sight sight(caller, out.on);
  for (const casework::SharedPerson& person : people) {
    const auto& last = person->columns.breach_decided;
    if (!last || *last < out.since || !sight.sees(person->holder)) continue;
    const casework::CaseState state = person->state();
    const std::string staff(state.practitioner.text());
    for (const casework::Breach& one : state.breaches) {
      if (one.decision.empty() || one.decided < out.since) continue;
      ++out.decided;
      if (one.decision == one.advised) continue;
      out.others.push_back({state.person,
                            {},
                            staff,
                            access::account_of(accounts, staff),
                            one.id,
                            one.decided,
                            std::string(one.advised.text()),
                            std::string(one.decision.text()),
                            std::string(one.reason.text())});
    }
  }
  std::sort(out.others.begin(), out.others.end(), [](const Departure& a, const Departure& b) {
    return std::tie(b.decided, a.person, a.breach) < std::tie(a.decided, b.person, b.breach);
  });
  name_rows(office, out.others);
  log_rows_at(office, permission, "departures", out.others, out.size);
  return out;
}

} // namespace probity::service
