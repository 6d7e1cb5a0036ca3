// LDS, the learning disability and challenges screen: points from seven answers of an assessment, banded 0, 1
// or 2. A screen says whose needs to look at more closely; it is no diagnosis.
//
//   points = no fixed address 1 + work skills 0–2 + reading, writing and numeracy 0–2 + reading 1 + numeracy
//   1
//            + learning difficulties 0–2 + no qualifications 2;  0–2 → 0, 3–4 → 1, 5 and more → 2
//
// At least three of work skills, reading-writing-numeracy, learning difficulties and qualifications must be
// answered; reading or numeracy by itself needs the answer to the three together. Rules:
// ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4 (20 April 2026).
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct LdsInput {
  std::optional<int> nfa_or_transient; // 0 or 1
  std::optional<int> work_skills;      // 0 to 2, as all below but reading and numeracy (0 or 1)
  std::optional<int> reading_writing_numeracy;
  std::optional<int> reading;
  std::optional<int> numeracy;
  std::optional<int> learning_difficulties;
  std::optional<Qualifications> qualifications;
};
std::span<const Input<LdsInput>> lds_inputs();

const Table& lds_table();
// Figures: score (0, 1 or 2), points.
Score score_lds(const LdsInput& input);

} // namespace probity::risk
