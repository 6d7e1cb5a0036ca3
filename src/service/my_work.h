// "My work": what the one who is signed in owes, and whom they meet today.
#pragma once

#include "service/next_step.h"
#include "service/office.h"

namespace probity::service {

struct WorkItem {
  base::StreamId person;
  std::string name;      // of the person; empty: none is known
  std::string kind;      // "outcome", "ruling", … (casework::Obligation)
  std::string what;      // in plain words
  std::string why_first; // what hangs on it: "safety", "court", "person", "record"
  base::Day since;
  base::Day due;
  bool overdue = false;
  base::EntityId entity;                    // the appointment, breach, …
  std::uint64_t started_by = 0;             // index of the event that started the clock
  std::optional<base::Instant> appointment; // when it was to begin, where an outcome is owed
  NextStep next;                            // by which the reader does it
};

struct Visit {
  base::StreamId person;
  std::string name; // of the person; empty: none is known
  base::EntityId appointment;
  base::Instant starts;
  std::string mode;
  std::string purpose;
  bool begun = false; // so that an outcome can be recorded
};

struct MyWork {
  base::Day on;
  std::uint64_t size = 0; // of the ledger
  std::vector<WorkItem> owed;
  std::vector<Visit> today; // without an outcome yet, by time
};

// The office is held, and its follower read.
WorkItem work_item(const Office& office, const Caller& caller, const casework::CaseState& state,
                   const casework::Obligation& one);

// People whose record is closed to the caller are left out.
base::Result<MyWork> my_work(Office& office, const Caller& caller);

} // namespace probity::service
