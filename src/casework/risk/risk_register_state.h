// What the record says of assessments, judgements of harm and flags: part of the state of a case.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "casework/risk/risk_register_policy.h"
#include "record/event.h"

namespace probity::casework {

struct CaseState;

struct Assessment {
  base::EntityId id;
  record::Symbol purpose;
  base::Day started;
  std::uint64_t started_event = 0;
  std::optional<base::Day> completed; // last
  std::uint64_t completed_event = 0;
  record::Symbol completed_by;
  bool locked = false;
  bool abandoned = false;

  [[nodiscard]] bool open() const { return !completed && !abandoned; }
};

// People's judgement, whatever any instrument computed.
struct HarmJudgement {
  record::Symbol level; // overall
  std::vector<std::pair<record::Symbol, record::Symbol>> groups;
  record::Symbol by; // empty where the record does not say
  base::Day day;
  std::uint64_t event = 0;

  // Empty when the group was not judged.
  [[nodiscard]] record::Symbol level_of(record::Symbol group) const;
};

struct Flag {
  base::EntityId id;
  record::Symbol kind;
  record::Symbol level;    // MAPPA
  record::Symbol category; // MAPPA
  base::Day seen;          // made, or reviewed last
  std::uint64_t seen_event = 0;
  std::optional<base::Day> review_by;
  bool removed = false;
  bool supervision_ended = false; // every order ended since it was made

  // Not taken off, and supervision goes on or the flag is one that stays.
  [[nodiscard]] bool in_force(const RiskRegisterPolicy& policy) const;
};

struct RiskRegister {
  std::vector<Assessment> assessments;
  std::vector<HarmJudgement> judgements;
  std::vector<Flag> flags;

  [[nodiscard]] const Assessment* open_assessment() const;
  // nullptr when none of the kind is in force.
  [[nodiscard]] const Flag* flag_of(record::Symbol kind, const RiskRegisterPolicy& policy) const;
};

// After the orders of the state.
void apply_risk_register(CaseState& state, const record::Event& event);

} // namespace probity::casework
