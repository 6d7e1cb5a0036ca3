// Which kind of recall the rules require, by what was answered and by the rule in force on the day.
#pragma once

#include <string_view>

#include "casework/case_state.h"
#include "casework/policy.h"

namespace probity::casework {

struct RecallAdvice {
  std::string_view kind; // "fixed_term", "standard", "emergency", or "judgement": the rule leaves the choice
  int days = 0;          // of a fixed term
};

// An unknown answer counts as yes: the rules are made to fail safe.
RecallAdvice recall_advice(const RecallAnswers& answers, const Policy& policy);
// Fixed-term recalls: days by the length of the sentence.
int fixed_term_days(const RecallAnswers& answers);

} // namespace probity::casework
