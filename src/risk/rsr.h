// RSR, the risk of serious recidivism, and CSRP, its successor: serious violence and sexual reoffending added
// up, in percent of two decimals. Each part is rounded before it is added, as published; adding first would
// move people at the thresholds.
//
//   RSR  = SNSV + OSP/DC + OSP/IIC     medium from 3.00, high from 6.90
//   CSRP = SVRP + OSP/DC + OSP/IIC     medium from 1.00, high from 3.00, very high from 6.90
//
// A woman with a sexual offence in her history has 0.38 in place of both OSP. Below 0 and above 99.99 there
// is nothing. Which value of RSR sends a case to which service is no matter of this table but of a
// contract's.
//
// Numbers and rules: ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4 (20 April 2026) and at
// 016919c (4 August 2026).
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct RsrInput {
  std::optional<double> snsv_probability; // 0 to 1, as the next two
  std::optional<double> osp_dc_probability;
  std::optional<double> osp_iic_probability;
  std::optional<Sex> sex;
  std::optional<bool> sexual_offence_history;
};
std::span<const Input<RsrInput>> rsr_inputs();
const Table& rsr_table();
// Figures: rsr_pct (two decimals).
Score score_rsr(const RsrInput& input);

struct CsrpInput {
  std::optional<double> svrp_probability; // 0 to 1, as the next two
  std::optional<double> osp_dc_probability;
  std::optional<double> osp_iic_probability;
  std::optional<Sex> sex;
  std::optional<bool> sexual_offence_history;
};
std::span<const Input<CsrpInput>> csrp_inputs();
const Table& csrp_table();
// Figures: csrp_pct (two decimals).
Score score_csrp(const CsrpInput& input);

} // namespace probity::risk
