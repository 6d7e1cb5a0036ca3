// OSP, the predictors of sexual reoffending of men with a sexual offence in their history: OSP/DC by direct
// contact, OSP/IIC by indecent images and indirect contact. Of women they do not speak.
//
//   OSP/DC   percentage = 100 × e^(0.1598 × points − 8.633) / (1 + …), to two decimals; 0 of no points. The
//   band
//            is that of the points, one lower after five years in the community without an offence.
//   OSP/IIC  one of six chances, the first whose condition holds.
//
// Numbers and rules: ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4 (20 April 2026).
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct OspDcInput {
  std::optional<Sex> sex;
  std::optional<base::Day> date_of_birth;
  std::optional<base::Day> assessment_date;
  std::optional<base::Day> followup_date;
  std::optional<int> sanctions_total;
  std::optional<Place> supervision_status;
  std::optional<int> contact_adult; // sanctions, as the next three
  std::optional<int> contact_child;
  std::optional<int> noncontact;
  std::optional<int> indecent_images;
  std::optional<base::Day> date_most_recent_sexual_offence;
  std::optional<bool> stranger_victim;
  std::optional<base::Day> date_most_recent_offence; // of any kind
};
std::span<const Input<OspDcInput>> osp_dc_inputs();
const Table& osp_dc_table();
// Figures: pct (two decimals), points (0 to 64), band_reduced (true or false), probability.
Score score_osp_dc(const OspDcInput& input);

struct OspIicInput {
  std::optional<Sex> sex;                     // not given: a man's, which the score says
  std::optional<bool> sexual_offence_history; // not given: yes
  std::optional<int> contact_adult;           // sanctions, as the next three
  std::optional<int> contact_child;
  std::optional<int> indecent_images;
  std::optional<int> noncontact;
};
std::span<const Input<OspIicInput>> osp_iic_inputs();
const Table& osp_iic_table();
// Figures: pct (two decimals), probability (five).
Score score_osp_iic(const OspIicInput& input);

} // namespace probity::risk
