#include "service/workforce/staff_commands.h"

#include <algorithm>

#include "access/command_rights.h"
#include "casework/workforce/workforce_commands.h"
#include "service/asking.h"
#include "service/workload.h"

namespace probity::service {
namespace {

using base::Result;
using casework::Post;
using casework::StaffMember;
using record::Symbol;
using record::TypeDeclaration;
namespace workforce = casework::workforce;

bool is_about_post(const TypeDeclaration& type) {
  return &type == &workforce::fill_post || &type == &workforce::vacate_post ||
         &type == &workforce::close_post;
}

bool fits(const Post& post, const TypeDeclaration& type) {
  if (!is_about_post(type) || post.closed) return false;
  return (&type == &workforce::vacate_post) != post.vacant();
}

bool is_away(const StaffMember& member) {
  return std::any_of(member.absences.begin(), member.absences.end(),
                     [](const casework::StaffAbsence& one) { return !one.last; });
}

// `member`: nullptr where nothing is recorded of them.
bool fits(const StaffMember* member, std::int64_t minutes, const TypeDeclaration& type, bool own,
          base::Day on) {
  if (is_about_post(type)) return false;
  if (&type == &workforce::assign || &type == &workforce::change_grade) return !own;
  if (member == nullptr) return false;
  const casework::StaffAssignment* last = member->assignments.empty() ? nullptr : &member->assignments.back();
  if (&type == &workforce::appeal)
    return own && last != nullptr && !last->appealed && last->appeal_by && on <= *last->appeal_by;
  if (&type == &workforce::decide_appeal) return !own && last != nullptr && last->appeal_open();
  if (&type == &workforce::end_absence) return is_away(*member);
  if (&type == &workforce::start_absence) return !is_away(*member);
  if (&type == &workforce::set_shift) return minutes > 0;
  return true;
}

bool may_give_any(const Caller& caller, std::string_view command) {
  const auto& roles = caller.member.roles;
  return std::any_of(roles.begin(), roles.end(),
                     [&](access::Role role) { return access::may_give(role, command); });
}

std::vector<Choosable> staff_of_body(Office& office, Symbol body,
                                     const std::vector<access::Account>& accounts) {
  std::vector<Choosable> out;
  for (const auto& [id, member] : office.follower().workforce().staff) {
    if (member.body() != body) continue;
    Choosable one;
    one.value = id.hex();
    one.account = access::account_of(accounts, one.value);
    out.push_back(std::move(one));
  }
  return out;
}

const TypeDeclaration* type_for(std::string_view command, bool about_post) {
  const TypeDeclaration* type = record::find_type(command, casework::commands());
  if (type == nullptr || type->stream != record::StreamKind::staff || makes_post(command)) return nullptr;
  return is_about_post(*type) == about_post ? type : nullptr;
}

Result<bool> has_acted(Office& office, const base::EventId& command, const base::StreamId& staff) {
  casework::Command made;
  made.event.id = command;
  PROBITY_ASSIGN(const auto index, office.ledger().index_of(made.event_id(0)));
  if (!index) return false;
  PROBITY_ASSIGN(const std::string body, office.ledger().body(*index));
  PROBITY_ASSIGN(const base::json::Value event, base::json::parse(body));
  const base::json::Value* stream = event.find("stream");
  return stream != nullptr && stream->text() != nullptr && *stream->text() == staff.hex();
}

} // namespace

std::vector<const TypeDeclaration*> staff_commands_offered(Office& office, const Caller& caller,
                                                           const base::StreamId& staff) {
  const casework::Workforce& known = office.follower().workforce();
  const Post* post = known.post(staff);
  const Symbol pseudonym(staff.hex());
  const bool own = staff.bytes == caller.member.staff.bytes;
  std::vector<const TypeDeclaration*> out;
  for (const TypeDeclaration* type : casework::commands()) {
    if (type->stream != record::StreamKind::staff || makes_post(type->name) ||
        !may_give_any(caller, type->name))
      continue;
    if (post != nullptr
            ? fits(*post, *type)
            : fits(known.member(pseudonym), known.minutes_of(pseudonym), *type, own, office.today()))
      out.push_back(type);
  }
  return out;
}

Result<std::vector<const TypeDeclaration*>> commands_about_staff(Office& office, const Caller& caller,
                                                                 const base::StreamId& staff) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about_staff(office, caller, access::Action::give_staff_command, staff, "staff_commands"));
  return staff_commands_offered(office, caller, staff);
}

Result<CommandAsked> staff_command_asked(Office& office, const Caller& caller, const base::StreamId& staff,
                                         std::string_view command, const std::optional<base::EventId>& done) {
  const auto held = office.hold();
  const Post* post = office.follower().workforce().post(staff);
  CommandAsked out;
  out.type = type_for(command, post != nullptr);
  if (out.type == nullptr)
    return base::fail(base::ErrorCode::not_found, "there is nothing of this name to be done here", "command",
                      "Go to the member of staff or the post; what can be done stands there");
  const bool may_be_new = out.type == &workforce::assign;
  PROBITY_TRY(
      ask_to_give_to_staff(office, caller, command, staff,
                           may_be_new ? std::string_view(caller.member.provider) : std::string_view()));
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  out.person = staff;
  out.staff = {post != nullptr, access::account_of(accounts, staff.hex()),
               staff.bytes == caller.member.staff.bytes};
  out.sees_case = may_do_with_staff(office, caller, access::Action::see_staff, staff);
  out.on = office.today();
  PROBITY_ASSIGN(out.events, office.ledger().stream_length(staff));
  if (out.type == &workforce::fill_post) out.choices["staff"] = staff_of_body(office, post->body, accounts);
  if (done) {
    PROBITY_ASSIGN(out.done, has_acted(office, *done, staff));
  }
  return out;
}

Result<CommandAsked> post_asked(Office& office, const Caller& caller) {
  const auto held = office.hold();
  CommandAsked out;
  out.type = &workforce::make_post;
  PROBITY_TRY(ask_to_make_post(office, caller, caller.member.provider));
  out.staff = {true, {}, false};
  out.opens = true;
  out.sees_case = true;
  out.on = office.today();
  return out;
}

} // namespace probity::service
