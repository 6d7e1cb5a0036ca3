// Why a statement is another now than as it was known before: the lines that differ, the cases that they
// count otherwise, and what was recorded since about these.
#pragma once

#include "service/statements.h"

namespace probity::service {

struct LineChange {
  std::string id;
  std::string title;
  base::Money then, now; // nought where there is no such line
};

// One thing that a clause counts otherwise than before.
struct CaseChange {
  bool closed = false;   // the record is closed to the reader: nothing says whose it is
  base::StreamId person; //
  std::string clause;    // title of what counts it
  base::Day due;
  std::optional<duty::State> then, now; // nothing: not counted
  std::vector<ShownEvent> since;        // recorded since, about what is counted; without sealed parts
};

struct StatementChanges {
  std::shared_ptr<const Settled> then, now;
  std::vector<LineChange> lines; // that differ, in the order of the statement
  std::vector<CaseChange> cases; // at most `most_changes`
  std::uint64_t changed = 0;     // cases in all
};
constexpr std::size_t most_changes = 200;

// Of one period of one contract; `then` as known before `now`. By `see_statements`, and of each person
// `see_counted`.
base::Result<StatementChanges> statement_changes(Office& office, const Caller& caller,
                                                 std::shared_ptr<const Settled> then,
                                                 std::shared_ptr<const Settled> now);

} // namespace probity::service
