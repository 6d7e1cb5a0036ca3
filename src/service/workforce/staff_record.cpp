#include "service/workforce/staff_record.h"

#include <algorithm>

#include "rules/register.h"
#include "service/asking.h"
#include "service/workforce/staff_commands.h"

namespace probity::service {
namespace {

using base::Result;
using record::Symbol;

Result<casework::WorkforcePolicy> policy_on(base::Day on) {
  return casework::read_workforce_policy(casework::PolicyReader(rules::england_wales(), on));
}

PostShown shown(const casework::Post& post, const std::vector<access::Account>& accounts) {
  return {post, post.vacant() ? std::string() : access::account_of(accounts, post.holder.text())};
}

casework::Caseloads held_by(const Office& office, Symbol staff) {
  casework::WorklistFilter theirs;
  theirs.practitioner = staff;
  casework::Caseloads out;
  office.follower().lists().visit(
      theirs, [&](const casework::LiveWorklists::Seen& seen) { casework::add_to(out, seen.state); });
  return out;
}

// The office is held, and the gate was asked.
Result<StaffRecord> record_of(Office& office, const Caller& caller, const base::StreamId& staff) {
  StaffRecord out;
  out.id = staff;
  out.on = office.today();
  out.size = office.ledger().size();
  out.own = staff.bytes == caller.member.staff.bytes;
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  const casework::Workforce& workforce = office.follower().workforce();
  if (const casework::Post* post = workforce.post(staff)) {
    out.post = shown(*post, accounts);
  } else {
    const Symbol pseudonym(staff.hex());
    PROBITY_ASSIGN(const casework::WorkforcePolicy policy, policy_on(out.on));
    out.account = access::account_of(accounts, pseudonym.text());
    out.row = casework::staff_row(workforce, pseudonym, held_by(office, pseudonym), policy, out.on);
    out.member.id = staff;
    if (const casework::StaffMember* member = workforce.member(pseudonym)) out.member = *member;
    for (const casework::Post* filled : workforce.posts_of(pseudonym))
      out.posts.push_back(shown(*filled, accounts));
  }
  PROBITY_ASSIGN(out.length, office.ledger().stream_length(staff));
  if (out.length > 0) {
    PROBITY_ASSIGN(CaseView view, view_case(office.ledger(), staff, {}));
    out.events.assign(std::make_move_iterator(view.events.rbegin()),
                      std::make_move_iterator(view.events.rend()));
  }
  out.offered = staff_commands_offered(office, caller, staff);
  return out;
}

} // namespace

Result<StaffRecord> staff_record(Office& office, const Caller& caller, const base::StreamId& staff) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about_staff(office, caller, access::Action::see_staff, staff, "staff_record"));
  return record_of(office, caller, staff);
}

Result<StaffRecord> own_staff_record(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_own_staff_record, "own_staff_record"));
  const base::StreamId own{caller.member.staff.bytes};
  log_list(office, permission, "own_staff_record", {own});
  return record_of(office, caller, own);
}

Result<StaffList> staff_list(Office& office, const Caller& caller) {
  auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_workload, "staff"));
  StaffList out;
  out.on = office.today();
  out.size = office.ledger().size();
  out.body = caller.member.provider;
  out.may_make_post = access::may_ever(caller.member, access::Action::make_post);
  const Staffing staffing = office.staffing();
  held.unlock(); // what follows takes long in a large body, and nobody waits for it
  PROBITY_ASSIGN(const casework::WorkforcePolicy policy, policy_on(out.on));
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  const auto report =
      casework::staff_report(staffing.workforce, staffing.caseloads, policy, Symbol(out.body), out.on);
  for (const casework::Post& post : report.posts)
    out.posts.push_back(shown(post, accounts));
  out.filled = report.filled;
  out.vacant = report.vacant;
  out.closed = report.closed;
  out.away = report.away;
  for (const casework::StaffRow& row : report.staff)
    out.staff.push_back({row, access::account_of(accounts, row.staff.text())});
  for (const access::Account& account : accounts) {
    const Symbol pseudonym(account.member.staff.hex());
    const casework::StaffMember* member = staffing.workforce.member(pseudonym);
    const bool assigned = member != nullptr && !member->body().empty();
    const bool listed = std::any_of(report.staff.begin(), report.staff.end(),
                                    [&](const casework::StaffRow& row) { return row.staff == pseudonym; });
    if (!account.active || account.member.provider != out.body || assigned || listed) continue;
    const auto row = casework::staff_row(staffing.workforce, pseudonym, staffing.caseloads, policy, out.on);
    out.staff.push_back({row, account.member.account});
  }
  log_list_at(office, permission, "staff", {}, out.size);
  return out;
}

} // namespace probity::service
