#include "service/service_state.h"

#include <map>

#include "access/access_entries.h"
#include "ledger/access_log.h"
#include "service/asking.h"

namespace probity::service {
namespace {

// Of accounts of the same member of staff, all: the ledger has pseudonyms, not names of accounts.
base::Result<std::map<base::EntityId, base::Instant>> last_signings(const ledger::Ledger& log) {
  access::AccessQuery query;
  query.type = ledger::type_signed_in;
  query.most = log.size();
  PROBITY_ASSIGN(const std::vector<access::AccessEntry> entries, access::access_entries(log, query));
  std::map<base::EntityId, base::Instant> out;
  for (const access::AccessEntry& one : entries)
    if (one.refused.empty()) out.emplace(one.staff, one.at); // the newest stands first
  return out;
}

} // namespace

base::Result<ServiceState> service_state(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_accounts, "accounts"));
  ServiceState out;
  out.on = office.today();
  out.size = office.ledger().size();
  out.root = office.ledger().root();
  out.last_recorded = office.ledger().last_recorded();
  out.people = office.follower().lists().people();
  std::map<base::EntityId, base::Instant> signings;
  {
    const ReadingLog::Held readings = office.access_log();
    out.accesses = readings.log().size();
    PROBITY_ASSIGN(signings, last_signings(readings.log()));
  }
  PROBITY_ASSIGN(std::vector<access::Account> accounts, office.accounts());
  const std::vector<access::Session> sessions = office.open_sessions();
  for (access::Account& account : accounts) {
    AccountShown& one = out.accounts.emplace_back();
    one.account = std::move(account);
    if (const auto found = signings.find(one.account.member.staff); found != signings.end())
      one.last_signed_in = found->second;
    for (const access::Session& session : sessions)
      if (session.member.account == one.account.member.account) one.sessions.push_back(session);
  }
  log_list(office, permission, "accounts", {});
  return out;
}

} // namespace probity::service
