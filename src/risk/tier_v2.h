// Tier, second version: a letter for protection (A to D) and a digit for change (0 to 3). How intensely a
// case is worked, by what is recorded of it.
//
// Registrations, levels and scores: ministryofjustice/hmpps-tier at affac98 (17 August 2026).
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct TierV2ProtectInput {
  std::optional<double> rsr; // percent, 0 to 99.99
  std::optional<Harm> rosh;
  std::optional<MappaLevel> mappa_level;
  std::optional<std::string> complexity_registrations; // codes with | between; unknown ones weigh nothing
  std::optional<Sex> sex;
  std::optional<bool> parenting;  // of women, as the next three
  std::optional<int> impulsivity; // 0 to 2
  std::optional<int> temper;      // 0 to 2
  std::optional<bool> previous_enforcement;
};
std::span<const Input<TierV2ProtectInput>> tier_v2_protect_inputs();
const Table& tier_v2_protect_table();
// Figures: level (A to D), points. Of RSR and RoSH only the one with more points counts.
Score score_tier_v2_protect(const TierV2ProtectInput& input);

struct TierV2ChangeInput {
  std::optional<int> ogrs3_two_year_pct;
  std::optional<std::string> needs; // SECTION:NO_NEED, :STANDARD or :SEVERE, with | between
  std::optional<bool> iom_nominal;  // in integrated offender management
  std::optional<bool> has_mandate;  // custody, or a requirement other than unpaid work
  std::optional<bool> has_valid_assessment;
};
std::span<const Input<TierV2ChangeInput>> tier_v2_change_inputs();
const Table& tier_v2_change_table();
// Figures: level (0 to 3), points. Without a mandate 0, without a valid assessment 2, whatever else is known.
Score score_tier_v2_change(const TierV2ChangeInput& input);

// The severity of a section of needs, from its score.
struct NeedSeverityInput {
  std::optional<NeedSection> section;
  std::optional<int> score;           // the sum of the section's answers
  std::optional<bool> san_assessment; // the newer assessment of strengths and needs, with other thresholds
};
std::span<const Input<NeedSeverityInput>> need_severity_inputs();
const Table& need_severity_table();
// Figures: severity (NO_NEED, STANDARD, SEVERE). Two sections have none.
Score score_need_severity(const NeedSeverityInput& input);

} // namespace probity::risk
