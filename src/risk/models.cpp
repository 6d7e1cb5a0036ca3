#include "risk/models.h"

#include <algorithm>

#include "risk/ages.h"

namespace probity::risk {
namespace {

constexpr int most_sanctions = 999;
constexpr int most_age = 109;
constexpr int youngest = 10;
constexpr int most_months = 36;
constexpr int months_ahead = 3; // a conviction may lie so far after the assessment

void check_counts(Evaluation& evaluation, const HistoryDates& it) {
  if (it.sanctions_total < 1)
    evaluation.refuse("TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE", {"sanctions_total"},
                      "count the current one: at least 1");
  if (it.sanctions_total > most_sanctions)
    evaluation.refuse("TOTAL_NUMBER_OF_SANCTIONS_MORE_THAN_999", {"sanctions_total"},
                      "the models were made for 1 to 999: check the number");
  if (it.sanctions_violent < 0 || it.sanctions_violent > it.sanctions_total)
    evaluation.refuse("VIOLENT_SANCTIONS_NOT_WITHIN_TOTAL", {"sanctions_violent", "sanctions_total"},
                      "violent sanctions are some of all: 0 to the total");
  if (it.age_at_first_sanction < 0 || it.age_at_first_sanction > most_age)
    evaluation.refuse("AGE_AT_FIRST_SANCTION_OUT_OF_RANGE", {"age_at_first_sanction"},
                      "write the age in completed years, like 19");
}

void check_dates(Evaluation& evaluation, const HistoryDates& it) {
  if (it.conviction_date <= it.date_of_birth)
    evaluation.refuse("DATE_OF_CURRENT_CONVICTION_BEFORE_DATE_OF_BIRTH", {"conviction_date", "date_of_birth"},
                      "the conviction must be after the birth: check both days");
  else if (it.age_at_first_sanction > completed_years(it.date_of_birth, it.conviction_date))
    evaluation.refuse("AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION",
                      {"age_at_first_sanction", "conviction_date"},
                      "the first sanction cannot be later than the current conviction");
  if (completed_months(it.assessment_date, it.conviction_date - 1) >= months_ahead)
    evaluation.refuse("DATE_OF_CURRENT_CONVICTION_LONG_AFTER_ASSESSMENT",
                      {"conviction_date", "assessment_date"},
                      "the conviction may be three months after the assessment at most: check both days");
  if (it.followup_date <= it.date_of_birth)
    evaluation.refuse("DATE_OF_START_OF_FOLLOWUP_BEFORE_DATE_OF_BIRTH", {"followup_date", "date_of_birth"},
                      "the follow-up must begin after the birth: check both days");
  else if (completed_years(it.date_of_birth, it.followup_date) < youngest)
    evaluation.refuse("AGE_AT_START_OF_FOLLOWUP_LESS_THAN_TEN", {"followup_date", "date_of_birth"},
                      "the models begin at the age of 10: check both days");
  else if (completed_years(it.date_of_birth, it.followup_date) > most_age)
    evaluation.refuse("AGE_AT_START_OF_FOLLOWUP_OUT_OF_RANGE", {"followup_date", "date_of_birth"},
                      "the models end at the age of 109: check both days");
}

} // namespace

History history_of(Evaluation& evaluation, const HistoryDates& dates) {
  check_counts(evaluation, dates);
  check_dates(evaluation, dates);
  History out;
  out.sanctions = dates.sanctions_total;
  out.violent = dates.sanctions_violent;
  out.years_between =
      completed_years(dates.date_of_birth, dates.conviction_date) - dates.age_at_first_sanction;
  out.age = completed_years(dates.date_of_birth, dates.followup_date);
  out.months = std::clamp(completed_months(dates.followup_date, dates.assessment_date), 0, most_months);
  return out;
}

const OffenceKind* offence_of(Evaluation& evaluation, std::string_view code) {
  if (!is_offence_code(code)) {
    evaluation.refuse("OFFENCE_CODE_INCORRECT_FORMAT", {"offence_code"}, "write five digits, like 02700");
    return nullptr;
  }
  const OffenceKind* kind = OffenceCodes::version_1().find(code);
  if (kind == nullptr)
    evaluation.refuse("OFFENCE_CODE_MAPPING_NOT_FOUND", {"offence_code"},
                      "the mapping does not have this code: check it");
  return kind;
}

void add_powers(Evaluation& evaluation, std::span<const std::string_view> terms, double value) {
  double power = 1;
  for (const std::string_view term : terms) {
    power *= value;
    evaluation.times_if_weighed(term, power);
  }
}

} // namespace probity::risk
