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

access::Record record_of(const casework::CaseState& state, const Caller& caller, base::Day today) {
  access::Record out;
  out.person = state.person;
  if (!state.provider.empty()) out.bodies.emplace_back(state.provider.text());
  for (const casework::Escalation& one : state.escalations)
    if (one.open() && !one.to.empty()) out.bodies.emplace_back(one.to.text());
  // Somebody has to go on with a record that was only just opened.
  if (out.bodies.empty() && !state.order_book.registered_by.empty())
    out.bodies.emplace_back(state.order_book.registered_by.text());
  out.standing = standing_of(state.access.standing(record::Symbol(caller.member.staff.hex()), today));
  return out;
}

ledger::Reader reader_of(const access::Member& member, std::optional<access::Role> role) {
  const access::Role shown = role.value_or(member.roles.front());
  return {member.staff, member.provider, std::string(access::to_text(shown)),
          std::string(access::role_in_envelope(shown))};
}

Result<void> log(Office& office, ledger::RecordRead read) {
  read.size = office.ledger().size();
  PROBITY_TRY(office.access_log().record(read));
  return {};
}

// What was asked and refused is logged too; failing to log weighs more than the refusal.
base::Error refused(Office& office, const Caller& caller, std::string_view page,
                    std::vector<base::StreamId> people, const base::Error& error) {
  const auto logged = log(office, {.reader = reader_of(caller.member, std::nullopt),
                                   .page = std::string(page),
                                   .people = std::move(people),
                                   .size = 0,
                                   .refused = error.where});
  return logged ? error : logged.error();
}

using Gate = std::function<Result<Permission>(const access::Record*)>;

Result<Permission> ask_gate_about(Office& office, const Caller& caller, const base::StreamId& person,
                                  std::string_view page, const Gate& gate) {
  PROBITY_TRY(office.follow());
  const base::StreamId name = office.follower().standing_name(person);
  const auto found = office.follower().lists().find(name);
  if (!found)
    return base::fail(base::ErrorCode::not_found, "there is no such case", "case",
                      "Check the reference, or look for it among your cases");
  const access::Record about = record_of(found->state, caller, office.today());
  auto permission = gate(&about);
  if (!permission) return tl::unexpected(refused(office, caller, page, {name}, permission.error()));
  PROBITY_TRY(log(office, {.reader = reader_of(caller.member, permission->role()),
                           .page = std::string(page),
                           .people = {name},
                           .size = 0,
                           .refused = {}}));
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

Result<void> log_list(Office& office, const Permission& permission, std::string_view page,
                      std::vector<base::StreamId> people) {
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return log(office, {.reader = reader_of(permission.member(), permission.role()),
                      .page = std::string(page),
                      .people = std::move(people),
                      .size = 0,
                      .refused = {}});
}

bool may_see(const Office& office, const Caller& caller, const casework::CaseState& state) {
  const access::Record about = record_of(state, caller, office.today());
  return access::may(caller.member, access::Action::see_case, &about).has_value();
}

} // namespace probity::service
