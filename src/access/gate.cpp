#include "access/gate.h"

#include <algorithm>

#include "access/command_rights.h"

namespace probity::access {
namespace {

using base::ErrorCode;
using base::fail;

struct RoleRow {
  Role role;
  std::string_view name;
  std::string_view in_envelope;
};

constexpr RoleRow roles[] = {
    {Role::practitioner, "practitioner", "practitioner"},
    // Not senior_manager: limits of access and third signatures are a senior manager's, who is another
    // person and has a role of their own.
    {Role::senior_practitioner, "senior_practitioner", "senior_probation_officer"},
    {Role::case_administrator, "case_administrator", "administrator"},
    {Role::unpaid_work_supervisor, "unpaid_work_supervisor", "unpaid_work_supervisor"},
    {Role::contract_manager, "contract_manager", "contract_manager"},
    {Role::auditor, "auditor", "assessor"},
    {Role::analyst, "analyst", "system"},
    {Role::system_administrator, "system_administrator", "system"},
    {Role::senior_manager, "senior_manager", "senior_manager"},
};

const RoleRow& row_of(Role role) {
  return roles[static_cast<std::size_t>(role)];
}

struct ActionRow {
  Action action;
  std::string_view name;
  About about;
  std::array<Reach, all_roles.size()> reach; // in the order of all_roles
};

constexpr Reach no = Reach::none;
constexpr Reach body = Reach::own_body;
constexpr Reach any = Reach::any;

// practitioner, senior practitioner, case administrator, unpaid-work supervisor, contract manager, auditor,
// analyst, system administrator, senior manager
constexpr ActionRow actions[] = {
    {Action::see_account, "see_account", About::nobody, {any, any, any, any, any, any, any, any, any}},
    {Action::see_work, "see_work", About::nobody, {any, any, any, no, no, no, no, no, no}},
    {Action::see_team, "see_team", About::nobody, {no, any, no, no, no, no, no, no, any}},
    {Action::search, "search", About::nobody, {any, any, any, no, no, any, no, no, any}},
    {Action::see_case, "see_case", About::person, {body, body, body, no, no, any, no, no, body}},
    {Action::record_outcome, "record_outcome", About::person, {body, body, body, no, no, no, no, no, no}},
    {Action::open_record, "open_record", About::nobody, {any, any, any, no, no, no, no, no, no}},
    {Action::give_command, "give_command", About::person, {body, body, body, body, no, no, no, no, body}},
    {Action::copy_record, "copy_record", About::person, {no, body, body, no, no, no, no, no, no}},
    {Action::see_doubles, "see_doubles", About::nobody, {no, any, any, no, no, no, no, no, no}},
    {Action::see_access_log, "see_access_log", About::nobody, {no, no, no, no, no, any, no, no, no}},
    {Action::see_releases, "see_releases", About::nobody, {any, any, no, no, no, no, no, no, no}},
    {Action::see_team_releases, "see_team_releases", About::nobody, {no, any, any, no, no, no, no, no, any}},
    {Action::verify, "verify", About::nobody, {no, no, no, no, no, any, no, no, no}},
    {Action::see_statements, "see_statements", About::nobody, {no, no, no, no, any, no, no, no, no}},
    {Action::see_counted, "see_counted", About::person, {no, no, no, no, any, no, no, no, no}},
    {Action::see_workload, "see_workload", About::nobody, {no, any, any, no, no, no, no, no, any}},
    {Action::allocate_case, "allocate_case", About::person, {no, body, no, no, no, no, no, no, no}},
    {Action::see_twins, "see_twins", About::person, {no, body, no, no, no, no, no, no, body}},
    {Action::see_staff, "see_staff", About::staff, {no, body, body, no, no, any, no, no, body}},
    {Action::see_own_staff_record,
     "see_own_staff_record",
     About::nobody,
     {any, any, any, any, any, any, any, any, any}},
    {Action::give_staff_command,
     "give_staff_command",
     About::staff,
     {body, body, body, body, no, no, no, no, body}},
    {Action::make_post, "make_post", About::staff, {no, no, no, no, no, no, no, no, body}},
    {Action::see_unpaid_work, "see_unpaid_work", About::nobody, {no, any, any, any, no, no, no, no, no}},
    {Action::see_outcomes, "see_outcomes", About::nobody, {no, no, no, no, no, no, any, no, no}},
    {Action::see_accounts, "see_accounts", About::nobody, {no, no, no, no, no, no, no, any, no}},
    {Action::see_review_pack, "see_review_pack", About::person, {body, body, no, no, no, any, no, no, body}},
};

const ActionRow& row_of(Action action) {
  return actions[static_cast<std::size_t>(action)];
}

bool answers(const Member& member, const Record& about) {
  return std::find(about.bodies.begin(), about.bodies.end(), member.provider) != about.bodies.end();
}

base::Result<void> admitted(const Record& about) {
  switch (about.standing) {
  case Standing::admitted:
    return {};
  case Standing::excluded:
    return fail(ErrorCode::refused, "this record is closed to you", "access/limit",
                "A senior manager of the body that answers for the person can say why");
  case Standing::not_on_list:
    return fail(ErrorCode::refused, "this record is open to a few members of staff only", "access/limit",
                "Ask a senior manager of the body that answers for the person to be put on the list");
  }
  return fail(ErrorCode::internal, "there is no such standing");
}

} // namespace

std::string_view to_text(Role role) {
  return row_of(role).name;
}

std::optional<Role> parse_role(std::string_view text) {
  for (const RoleRow& row : roles)
    if (row.name == text) return row.role;
  return std::nullopt;
}

std::string_view role_in_envelope(Role role) {
  return row_of(role).in_envelope;
}

std::string_view to_text(Action action) {
  return row_of(action).name;
}

About about(Action action) {
  return row_of(action).about;
}

Reach reach(Action action, Role role) {
  return row_of(action).reach[static_cast<std::size_t>(role)];
}

bool may_ever(const Member& member, Action action) {
  return std::any_of(member.roles.begin(), member.roles.end(),
                     [action](Role role) { return reach(action, role) != Reach::none; });
}

namespace {

struct Reaching {
  std::optional<Role> role; // the first of the member's that reaches the record
  bool elsewhere = false;   // nothing but that another body answers stood against one before it
};

Reaching reaching(const Member& member, Action action, const Record* about) {
  Reaching out;
  for (const Role role : member.roles) {
    const Reach far = reach(action, role);
    if (far == Reach::none) continue;
    if (about == nullptr || far != Reach::own_body || answers(member, *about)) {
      out.role = role;
      break;
    }
    out.elsewhere = true;
  }
  return out;
}

} // namespace

bool is_permitted(const Member& member, Action action, const Record& about) {
  return row_of(action).about == about.kind && reaching(member, action, &about).role &&
         admitted(about).has_value();
}

base::Result<Permission> may(const Member& member, Action action, const Record* about) {
  if (row_of(action).about != (about == nullptr ? About::nobody : about->kind))
    return fail(ErrorCode::internal, "the gate was asked about the wrong thing",
                std::string(to_text(action)));
  const auto [role, elsewhere] = reaching(member, action, about);
  if (role) {
    if (about != nullptr) PROBITY_TRY(admitted(*about));
    return Permission(member, action, *role, about != nullptr ? std::optional(about->person) : std::nullopt);
  }
  if (elsewhere && about->kind == About::staff)
    return fail(ErrorCode::refused, "this is of the staff of another body", "access/body",
                "Ask a senior manager of that body");
  if (elsewhere)
    return fail(ErrorCode::refused, "another body answers for this person", "access/body",
                "Ask the body that answers for the person, or have the case handed over");
  return fail(ErrorCode::refused, "your role does not allow this", "access/role",
              "Whoever keeps the accounts can say what your role is for");
}

base::Result<Permission> may_give(const Member& member, Action action, std::string_view command,
                                  const Record* about) {
  Member with_right = member;
  std::erase_if(with_right.roles, [&](Role role) { return !may_give(role, command); });
  if (with_right.roles.empty() && !member.roles.empty())
    return fail(ErrorCode::refused, "your role does not give this command", "access/command",
                "docs/commands-by-role.md says whose it is");
  return may(with_right, action, about);
}

bool is_denial(const base::Error& error) {
  return error.code == ErrorCode::refused && error.where.starts_with("access/");
}

} // namespace probity::access
