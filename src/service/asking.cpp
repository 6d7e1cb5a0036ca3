#include "service/asking.h"

#include <algorithm>
#include <functional>

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

access::Record record_of(const casework::CaseHolder& holder, const Caller& caller, base::Day today) {
  access::Record out;
  out.person = holder.person;
  if (!holder.provider.empty()) out.bodies.emplace_back(holder.provider.text());
  for (const record::Symbol body : holder.asked_of)
    out.bodies.emplace_back(body.text());
  // Somebody has to go on with a record that was only just opened.
  if (out.bodies.empty() && !holder.opened_by.empty()) out.bodies.emplace_back(holder.opened_by.text());
  out.standing = standing_of(holder.access.standing(record::Symbol(caller.member.staff.hex()), today));
  return out;
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

bool may_see(const Caller& caller, const casework::CaseHolder& holder, base::Day today) {
  const access::Record about = record_of(holder, caller, today);
  return access::may(caller.member, access::Action::see_case, &about).has_value();
}

bool may_see(const Office& office, const Caller& caller, const casework::CaseHolder& holder) {
  return may_see(caller, holder, office.today());
}

bool may_do(const Office& office, const Caller& caller, access::Action action, const base::StreamId& person) {
  const auto found = office.follower().lists().find_listed(office.follower().standing_name(person));
  if (!found) return false;
  const access::Record about = record_of(found->holder, caller, office.today());
  return access::may(caller.member, action, &about).has_value();
}

bool may_see(const Office& office, const Caller& caller, const casework::CaseState& state) {
  return may_see(office, caller, casework::holder_of(state));
}

} // namespace probity::service
