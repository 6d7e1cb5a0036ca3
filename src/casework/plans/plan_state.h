// Plans of a person, and what decides when one is due: a fold of its own, so that plans of everybody can be
// read without the rest of their cases.
#pragma once

#include <optional>
#include <vector>

#include "casework/plans/plan_text.h"
#include "record/event.h"

namespace probity::casework {

// What starts the clock of a plan.
struct PlanStart {
  base::EntityId entity; // the appointment, or the custody episode
  base::Day day;
  std::uint64_t index = 0;
};

struct PlanObjective {
  record::Symbol need;
  record::Symbol objective;
  base::Day by;
};

struct PlanAction {
  std::int64_t number = 0;
  record::Symbol need;
  record::Symbol action;
  record::Symbol owner;
  base::Day by;
  record::Symbol result; // empty: not ended
};

// What stands in a plan. Of one that was filed elsewhere only the counts are known, or not even these.
struct PlanContent {
  bool written_here = false; // all of it is known
  std::optional<std::int64_t> words;
  std::int64_t needs_counted = -1; // −1: not said
  std::int64_t actions_counted = -1;
  std::vector<record::Symbol> needs;
  std::vector<PlanObjective> objectives;
  std::vector<PlanAction> actions;
  Fingerprint fingerprint;
};

struct Plan {
  base::EntityId id;
  record::Symbol kind;
  record::Symbol author;   // pseudonym; empty: not known
  record::Symbol provider; // the body that answered for the person when it was filed
  bool drafted = false;    // here, so that its content is known
  bool withdrawn = false;
  bool returned = false;                // and not filed again since
  std::optional<base::Day> returned_on; // last
  std::uint64_t returned_index = 0;
  PlanContent content;
  record::Symbol agreement;
  std::optional<base::Day> filed;       // day of the first entry: nobody files backwards in time
  std::optional<base::Day> last_filed;  // again, after it was sent back
  std::optional<PlanStart> start;       // of the clock that it answered; nothing: none had started
  std::uint64_t filed_index = 0;        // of the last filing in the ledger
  std::vector<record::Symbol> findings; // of the last check
  record::Symbol verdict;               // empty: not checked
  record::Symbol timing;
  bool signed_off = false;
  bool to_replace = false; // by a review: it stands until another is filed
  bool ended = false;      // by a review: it no longer stands
  std::optional<base::Day> review_by;
  std::optional<base::Day> reviewed;
  std::uint64_t reviewed_index = 0;

  // Can be written in: begun, and neither filed nor given up.
  [[nodiscard]] bool open() const { return drafted && !withdrawn && (!filed || returned); }
  [[nodiscard]] bool stands() const { return filed && !returned && !ended; }
};

// How long an order runs, for the days that a plan may name.
struct PlanTerm {
  base::EntityId order;
  base::Day from;
  std::optional<base::Day> last; // nothing: not known
  bool ended = false;
};

struct PlanState {
  std::vector<Plan> plans; // in the order of first mention
  std::vector<PlanTerm> terms;
  std::uint64_t latest_order = 0;          // ledger index of the latest order's beginning
  record::Symbol provider;                 // accountable body, now
  std::optional<PlanStart> first_attended; // appointment under the latest order
  bool sentence_plan_filed = false;        // since that order began
  std::optional<PlanStart> reception;      // under sentence or recall, and not released since
  bool resettlement_plan_filed = false;    // since then

  [[nodiscard]] const Plan* plan(const base::EntityId& id) const;
  // The draft of the kind that is being written; nullptr when there is none.
  [[nodiscard]] const Plan* draft(record::Symbol kind) const;
  // The plan of the kind that was filed last and stands; nullptr when there is none.
  [[nodiscard]] const Plan* standing(record::Symbol kind) const;
  // The term of the order in force, the latest when there are several; nullptr when there is none.
  [[nodiscard]] const PlanTerm* term() const;
  // What the clock of a plan of this kind started with; nothing when it has not started.
  [[nodiscard]] std::optional<PlanStart> start(record::Symbol kind) const;
};

void apply(PlanState& state, const record::Event& event);

} // namespace probity::casework
