// MST, the maturity screening tool: ten answers of an assessment added up, for men who are 18 to 25 on the
// day of the assessment. Ten points or more say that maturity should be looked at; it is no judgement of it.
//
//   score = peer group influence 0–1 + nine answers 0–2;  flag = score ≥ 10
//
// Age and sex are asked before anything else. Nine of the ten answers are needed. Rules:
// ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4 (20 April 2026).
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct MstInput {
  std::optional<Sex> sex;
  std::optional<base::Day> date_of_birth;
  std::optional<base::Day> assessment_date;
  std::optional<int> peer_group; // 0 or 1; all below 0 to 2
  std::optional<int> criminal_associates;
  std::optional<int> recklessness;
  std::optional<int> difficulties_coping;
  std::optional<int> attitude_to_self;
  std::optional<int> impulsivity;
  std::optional<int> temper;
  std::optional<int> problem_solving;
  std::optional<int> consequence_awareness;
  std::optional<int> others_views;
};
std::span<const Input<MstInput>> mst_inputs();

const Table& mst_table();
// Figures: score (0 to 19), flag (true or false).
Score score_mst(const MstInput& input);

} // namespace probity::risk
