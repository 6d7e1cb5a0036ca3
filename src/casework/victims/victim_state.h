// What the record says of contact with victims: part of the state of a case. Nothing here says who they are.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "record/event.h"

namespace probity::casework {

struct CaseState;

struct AskedCondition {
  record::Symbol condition;
  base::Day asked;
  std::uint64_t asked_event = 0;
  record::Symbol decision; // empty: none
};

struct Victim {
  base::EntityId id; // a pseudonym
  base::Day identified;
  std::uint64_t identified_event = 0;
  base::Day sentenced; // the order in force then; the day of identifying where there was none
  bool offered = false;
  record::Symbol answer;                                  // the last; empty: none
  base::Day answered;                                     // when
  std::vector<std::pair<record::Symbol, base::Day>> told; // of what, and the day of it
  std::vector<AskedCondition> conditions;
  int representations = 0; // how often the victim was heard

  [[nodiscard]] bool opted_in() const { return answer.text() == "opted_in"; }
  [[nodiscard]] bool was_told(std::string_view about, base::Day day) const;
};

// A day of release that is planned and has not come or been called off.
struct PlannedRelease {
  base::Day day;
  base::Day known; // since when that has been the day
  std::uint64_t event = 0;
};

struct Victims {
  std::vector<Victim> all;
  std::optional<PlannedRelease> release;
};

// After orders of the state.
void apply_victim(CaseState& state, const record::Event& event);

} // namespace probity::casework
