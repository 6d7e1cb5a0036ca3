#include "service/departures.h"

#include <algorithm>
#include <tuple>

#include "service/asking.h"

namespace probity::service {

base::Result<Departures> departures(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_team, "departures"));
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  Departures out;
  out.on = office.today();
  out.size = office.ledger().size();
  out.body = caller.member.provider;
  out.since = base::add_months(out.on, -departure_months) + 1;
  casework::WorklistFilter of_body;
  of_body.provider = record::Symbol(out.body);
  office.follower().lists().visit(of_body, [&](const casework::LiveWorklists::Seen& seen) {
    const casework::CaseState& state = seen.state;
    if (state.breaches.empty() || !may_see(office, caller, state)) return;
    for (const casework::Breach& one : state.breaches) {
      if (one.decision.empty() || one.decided < out.since) continue;
      ++out.decided;
      if (one.decision == one.advised) continue;
      const std::string staff(state.practitioner.text());
      out.others.push_back({state.person, office.name_of(state.person), staff,
                            access::account_of(accounts, staff), one.id, one.decided,
                            std::string(one.advised.text()), std::string(one.decision.text()),
                            std::string(one.reason.text())});
    }
  });
  std::sort(out.others.begin(), out.others.end(), [](const Departure& a, const Departure& b) {
    return std::tie(b.decided, a.person, a.breach) < std::tie(a.decided, b.person, b.breach);
  });
  log_rows(office, permission, "departures", out.others);
  return out;
}

} // namespace probity::service
