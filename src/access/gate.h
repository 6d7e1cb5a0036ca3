// The one gate: who may do what. Every read and write of the service asks here first, and what no row of the
// table allows is refused.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/role.h"
#include "base/bytes.h"
#include "base/result.h"

namespace probity::access {

enum class Action {
  see_account,          // oneself: one's roles, and what they allow
  see_work,             // what is owed by oneself, or by the members of one's body
  see_team,             // whom others of one's body hold, and what they owe
  search,               // look for people by name or reference
  see_case,             // facts, state and events of one person's record; no sealed part
  record_outcome,       // say what came of an appointment
  open_record,          // take up a person who is not in the ledger
  give_command,         // any other command about one person (command_rights.h says which)
  copy_record,          // make the copy that a person may ask for, personal parts opened
  see_doubles,          // records that look as if they were of one person
  see_access_log,       // who read what
  see_releases,         // who of those whom one holds is released, and what is in place for it
  see_team_releases,    // the same of everybody for whom one's body answers
  verify,               // have the ledger verified
  see_statements,       // what contracts pay, down to the events counted
  see_counted,          // about whose records a line of a statement counts, and what it counts of one
  see_workload,         // who of one's body carries how much, and who waits for a practitioner
  allocate_case,        // give one person's case to a practitioner
  see_twins,            // whose plans say nearly the same as one's
  see_staff,            // what is recorded of a member of staff, or of a post
  see_own_staff_record, // the same of oneself
  give_staff_command,   // a command about a member of staff or a post (command_rights.h says which)
  make_post,            // a post that is not in the ledger
  see_unpaid_work,      // places on unpaid work of one's body of which it is not said yet what came of them
  see_outcomes,         // what became of people, in figures alone
  see_accounts,         // who has an account and when it was used, and what the service stands on
  see_review_pack,      // a case as it was known before a serious further offence, with its holder's load
};

inline constexpr std::array all_actions = {Action::see_account,
                                           Action::see_work,
                                           Action::see_team,
                                           Action::search,
                                           Action::see_case,
                                           Action::record_outcome,
                                           Action::open_record,
                                           Action::give_command,
                                           Action::copy_record,
                                           Action::see_doubles,
                                           Action::see_access_log,
                                           Action::see_releases,
                                           Action::see_team_releases,
                                           Action::verify,
                                           Action::see_statements,
                                           Action::see_counted,
                                           Action::see_workload,
                                           Action::allocate_case,
                                           Action::see_twins,
                                           Action::see_staff,
                                           Action::see_own_staff_record,
                                           Action::give_staff_command,
                                           Action::make_post,
                                           Action::see_unpaid_work,
                                           Action::see_outcomes,
                                           Action::see_accounts,
                                           Action::see_review_pack};
std::string_view to_text(Action action); // "see_case"

// What an action is about.
enum class About { nobody, person, staff }; // staff: one member of staff, or one post
About about(Action action);

// How far an action reaches.
enum class Reach {
  none,
  own_body, // people for whom one's own body answers now, or is asked to answer; staff and posts of one's
            // body
  any,      // all people, all staff, and what is about none
};

// The table that the gate goes by.
Reach reach(Action action, Role role);

// Who asks.
struct Member {
  std::string account;
  base::EntityId staff; // pseudonym
  std::string provider; // the body they work for
  std::vector<Role> roles;

  bool operator==(const Member&) const = default;
};

// Whether any role of theirs allows the action at all, of anybody.
bool may_ever(const Member& member, Action action);

// What limits of access say of the one who asks (casework: access.limited, access.lifted).
enum class Standing {
  admitted,
  excluded,    // the record is closed to them by name
  not_on_list, // the record is open to a few, and they are none of them
};
inline constexpr std::array all_standings = {Standing::admitted, Standing::excluded, Standing::not_on_list};

// The record of a person. Access follows the person: the body that answers now counts, not the one that
// wrote, and limits stay when the person moves. Or the record of a member of staff or a post, which nothing
// limits.
struct Record {
  base::StreamId person;           // of staff: the pseudonym, or the post
  std::vector<std::string> bodies; // that answers for the person, and those asked to; may be empty.
                                   // Of staff: that they work for, or whose post it is
  Standing standing = Standing::admitted;
  About kind = About::person; // or staff
};

// That the gate was asked and said yes. Made by `may` alone: what needs one cannot be called without asking.
class Permission {
 public:
  [[nodiscard]] const Member& member() const { return member_; }
  [[nodiscard]] Action action() const { return action_; }
  [[nodiscard]] Role role() const {
    return role_;
  } // by which it was allowed; the first of the member's that does
  [[nodiscard]] const std::optional<base::StreamId>& person() const { return person_; }

 private:
  friend base::Result<Permission> may(const Member& member, Action action, const Record* about);
  Permission(Member member, Action action, Role role, std::optional<base::StreamId> person)
      : member_(std::move(member)), action_(action), role_(role), person_(person) {}
  Member member_;
  Action action_;
  Role role_;
  std::optional<base::StreamId> person_;
};

// `about`: the record of the kind that the action is about, or nullptr for what is about nobody; anything
// else is `internal`. `refused` names the rule and whom to ask; its message says nothing of the person, and
// its `where` begins with "access/": limit, body, role.
base::Result<Permission> may(const Member& member, Action action, const Record* about = nullptr);
// Whether `may` would permit it; for what is asked of very many records, of which no permission is wanted.
bool is_permitted(const Member& member, Action action, const Record& about);
// `action` is open_record, give_command, give_staff_command or make_post; only roles that may give the
// command count. `where` is "access/command" when none of the member's does.
base::Result<Permission> may_give(const Member& member, Action action, std::string_view command,
                                  const Record* about = nullptr);
// Whether an error is the gate's.
bool is_denial(const base::Error& error);

} // namespace probity::access
