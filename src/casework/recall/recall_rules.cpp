#include "casework/recall/recall_rules.h"

namespace probity::casework {
namespace {

using record::Symbol;

constexpr int long_sentence_months = 48;
constexpr int year_months = 12;
constexpr int short_term_days = 14;
constexpr int long_term_days = 28;

} // namespace

int fixed_term_days(const RecallAnswers& answers) {
  return answers.months < year_months ? short_term_days : long_term_days;
}

RecallAdvice recall_advice(const RecallAnswers& answers, const Policy& policy) {
  static const Symbol indeterminate("indeterminate");
  static const Symbol extended("extended");
  static const Symbol youth("youth_determinate");
  if (answers.group == indeterminate) return {"emergency"};
  if (answers.group == extended) return {"standard"};
  const bool grave =
      answers.public_protection.value_or(true) || answers.terrorist_or_state_threat.value_or(true);
  switch (policy.recall_rule) {
  case RecallRule::judgement:
    return {"judgement"};
  case RecallRule::under_48_months:
    if (answers.months >= long_sentence_months || grave || answers.newly_charged.value_or(true))
      return {"judgement"};
    return {"fixed_term", fixed_term_days(answers)};
  case RecallRule::by_list:
    break;
  }
  const bool barred = grave || answers.newly_charged.value_or(true);
  if (answers.group == youth) {
    if (answers.months >= year_months || barred) return {"judgement"};
    return {"fixed_term", fixed_term_days(answers)};
  }
  if (barred) return {"standard"};
  return {"fixed_term", fixed_term_days(answers)};
}

} // namespace probity::casework
