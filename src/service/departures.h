// Decisions of a body's practitioners that are other than what the rule recommended: the gap between the two
// is recorded with each decision, and shown to whoever answers for the practitioners.
#pragma once

#include "service/office.h"

namespace probity::service {

struct Departure {
  base::StreamId person;
  std::string name;         // empty: none is known
  std::string practitioner; // pseudonym of who holds the case now; empty: nobody
  std::string account;      // of theirs; empty: has none
  base::EntityId breach;
  base::Day decided;
  std::string advised, decision, reason; // codes; an imported decision may have no reason
};

struct Departures {
  base::Day on;
  std::uint64_t size = 0; // of the ledger
  std::string body;
  base::Day since;               // decisions from this day on
  std::uint64_t decided = 0;     // decisions about breach since then, of those whose record may be seen
  std::vector<Departure> others; // those that depart, the newest first
};

constexpr int departure_months = 12;

// By `see_team`. People whose record is closed to the caller are left out and not counted.
base::Result<Departures> departures(Office& office, const Caller& caller);

} // namespace probity::service
