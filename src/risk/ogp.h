// OGP, the general predictor of the assessment system: points of the OGRS3 percentage and of answers, and the
// chance of proven reoffending within one and two years that they stand for.
//
//   percentage = 100 × e^(0.0616 × points − k) / (1 + …), k = 3.6832 for one year and 3.0795 for two, rounded
//   to a whole number of 1 to 99. The band is that of the two-year percentage.
//
// Without an OGRS3 there is no OGP. Numbers: ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4
// (20 April 2026).
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct OgpInput {
  std::optional<int> ogrs3_two_year_pct; // 1 to 99
  std::optional<bool> nfa_or_transient;
  std::optional<bool> unemployed;
  std::optional<int> offending_activities; // 0 to 2, as all below
  std::optional<int> drug_misuse_current;
  std::optional<int> drug_motivation; // to tackle misuse: 0 full, 1 partial, 2 none
  std::optional<int> problem_solving;
  std::optional<int> awareness_of_consequences; // 0 yes, 1 sometimes, 2 no
  std::optional<int> understands_others_views;  // 0 yes, 1 some, 2 no
  std::optional<int> procriminal_attitudes;
};
std::span<const Input<OgpInput>> ogp_inputs();

const Table& ogp_table();
// Figures: two_year_pct, one_year_pct, points.
Score score_ogp(const OgpInput& input);

} // namespace probity::risk
