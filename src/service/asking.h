// Through the gate, and into the ledger of accesses, before anything is read.
#pragma once

#include "service/office.h"

namespace probity::service {

// The office is held. Asks the gate about the person's record and logs what it said, under the name of the
// page. `not_found` when there is no such person; what the gate refuses is the gate's (access::is_denial).
base::Result<access::Permission> ask_about(Office& office, const Caller& caller, access::Action action,
                                           const base::StreamId& person, std::string_view page);
// The same for a command about the person, or one that opens a record.
base::Result<access::Permission> ask_to_give(Office& office, const Caller& caller, std::string_view command,
                                             const base::StreamId& person);
base::Result<access::Permission> ask_to_open(Office& office, const Caller& caller, std::string_view command);
// The same about nobody: refusals are logged; what is then shown is logged by `log_list`.
base::Result<access::Permission> ask(Office& office, const Caller& caller, access::Action action,
                                     std::string_view page);
// The same about a member of staff, or a post: their pseudonym, or its name. `not_found` when nothing is
// known of one. Logged as a reading of that record.
base::Result<access::Permission> ask_about_staff(Office& office, const Caller& caller, access::Action action,
                                                 const base::StreamId& staff, std::string_view page);
// The same for a command about one; `of_body`: the body that the command names, whose they are then if
// nothing is known of them yet. Empty: it names none.
base::Result<access::Permission> ask_to_give_to_staff(Office& office, const Caller& caller,
                                                      std::string_view command, const base::StreamId& staff,
                                                      std::string_view of_body);
// The same for the command that makes a post of the body.
base::Result<access::Permission> ask_to_make_post(Office& office, const Caller& caller,
                                                  std::string_view of_body);
void log_list(Office& office, const access::Permission& permission, std::string_view page,
              std::vector<base::StreamId> people);
// The same of what was read when the ledger had so many events; the office need not be held any more.
void log_list_at(Office& office, const access::Permission& permission, std::string_view page,
                 std::vector<base::StreamId> people, std::uint64_t size);
// Of rows that each name their `person`.
template <class Row>
void log_rows_at(Office& office, const access::Permission& permission, std::string_view page,
                 const std::vector<Row>& rows, std::uint64_t size) {
  std::vector<base::StreamId> people;
  people.reserve(rows.size());
  for (const Row& row : rows)
    people.push_back(row.person);
  log_list_at(office, permission, page, std::move(people), size);
}

// Puts their names on rows that each name their `person`. The office is not held.
template <class Row> void name_rows(Office& office, std::vector<Row>& rows) {
  const auto held = office.hold();
  for (Row& row : rows)
    row.name = office.name_of(row.person);
}

// Whether the caller may see the person's record; logs nothing. For leaving people out of lists.
bool may_see(const Office& office, const Caller& caller, const casework::CaseHolder& holder);
bool may_see(const Office& office, const Caller& caller, const casework::CaseState& state);
// The same of very many people on one day, held or not: the gate is asked once for all to whom it must say
// the same.
class Sight {
 public:
  // The caller must outlive it.
  Sight(const Caller& caller, base::Day today);
  [[nodiscard]] bool sees(const casework::CaseHolder& holder) const;
  // Of somebody who is in the lists.
  [[nodiscard]] bool sees(const casework::LiveWorklists::Outline& outline);

 private:
  const Caller& caller_;
  record::Symbol staff_;
  base::Day today_;
  std::vector<std::pair<record::Symbol, bool>> bodies_; // of which the gate was asked
};
// The same of another action about a person; nobody may do anything about whom the lists do not have.
bool may_do(const Office& office, const Caller& caller, access::Action action, const base::StreamId& person);
// The same about staff. False of whom nothing is known.
bool may_do_with_staff(Office& office, const Caller& caller, access::Action action,
                       const base::StreamId& staff);

} // namespace probity::service
