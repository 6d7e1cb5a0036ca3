// OVP, the violence predictor of the assessment system: points of history, age and answers, and the chance of
// proven violent reoffending within one and two years that they stand for.
//
//   percentage = 100 × e^(0.0722 × points − k) / (1 + …), k = 4.5215 for one year and 3.8773 for two, rounded
//   to a whole number of 1 to 99. The band is that of the two-year percentage.
//
// Numbers: ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4 (20 April 2026).
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct OvpInput {
  std::optional<Sex> sex;
  std::optional<base::Day> date_of_birth;
  std::optional<base::Day> followup_date;
  std::optional<int> sanctions_total;
  std::optional<int> sanctions_violent;
  std::optional<bool> recognises_impact; // of the offending on others
  std::optional<bool> nfa_or_transient;
  std::optional<bool> unemployed;
  std::optional<int> alcohol_chronic; // 0 to 2, as all below that are numbers
  std::optional<int> alcohol_binge;
  std::optional<bool> psychiatric_treatment; // at present
  std::optional<int> temper;
  std::optional<int> procriminal_attitudes;
};
std::span<const Input<OvpInput>> ovp_inputs();

const Table& ovp_table();
// Figures: two_year_pct, one_year_pct, points (0 to 98).
Score score_ovp(const OvpInput& input);

} // namespace probity::risk
