#include "service/workload.h"

#include <algorithm>
#include <tuple>

#include "rules/register.h"
#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;
using casework::CaseState;
using record::Symbol;

constexpr std::string_view command = "supervision.allocate";

WaitingPerson person_of(const Office& office, const CaseState& state) {
  return {state.person,
          office.name_of(state.person),
          std::string(state.duty_team.text()),
          std::string(state.practitioner.text()),
          std::string(state.harm_level.text()),
          std::string(state.holding.tier.text()),
          state.holding.points};
}

// Nobody holds the case, or somebody who left or is away for long.
bool waits(const CaseState& state, const std::vector<casework::StaffRow>& staff) {
  if (state.died || state.order() == nullptr) return false;
  if (state.practitioner.empty()) return true;
  return std::any_of(staff.begin(), staff.end(), [&](const casework::StaffRow& row) {
    return row.staff == state.practitioner && (row.left || row.away_long);
  });
}

Result<casework::WorkforcePolicy> policy_on(base::Day on) {
  PROBITY_ASSIGN(casework::Policy policy, casework::policy_of(rules::england_wales(), on));
  return policy.workforce;
}

// The staff of a body. A grade that is not recorded is the one under which they were given a case last.
std::vector<casework::StaffRow> staff_of(const Office& office, const casework::WorkforcePolicy& policy,
                                         Symbol body) {
  const Staffing staffing = office.staffing();
  auto report = casework::staff_report(staffing.workforce, staffing.caseloads, policy, body, office.today());
  std::map<std::string_view, std::pair<std::uint64_t, Symbol>> grades; // by pseudonym
  office.follower().lists().visit({}, [&](const casework::LiveWorklists::Seen& seen) {
    const casework::Holding& holding = seen.state.holding;
    auto& [event, grade] = grades[seen.state.practitioner.text()];
    if (holding.allocated_event < event || holding.grade.empty()) return;
    event = holding.allocated_event;
    grade = holding.grade;
  });
  for (casework::StaffRow& row : report.staff)
    if (row.grade.empty()) row.grade = grades[row.staff.text()].second;
  return std::move(report.staff);
}

Result<AllocationShown> shown_of(Office& office, const CaseState& state) {
  PROBITY_ASSIGN(const casework::WorkforcePolicy policy, policy_on(office.today()));
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  AllocationShown out;
  out.person = person_of(office, state);
  out.held_grade = state.holding.grade.text();
  out.candidates =
      casework::candidates(state, staff_of(office, policy, state.provider), policy, office.today());
  for (const casework::Candidate& one : out.candidates)
    out.accounts.push_back(access::account_of(accounts, one.row.staff.text()));
  return out;
}

} // namespace

Result<Workload> workload(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_workload, "workload"));
  Workload out;
  out.on = office.today();
  out.size = office.ledger().size();
  out.body = caller.member.provider;
  PROBITY_ASSIGN(const casework::WorkforcePolicy policy, policy_on(out.on));
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  const auto staff = staff_of(office, policy, Symbol(out.body));
  for (const casework::StaffRow& row : staff)
    if (!row.left || row.load.people > 0)
      out.staff.push_back({row, access::account_of(accounts, row.staff.text())});
  casework::WorklistFilter of_body;
  of_body.provider = Symbol(out.body);
  office.follower().lists().visit(of_body, [&](const casework::LiveWorklists::Seen& seen) {
    if (waits(seen.state, staff) && may_see(office, caller, seen.state))
      out.waiting.push_back(person_of(office, seen.state));
  });
  std::sort(out.waiting.begin(), out.waiting.end(), [](const WaitingPerson& a, const WaitingPerson& b) {
    return std::tuple(-casework::harm_rank(Symbol(a.harm_level)), a.person) <
           std::tuple(-casework::harm_rank(Symbol(b.harm_level)), b.person);
  });
  log_rows(office, permission, "workload", out.waiting);
  return out;
}

Result<AllocationShown> allocation_of(Office& office, const Caller& caller, const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::allocate_case, person, "allocation"));
  const auto seen = office.follower().lists().find(office.follower().standing_name(person));
  return shown_of(office, seen->state);
}

Result<Acted> allocate(Office& office, const Caller& caller, const AllocationChosen& chosen) {
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
  return give_command(office, caller, given);
}

} // namespace probity::service
