// The check of a plan: two statuses, each by itself. Was it filed in time? Is it sound? A plan can be the one
// without the other, and what was paid for the first says nothing of the second.
#pragma once

#include <map>
#include <set>

#include "casework/plans/plan_policy.h"
#include "casework/plans/plan_state.h"
#include "rules/working_days.h"

namespace probity::casework {

// The name under which a check by these rules is recorded.
constexpr std::string_view plan_rule = "plan-content/1";

enum class PlanFault { blank, boilerplate, near_copy, needs_without_actions, dates_outside_order };
std::string_view to_text(PlanFault fault);

// One plan as far as others are compared with it.
struct ShelvedPlan {
  base::StreamId person;
  base::EntityId plan;
  record::Symbol kind;
  record::Symbol author; // empty: not known, so nobody's near copy
  std::uint64_t filed_index = 0;
  Fingerprint fingerprint;
};

// The filed plans of everybody, found by what they have in common.
class PlanShelf {
 public:
  // Plans without text are left out: a blank one is like nothing.
  void add(ShelvedPlan plan);

  // How like a plan is to those of other people, of the same kind.
  struct Likeness {
    int others = 0;      // plans of other people that it was compared with
    int alike = 0;       // of these, those that say the same by the policy
    int near_copies = 0; // by the same author, filed before it
  };
  // `before`: ledger index; a plan is a copy of earlier ones only.
  [[nodiscard]] Likeness likeness(const base::StreamId& person, const Plan& plan, std::uint64_t before,
                                  const PlanPolicy& policy) const;
  // The plans of other people, of the same kind, that are at least so alike, the most alike first; they live
  // as long as the shelf is not changed.
  struct Twin {
    const ShelvedPlan* plan = nullptr;
    int percent = 0;
  };
  [[nodiscard]] std::vector<Twin> twins(const base::StreamId& person, const Plan& plan,
                                        int least_percent) const;

 private:
  std::vector<ShelvedPlan> plans_;
  std::map<std::int64_t, std::vector<std::size_t>> by_hash_;
  std::map<std::string_view, int> of_kind_; // how many
  std::map<std::pair<base::StreamId, std::string_view>, int> of_person_;
};

// A plan's content by itself. `term`: how long the order runs; nullptr when none is in force. In the order of
// the enumeration, each at most once. Of a plan that is known by its counts alone, only the counts are held
// against it.
std::vector<PlanFault> content_faults(const PlanContent& content, const PlanTerm* term,
                                      const PlanPolicy& policy);

struct PlanTiming {
  std::optional<base::Day> due; // nothing: no clock had started
  enum class Word { on_time, late, no_clock } word = Word::no_clock;
};
std::string_view to_text(PlanTiming::Word word);

// When a plan of the kind is due by what started its clock.
base::Day plan_due(const PlanStart& start, record::Symbol kind, const PlanPolicy& policy,
                   const rules::WorkingDays& working_days);
// Whether a plan of the kind that is filed on the day is in time.
PlanTiming plan_timing(const std::optional<PlanStart>& start, record::Symbol kind, base::Day filed,
                       const PlanPolicy& policy, const rules::WorkingDays& working_days);

struct PlanFindings {
  std::vector<PlanFault> faults; // in the order of the enumeration
  int compared = 0;              // with so many plans of other people

  [[nodiscard]] bool sound() const { return faults.empty(); }
};
PlanFindings check_plan(const PlanState& state, const base::StreamId& person, const Plan& plan,
                        std::uint64_t before, const PlanShelf& shelf, const PlanPolicy& policy);

} // namespace probity::casework
