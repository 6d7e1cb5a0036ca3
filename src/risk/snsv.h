// SNSV: the chance of proven serious non-sexual violence within two years, a part of RSR. A static model of
// history alone, and a dynamic one with ten answers of an assessment.
//
//   percentage = 100 × e^z / (1 + e^z), to two decimals; z = the sum of the terms.
//
// Numbers and rules: ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4 (20 April 2026).
#pragma once

#include "risk/input.h"
#include "risk/models.h"

namespace probity::risk {

struct SnsvInput {
  std::optional<Model> model; // not given: the dynamic one if all is answered
  std::optional<Sex> sex;
  std::optional<base::Day> date_of_birth;
  std::optional<base::Day> assessment_date;
  std::optional<base::Day> conviction_date;
  std::optional<base::Day> followup_date; // not before the conviction; may lie ahead
  std::optional<std::string> offence_code;
  std::optional<int> sanctions_total;
  std::optional<int> age_at_first_sanction;
  std::optional<int> sanctions_violent;
  std::optional<bool> weapon;
  std::optional<int> accommodation; // 0 to 2, as all below that are numbers
  std::optional<bool> unemployed;
  std::optional<int> partner_problems;
  std::optional<int> alcohol_chronic;
  std::optional<int> alcohol_binge;
  std::optional<int> impulsivity;
  std::optional<int> temper;
  std::optional<int> procriminal_attitudes;
  std::optional<bool> domestic_abuse_perpetrator_partner;
  std::optional<Several<PastConviction>> past_convictions;
};
std::span<const Input<SnsvInput>> snsv_inputs();

const Table& snsv_static_table();
const Table& snsv_dynamic_table();
// Figures: pct (two decimals), probability (nine decimals, for RSR). It has no bands of its own.
Score score_snsv(const SnsvInput& input);

} // namespace probity::risk
