// Allocations run again from their recorded inputs, by the rule known when they were decided; and how people,
// starts and weighted volume are shared among bodies, which are three different things.
#pragma once

#include <map>

#include "casework/allocation/allocation.h"
#include "timeline/book.h"

namespace probity::casework {

struct AllocationRun {
  // `same`: the rule gives what was recorded. `unclear`: inputs that could change it are not recorded.
  // `no_rule`: the register has no rule for the day.
  enum class Result { same, differs, unclear, no_rule };
  base::StreamId person;
  std::uint64_t index = 0; // of the event
  base::Day decided;       // the day on which it was recorded: its rules were known then
  record::Symbol body;
  std::string recorded; // the advice, or of older entries the kind of the body
  std::string came_out;
  std::string reasons; // routes, or what is missing: names with commas between
  Result result = Result::same;
};
std::string_view to_text(AllocationRun::Result result);

// Every allocation of the book in the order of recording. A recorded rule is run in its own reading; `score`
// is for those that do not say.
std::vector<AllocationRun> run_again(const timeline::Book& book, const rules::Register& rules,
                                     AllocationScore score);

struct Shares {
  std::map<std::string, std::int64_t> people;   // body → people held on the last day
  std::map<std::string, std::int64_t> starts;   // body → orders imposed from the first to the last day
  std::map<std::string, base::Rational> volume; // body → those orders by their weights
  std::int64_t unweighted = 0;                  // orders whose type has no weight: in none of the volumes
};

// An order is its body's that the last allocation named; without one, the body's that answered for the person
// on the day, or was the first to do so afterwards. "none" where there is none. Linked records are one
// person.
Shares shares_of(const timeline::Book& book, base::Day from, base::Day to,
                 const std::map<std::string, base::Rational>& weights);

} // namespace probity::casework
