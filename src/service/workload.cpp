#include "service/workload.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rules/register.h"
#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;
using casework::CaseState;
using record::Symbol;

constexpr std::string_view command = "supervision.allocate";

// Without the name, for which the office is held.
WaitingPerson person_of(const CaseState& state) {
  return {state.person,
          {},
          std::string(state.duty_team.text()),
          std::string(state.practitioner.text()),
          std::string(state.harm_level.text()),
          std::string(state.holding.tier.text()),
          state.holding.points,
          {},
          {}};
}

// Nobody holds the case, or somebody who left or is away for long.
bool waits(const casework::ListedPerson& person, const std::set<std::string_view>& gone) {
  const Symbol holder = person.holder.practitioner;
  return person.columns.in_force && (holder.empty() || gone.contains(holder.text()));
}

// Pseudonyms of those who left or are away for long.
std::set<std::string_view> gone_of(const std::vector<casework::StaffRow>& staff) {
  std::set<std::string_view> out;
  for (const casework::StaffRow& row : staff)
    if (row.left || row.away_long) out.insert(row.staff.text());
  return out;
}

// Whose holder they name, and when that one left.
void add_holders(std::vector<WaitingPerson>& waiting, const std::vector<casework::StaffRow>& staff,
                 const std::vector<access::Account>& accounts) {
  std::map<std::string_view, base::Day> left;
  for (const casework::StaffRow& row : staff)
    if (row.left) left.emplace(row.staff.text(), *row.left);
  for (WaitingPerson& one : waiting) {
    if (one.holder.empty()) continue;
    one.account = access::account_of(accounts, one.holder);
    if (const auto found = left.find(one.holder); found != left.end()) one.holder_left = found->second;
  }
}

Result<casework::WorkforcePolicy> policy_on(base::Day on) {
  PROBITY_ASSIGN(casework::Policy policy, casework::policy_of(rules::england_wales(), on));
  return policy.workforce;
}

// The staff of a body, without the office. A grade that is not recorded is found by `add_grades`.
std::vector<casework::StaffRow> staff_of(const Staffing& staffing, const casework::WorkforcePolicy& policy,
                                         Symbol body, base::Day on) {
  return casework::staff_report(staffing.workforce, staffing.caseloads, policy, body, on).staff;
}

// A grade that is not recorded is the one under which they were given a case last. The office is not held.
Result<void> add_grades(Office& office, std::vector<casework::StaffRow>& staff) {
  const auto held = office.hold();
  PROBITY_TRY(office.follow()); // there may be no follower, after one that failed
  for (casework::StaffRow& row : staff)
    if (row.grade.empty()) row.grade = office.follower().lists().last_grade(row.staff);
  return {};
}

} // namespace

Result<Workload> workload(Office& office, const Caller& caller) {
  auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_workload, "workload"));
  Workload out;
  out.on = office.today();
  out.size = office.ledger().size();
  out.body = caller.member.provider;
  casework::WorklistFilter of_body;
  of_body.provider = Symbol(out.body);
  const Staffing staffing = office.staffing();
  const std::vector<casework::SharedPerson> people = office.follower().lists().people_of(of_body);
  held.unlock(); // what follows takes long in a large body, and nobody waits for it
  PROBITY_ASSIGN(const casework::WorkforcePolicy policy, policy_on(out.on));
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  auto staff = staff_of(staffing, policy, Symbol(out.body), out.on);
  const std::set<std::string_view> gone = gone_of(staff);
  const Sight sight(caller, out.on);
  for (const casework::SharedPerson& person : people)
    if (waits(*person, gone) && sight.sees(person->holder)) out.waiting.push_back(person_of(person->state()));
  add_holders(out.waiting, staff, accounts);
  std::sort(out.waiting.begin(), out.waiting.end(), [](const WaitingPerson& a, const WaitingPerson& b) {
    return std::tuple(!a.holder_left, -casework::harm_rank(Symbol(a.harm_level)), a.person) <
           std::tuple(!b.holder_left, -casework::harm_rank(Symbol(b.harm_level)), b.person);
  });
  PROBITY_TRY(add_grades(office, staff));
  name_rows(office, out.waiting);
  for (const casework::StaffRow& row : staff)
    if (!row.left || row.load.people > 0)
      out.staff.push_back({row, access::account_of(accounts, row.staff.text())});
  log_rows_at(office, permission, "workload", out.waiting, out.size);
  return out;
}

Result<AllocationShown> allocation_of(Office& office, const Caller& caller, const base::StreamId& person) {
  auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::allocate_case, person, "allocation"));
  const auto seen = office.follower().lists().find(office.follower().standing_name(person));
  const CaseState& state = seen->state;
  AllocationShown out;
  out.person = person_of(state);
  out.person.name = office.name_of(state.person);
  out.identity = identity_of(office, state);
  out.held_grade = state.holding.grade.text();
  const base::Day on = office.today();
  const Staffing staffing = office.staffing();
  held.unlock();
  PROBITY_ASSIGN(const casework::WorkforcePolicy policy, policy_on(on));
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  auto staff = staff_of(staffing, policy, state.provider, on);
  PROBITY_TRY(add_grades(office, staff));
  out.candidates = casework::candidates(state, staff, policy, on);
  for (const casework::StaffRow& row : staff)
    if (!out.person.holder.empty() && row.staff.text() == out.person.holder)
      out.holder = {row, access::account_of(accounts, out.person.holder)};
  for (const casework::Candidate& one : out.candidates)
    out.accounts.push_back(access::account_of(accounts, one.row.staff.text()));
  return out;
}

namespace {

Result<CommandGiven> command_for(Office& office, const Caller& caller, const AllocationChosen& chosen) {
  PROBITY_ASSIGN(const AllocationShown shown, allocation_of(office, caller, chosen.person));
  const auto found =
      std::find_if(shown.candidates.begin(), shown.candidates.end(), [&](const casework::Candidate& one) {
        return one.row.staff.text() == chosen.practitioner;
      });
  // Sent again after it acted, the holder is no candidate any more: the command itself says so.
  const bool holds = !chosen.practitioner.empty() && chosen.practitioner == shown.person.holder;
  if (found == shown.candidates.end() && !holds)
    return base::fail(base::ErrorCode::invalid_input, "Select a practitioner of your body", "practitioner");
  if (!holds && &*found != shown.recommended() && chosen.reason.empty())
    return base::fail(base::ErrorCode::refused, "Select why it is not the practitioner who is recommended",
                      "reason");
  CommandGiven given;
  given.id = chosen.id;
  given.person = chosen.person;
  given.command = command;
  given.fields = {"practitioner=" + chosen.practitioner};
  given.fields.push_back("grade=" + (holds ? shown.held_grade : std::string(found->row.grade.text())));
  if (!chosen.reason.empty()) given.fields.push_back("reason=" + chosen.reason);
  if (!chosen.over_capacity.empty()) given.fields.push_back("over_capacity=" + chosen.over_capacity);
  return given;
}

} // namespace

Result<Acted> allocate(Office& office, const Caller& caller, const AllocationChosen& chosen) {
  PROBITY_ASSIGN(const CommandGiven given, command_for(office, caller, chosen));
  return give_command(office, caller, given);
}

Result<Acted> try_allocation(Office& office, const Caller& caller, const AllocationChosen& chosen) {
  PROBITY_ASSIGN(const CommandGiven given, command_for(office, caller, chosen));
  return try_command(office, caller, given);
}

} // namespace probity::service
