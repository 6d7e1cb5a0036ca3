#include "service/sample_accounts.h"

#include <algorithm>
#include <map>

#include "base/named_id.h"

namespace probity::service {
namespace {

using access::Role;

constexpr std::array with_work = {Role::practitioner, Role::senior_practitioner, Role::case_administrator};

struct Busy {
  std::string provider;
  base::EntityId staff;
  std::size_t owed = 0;
};

// The practitioners of the body whose busiest one owes most, the busiest first.
std::vector<Busy> busiest(const casework::LiveWorklists& lists) {
  std::map<std::pair<std::string, std::string>, std::size_t> owed; // body and pseudonym → how much
  for (const casework::WorklistEntry& entry : lists.list())
    if (entry.obligation.by == casework::OwedBy::practitioner && !entry.practitioner.empty())
      ++owed[{std::string(entry.provider.text()), std::string(entry.practitioner.text())}];
  std::vector<Busy> out;
  for (const auto& [who, how_much] : owed)
    if (const auto staff = base::EntityId::from_hex(who.second)) out.push_back({who.first, *staff, how_much});
  std::stable_sort(out.begin(), out.end(), [](const Busy& a, const Busy& b) { return a.owed > b.owed; });
  if (!out.empty())
    std::erase_if(out, [body = out.front().provider](const Busy& one) { return one.provider != body; });
  return out;
}

access::Member member_of(Role role, const std::vector<Busy>& staff) {
  access::Member out;
  out.account = "sample." + std::string(access::to_text(role));
  out.roles = {role};
  out.provider = staff.empty() ? "sample" : staff.front().provider;
  const auto* const found = std::find(with_work.begin(), with_work.end(), role);
  const auto place = static_cast<std::size_t>(found - with_work.begin());
  out.staff = found != with_work.end() && place < staff.size()
                  ? staff[place].staff
                  : base::named_id<base::EntityId>("sample account/" + out.account);
  return out;
}

} // namespace

base::Result<std::vector<SampleSignIn>> make_sample_accounts(Office& office, access::Accounts& accounts) {
  const auto held = office.hold();
  if (office.ledger().constants().clock != ledger::Clock::replayed)
    return base::fail(base::ErrorCode::refused, "this ledger is no sample: its clock is live", "--sample",
                      "Make accounts of its own with probity account add, and serve it without --sample");
  const std::vector<Busy> staff = busiest(office.follower().lists());
  std::vector<SampleSignIn> out;
  for (const Role role : access::all_roles) {
    const access::Member member = member_of(role, staff);
    PROBITY_ASSIGN(const auto there, accounts.find(member.account));
    if (!there) PROBITY_TRY(accounts.add(member, sample_password));
    out.push_back({role, member.account});
  }
  return out;
}

} // namespace probity::service
