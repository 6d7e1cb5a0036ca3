#include "service/access_record.h"

#include <algorithm>

#include "service/asking.h"

namespace probity::service {
namespace {

constexpr std::string_view page = "access_log";

bool is_person(const Office& office, const base::StreamId& person) {
  return office.follower().lists().find_listed(office.follower().standing_name(person)).has_value();
}

bool is_open(const Office& office, const Caller& caller, const base::StreamId& person) {
  const auto found = office.follower().lists().find_listed(office.follower().standing_name(person));
  return found && may_see(office, caller, found->holder);
}

base::Result<base::EntityId> reader_called(Office& office, const std::string& name) {
  if (const auto pseudonym = base::EntityId::from_hex(name)) return *pseudonym;
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  const auto found = std::find_if(accounts.begin(), accounts.end(),
                                  [&](const access::Account& one) { return one.member.account == name; });
  if (found == accounts.end())
    return base::fail(base::ErrorCode::invalid_input, "Nobody has an account of this name", "reader",
                      "Enter the name by which somebody signs in, or the 32 "
                      "digits of their pseudonym");
  return found->member.staff;
}

base::Result<access::AccessQuery> query_of(Office& office, const Caller& caller, const AccessAsked& asked) {
  access::AccessQuery out;
  out.most = most_accesses + 1;
  if (asked.person) {
    PROBITY_TRY(ask_about(office, caller, access::Action::see_case, *asked.person, page));
    out.person = office.follower().standing_name(*asked.person);
  }
  if (!asked.reader.empty()) {
    PROBITY_ASSIGN(out.staff, reader_called(office, asked.reader));
  }
  if (asked.from) out.from = office.zone().start_of(*asked.from);
  if (asked.to) out.before = office.zone().start_of(*asked.to + 1);
  return out;
}

} // namespace

base::Result<AccessRecord> access_record(Office& office, const Caller& caller, const AccessAsked& asked) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_access_log, page));
  PROBITY_ASSIGN(const access::AccessQuery query, query_of(office, caller, asked));
  const ReadingLog::Held readings = office.access_log();
  const ledger::Ledger& log = readings.log();
  AccessRecord out;
  out.asked = asked;
  out.size = log.size();
  PROBITY_ASSIGN(auto entries, access::access_entries(log, query));
  out.more = entries.size() > most_accesses;
  if (out.more) entries.pop_back();
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
  log_list(office, permission, page, std::move(named));
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
