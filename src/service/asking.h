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
void log_list(Office& office, const access::Permission& permission, std::string_view page,
              std::vector<base::StreamId> people);
// Of rows that each name their `person`.
template <class Row>
void log_rows(Office& office, const access::Permission& permission, std::string_view page,
              const std::vector<Row>& rows) {
  std::vector<base::StreamId> people;
  people.reserve(rows.size());
  for (const Row& row : rows)
    people.push_back(row.person);
  log_list(office, permission, page, std::move(people));
}

// Whether the caller may see the person's record; logs nothing. For leaving people out of lists.
bool may_see(const Office& office, const Caller& caller, const casework::CaseHolder& holder);
bool may_see(const Office& office, const Caller& caller, const casework::CaseState& state);
// The same of another action about a person; nobody may do anything about whom the lists do not have.
bool may_do(const Office& office, const Caller& caller, access::Action action, const base::StreamId& person);

} // namespace probity::service
