// OGRS3, the Offender Group Reconviction Scale in its third revision: the chance of proven reoffending within
// one and two years, from age, sex and criminal history alone. In use in probation from March 2008.
//
//   z  = age and sex + first or repeat + 1.25112 × ln(sanctions / (10 + age at conviction − age at first
//   sanction))
//        + offence group
//   p1 = e^(1.40256+z) / (1 + e^(1.40256+z)), p2 with 2.1217; each to five decimals, then to a whole
//   percentage of
//        1 to 99. The band is that of the two-year percentage.
//
// Numbers: ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4 (20 April 2026), after "OGRS 3: the
// revised Offender Group Reconviction Scale", Ministry of Justice, 2009.
#pragma once

#include "risk/input.h"
#include "risk/offence_codes.h"

namespace probity::risk {

struct Ogrs3Input {
  std::optional<Sex> sex;
  std::optional<base::Day> date_of_birth;
  std::optional<base::Day> conviction_date; // of the current conviction
  std::optional<base::Day> followup_date;   // community start, or release, which may lie ahead
  std::optional<int> sanctions_total;       // all offences, the current one too
  std::optional<int> age_at_first_sanction; // completed years
  std::optional<std::string> offence_code;
  std::optional<double>
      offence_weight; // in place of the mapping's, to make an old score again; noted in the score
};
std::span<const Input<Ogrs3Input>> ogrs3_inputs();

const Table& ogrs3_table();
// Figures: p1, p2 (five decimals), one_year_pct, two_year_pct.
Score score_ogrs3(const Ogrs3Input& input, const Table& table, const OffenceCodes& codes);
Score score_ogrs3(const Ogrs3Input& input);

} // namespace probity::risk
