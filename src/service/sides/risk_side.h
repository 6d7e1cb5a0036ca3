// How great the risk of serious harm is, on what that rests, and how far a hand-over to another body is.
#pragma once

#include "service/sides/case_side.h"

namespace probity::service {

struct ShownJudgement {
  base::Day day;
  std::string level;              // code
  std::vector<ShownField> groups; // "children" → "low"
  std::string by;                 // pseudonym; empty: not recorded
  std::uint64_t event = 0;
};

struct ShownAssessment {
  base::EntityId id;
  std::string purpose; // code
  base::Day started;
  std::optional<base::Day> completed;
  bool locked = false;
  bool abandoned = false;
};

struct ShownFlag {
  base::EntityId id;
  std::string kind, level, category; // codes; the last two of multi-agency public protection
  base::Day seen;                    // made, or reviewed last
  std::optional<base::Day> review_by;
};

// One thing of a hand-over that has to happen, in the order in which it does.
struct HandOverStep {
  enum class What { asked, answered, held_by_team, allocated, seen };
  What what = What::asked;
  bool done = false;
  std::optional<base::Day> day; // on which it was done, where the record says
};
std::string_view to_text(HandOverStep::What what);

struct HandOver {
  base::EntityId id;
  bool for_risk = false; // an escalation; otherwise a transfer for another reason
  std::string from, to;  // bodies
  std::string stage;     // "raised", "information_asked", "accepted", "returned", …
  std::vector<HandOverStep> steps;
  // For whom each body answers now, the person among them.
  std::uint64_t people_of_from = 0;
  std::uint64_t people_of_to = 0;
};

struct RiskShown {
  CaseSide side;
  std::string level; // code; empty: not judged
  std::string tier;  // its letter; empty: never scored
  std::optional<std::int64_t> points;
  std::vector<ShownJudgement> judgements;   // newest first
  std::vector<ShownAssessment> assessments; // newest first
  std::vector<ShownFlag> flags;             // in force
  std::optional<HandOver> hand_over;        // that runs, or ended last
};

base::Result<RiskShown> risk_of(Office& office, const Caller& caller, const base::StreamId& person);

} // namespace probity::service
