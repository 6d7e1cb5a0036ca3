#include "service/asking.h"

#include <algorithm>
#include <functional>

#include "casework/workforce/workforce_commands.h"

namespace probity::service {
namespace {

using access::Permission;
using base::Result;

access::Standing standing_of(casework::Standing standing) {
  switch (standing) {
  case casework::Standing::admitted:
    return access::Standing::admitted;
  case casework::Standing::excluded:
    return access::Standing::excluded;
  case casework::Standing::not_on_list:
    return access::Standing::not_on_list;
  }
  return access::Standing::not_on_list;
}

access::Record record_of(const casework::CaseHolder& holder, record::Symbol staff, base::Day today) {
  access::Record out;
  out.person = holder.person;
  if (!holder.provider.empty()) out.bodies.emplace_back(holder.provider.text());
  for (const record::Symbol body : holder.asked_of)
    out.bodies.emplace_back(body.text());
  // Somebody has to go on with a record that was only just opened.
  if (out.bodies.empty() && !holder.opened_by.empty()) out.bodies.emplace_back(holder.opened_by.text());
  out.standing = standing_of(holder.access.standing(staff, today));
  return out;
}

access::Record record_of(const casework::CaseHolder& holder, const Caller& caller, base::Day today) {
  return record_of(holder, record::Symbol(caller.member.staff.hex()), today);
}

ledger::Reader reader_of(const access::Member& member, std::optional<access::Role> role) {
  const access::Role shown = role.value_or(member.roles.front());
  return {member.staff, member.provider, std::string(access::to_text(shown)),
          std::string(access::role_in_envelope(shown))};
}

void log(Office& office, ledger::RecordRead read) {
  read.size = office.ledger().size();
  office.note(std::move(read));
}

// What was asked and refused is logged too.
base::Error refused(Office& office, const Caller& caller, std::string_view page,
                    std::vector<base::StreamId> people, const base::Error& error) {
  log(office, {.reader = reader_of(caller.member, std::nullopt),
               .page = std::string(page),
               .people = std::move(people),
               .size = 0,
               .refused = error.where});
  return error;
}

// The bodies whose a post or a member of staff is. Of whom the record says no body, that of their account and
// those that answer for the cases they hold. None: nothing is known of one.
Result<std::vector<std::string>> bodies_of_staff(Office& office, const base::StreamId& staff) {
  const casework::Workforce& workforce = office.follower().workforce();
  if (const casework::Post* post = workforce.post(staff)) return std::vector{std::string(post->body.text())};
  const record::Symbol pseudonym(staff.hex());
  if (const casework::StaffMember* member = workforce.member(pseudonym);
      member != nullptr && !member->body().empty())
    return std::vector{std::string(member->body().text())};
  std::vector<std::string> out;
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  for (const access::Account& account : accounts)
    if (account.member.staff.hex() == pseudonym.text()) out.push_back(account.member.provider);
  casework::WorklistFilter held;
  held.practitioner = pseudonym;
  office.follower().lists().visit_listed(held, [&](const casework::LiveWorklists::Listed& listed) {
    if (!listed.holder.provider.empty()) out.emplace_back(listed.holder.provider.text());
  });
  return out;
}

Result<access::Record> record_of_staff(Office& office, const Caller& caller, const base::StreamId& staff,
                                       std::string_view of_body = {}) {
  access::Record out;
  out.person = staff;
  out.kind = access::About::staff;
  PROBITY_ASSIGN(out.bodies, bodies_of_staff(office, staff));
  if (out.bodies.empty() && !of_body.empty()) out.bodies.emplace_back(of_body);
  // Whoever was assigned to another body may still have the account of the one before, and appeals.
  if (staff.bytes == caller.member.staff.bytes) out.bodies.push_back(caller.member.provider);
  if (out.bodies.empty())
    return base::fail(base::ErrorCode::not_found, "there is no such member of staff, and no such post",
                      "staff", "Check the reference, or look among the staff of your body");
  return out;
}

using Gate = std::function<Result<Permission>(const access::Record*)>;

Result<Permission> ask_gate_about(Office& office, const Caller& caller, const base::StreamId& person,
                                  std::string_view page, const Gate& gate) {
  PROBITY_TRY(office.follow());
  const base::StreamId name = office.follower().standing_name(person);
  const auto found = office.follower().lists().find_listed(name);
  if (!found)
    return base::fail(base::ErrorCode::not_found, "there is no such case", "case",
                      "Check the reference, or look for it among your cases");
  const access::Record about = record_of(found->holder, caller, office.today());
  auto permission = gate(&about);
  if (!permission) return tl::unexpected(refused(office, caller, page, {name}, permission.error()));
  log(office, {.reader = reader_of(caller.member, permission->role()),
               .page = std::string(page),
               .people = {name},
               .size = 0,
               .refused = {}});
  return permission;
}

// `about`: as `record_of_staff` has it.
Result<Permission> ask_gate_about_staff(Office& office, const Caller& caller, const access::Record& about,
                                        std::string_view page, const Gate& gate) {
  auto permission = gate(&about);
  if (!permission) return tl::unexpected(refused(office, caller, page, {about.person}, permission.error()));
  log(office, {.reader = reader_of(caller.member, permission->role()),
               .page = std::string(page),
               .people = {about.person},
               .size = 0,
               .refused = {}});
  return permission;
}

Result<Permission> ask_gate(Office& office, const Caller& caller, std::string_view page, const Gate& gate) {
  PROBITY_TRY(office.follow());
  auto permission = gate(nullptr);
  if (!permission) return tl::unexpected(refused(office, caller, page, {}, permission.error()));
  return permission;
}

} // namespace

Result<Permission> ask_about(Office& office, const Caller& caller, access::Action action,
                             const base::StreamId& person, std::string_view page) {
  return ask_gate_about(office, caller, person, page, [&](const access::Record* about) {
    return access::may(caller.member, action, about);
  });
}

Result<Permission> ask_to_give(Office& office, const Caller& caller, std::string_view command,
                               const base::StreamId& person) {
  return ask_gate_about(office, caller, person, command, [&](const access::Record* about) {
    return access::may_give(caller.member, access::Action::give_command, command, about);
  });
}

Result<Permission> ask_to_open(Office& office, const Caller& caller, std::string_view command) {
  return ask_gate(office, caller, command, [&](const access::Record* about) {
    return access::may_give(caller.member, access::Action::open_record, command, about);
  });
}

Result<Permission> ask_about_staff(Office& office, const Caller& caller, access::Action action,
                                   const base::StreamId& staff, std::string_view page) {
  PROBITY_TRY(office.follow());
  PROBITY_ASSIGN(const access::Record about, record_of_staff(office, caller, staff));
  return ask_gate_about_staff(office, caller, about, page, [&](const access::Record* record) {
    return access::may(caller.member, action, record);
  });
}

Result<Permission> ask_to_give_to_staff(Office& office, const Caller& caller, std::string_view command,
                                        const base::StreamId& staff, std::string_view of_body) {
  PROBITY_TRY(office.follow());
  PROBITY_ASSIGN(const access::Record about, record_of_staff(office, caller, staff, of_body));
  return ask_gate_about_staff(office, caller, about, command, [&](const access::Record* record) {
    return access::may_give(caller.member, access::Action::give_staff_command, command, record);
  });
}

Result<Permission> ask_to_make_post(Office& office, const Caller& caller, std::string_view of_body) {
  constexpr std::string_view command = casework::workforce::make_post.name;
  PROBITY_TRY(office.follow());
  access::Record about;
  about.bodies.emplace_back(of_body);
  about.kind = access::About::staff;
  auto permission = access::may_give(caller.member, access::Action::make_post, command, &about);
  if (!permission) return tl::unexpected(refused(office, caller, command, {}, permission.error()));
  log_list(office, *permission, command, {});
  return permission;
}

Result<Permission> ask(Office& office, const Caller& caller, access::Action action, std::string_view page) {
  return ask_gate(office, caller, page,
                  [&](const access::Record* about) { return access::may(caller.member, action, about); });
}

void log_list(Office& office, const Permission& permission, std::string_view page,
              std::vector<base::StreamId> people) {
  log_list_at(office, permission, page, std::move(people), office.ledger().size());
}

void log_list_at(Office& office, const Permission& permission, std::string_view page,
                 std::vector<base::StreamId> people, std::uint64_t size) {
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  office.note({.reader = reader_of(permission.member(), permission.role()),
               .page = std::string(page),
               .people = std::move(people),
               .size = size,
               .refused = {}});
}

Sight::Sight(const Caller& caller, base::Day today)
    : caller_(caller), staff_(caller.member.staff.hex()), today_(today) {}

bool Sight::sees(const casework::CaseHolder& holder) const {
  const access::Record about = record_of(holder, staff_, today_);
  return access::is_permitted(caller_.member, access::Action::see_case, about);
}

bool Sight::sees(const casework::LiveWorklists::Outline& outline) {
  const casework::CaseHolder& holder = (*outline.place)->holder;
  if (!outline.by_body_alone) return sees(holder);
  for (const auto& [body, seen] : bodies_)
    if (body == outline.provider) return seen;
  return bodies_.emplace_back(outline.provider, sees(holder)).second;
}

bool may_see(const Office& office, const Caller& caller, const casework::CaseHolder& holder) {
  return Sight(caller, office.today()).sees(holder);
}

bool may_do(const Office& office, const Caller& caller, access::Action action, const base::StreamId& person) {
  const auto found = office.follower().lists().find_listed(office.follower().standing_name(person));
  if (!found) return false;
  const access::Record about = record_of(found->holder, caller, office.today());
  return access::may(caller.member, action, &about).has_value();
}

bool may_do_with_staff(Office& office, const Caller& caller, access::Action action,
                       const base::StreamId& staff) {
  const auto about = record_of_staff(office, caller, staff);
  return about && access::may(caller.member, action, &*about).has_value();
}

bool may_see(const Office& office, const Caller& caller, const casework::CaseState& state) {
  return may_see(office, caller, casework::holder_of(state));
}

} // namespace probity::service
