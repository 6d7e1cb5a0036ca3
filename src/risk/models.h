// What the predictors share that have a static and a dynamic model: the first of information that does not
// change, the second with the answers of an assessment too.
#pragma once

#include "risk/offence_codes.h"
#include "risk/score.h"

namespace probity::risk {

// The facts of a criminal history that their terms are made of.
struct History {
  int sanctions = 0;     // 1 to 999, the current one too
  int violent = 0;       // of these
  int years_between = 0; // from the first sanction to the current conviction, completed years
  int age = 0;           // at the start of follow-up, completed years
  int months = 0;        // free of offences from then to the assessment, 0 to 36
};

// Their inputs that a history is made of.
struct HistoryDates {
  base::Day date_of_birth;
  base::Day assessment_date;
  base::Day conviction_date;
  base::Day followup_date;
  int age_at_first_sanction = 0;
  int sanctions_total = 0;
  int sanctions_violent = 0;
};
// The history, with refusals in the evaluation for what contradicts itself; it is then not to be used.
History history_of(Evaluation& evaluation, const HistoryDates& dates);

// The kind of an offence, or nothing and a refusal.
const OffenceKind* offence_of(Evaluation& evaluation, std::string_view code);

// coefficient × value, × value², … for as many powers as there are terms; those not weighed are left out.
void add_powers(Evaluation& evaluation, std::span<const std::string_view> terms, double value);

} // namespace probity::risk
