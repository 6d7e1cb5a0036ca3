// Who of a body carries how much, who waits to be given to a practitioner, and giving them.
#pragma once

#include "casework/workforce/candidates.h"
#include "service/give_command.h"

namespace probity::service {

struct StaffLoad {
  casework::StaffRow row;
  std::string account; // empty: has none
};

struct WaitingPerson {
  base::StreamId person;
  std::string name;       // empty: none is known
  std::string duty_team;  // empty: none
  std::string holder;     // pseudonym: away or gone; empty: nobody holds the case
  std::string harm_level; // empty: not judged
  std::string tier;       // its letter; empty: never scored
  std::optional<std::int64_t> points;
  std::string account = {};                  // of the holder; empty: has none
  std::optional<base::Day> holder_left = {}; // the day on which the holder left
};

struct Workload {
  base::Day on;
  std::uint64_t size = 0; // of the ledger
  std::string body;       // of the caller
  std::vector<StaffLoad> staff;
  // Cases of those who left first, then those that nobody who is there holds; of each those of the highest
  // risk first.
  std::vector<WaitingPerson> waiting;
};

// Of the caller's body, by `see_workload`. People whose record is closed to the caller are left out of those
// who wait; what they weigh is part of what their practitioner carries.
base::Result<Workload> workload(Office& office, const Caller& caller);

struct AllocationShown {
  WaitingPerson person;
  std::string held_grade; // of the holder, as given when the case was allocated; empty: nobody holds it
  std::optional<StaffLoad> holder;             // with the case; nothing: nobody of the body holds it
  std::vector<casework::Candidate> candidates; // the first that has no obstacle is the one recommended
  std::vector<std::string> accounts;           // of the candidates; empty: has none

  [[nodiscard]] const casework::Candidate* recommended() const {
    return candidates.empty() || !candidates.front().obstacle.empty() ? nullptr : &candidates.front();
  }
};
// By `allocate_case`, of somebody for whom the caller's body answers.
base::Result<AllocationShown> allocation_of(Office& office, const Caller& caller,
                                            const base::StreamId& person);

struct AllocationChosen {
  base::EventId id; // of the command; sent twice, it acts once
  base::StreamId person;
  std::string practitioner;  // pseudonym
  std::string reason;        // code; empty: none
  std::string over_capacity; // code; empty: none
};
// `invalid_input` when nobody was chosen, `refused` at `where` "reason" when it is not the one recommended
// and no reason is given; otherwise as give_command answers.
base::Result<Acted> allocate(Office& office, const Caller& caller, const AllocationChosen& chosen);
// The same refusals, and nothing is recorded.
base::Result<Acted> try_allocation(Office& office, const Caller& caller, const AllocationChosen& chosen);

} // namespace probity::service
