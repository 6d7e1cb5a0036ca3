// Tier, third version: one letter from A (the most intense) to G, the highest of the steps that hold of a
// case. It is provisional where a static score or an unknown level of harm might still raise it.
//
// Steps: ministryofjustice/hmpps-tier at affac98 (17 August 2026).
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct TierV3Input {
  std::optional<base::Day> today; // the day on which it is asked
  std::optional<bool> active_event;
  std::optional<double> arp; // percent
  std::optional<Model> arp_type;
  std::optional<double> csrp; // percent
  std::optional<Model> csrp_type;
  std::optional<double> dcsrp_score; // percent of OSP/DC, with its band
  std::optional<Band> dcsrp_band;
  std::optional<bool> mappa;
  std::optional<Harm> rosh;
  std::optional<bool> lifer_ipp; // an indeterminate sentence
  std::optional<base::Day> latest_release_date;
  std::optional<bool> domestic_abuse;
  std::optional<bool> stalking;
  std::optional<bool> child_protection;
  std::optional<bool> sexual_offence_ever;
};
std::span<const Input<TierV3Input>> tier_v3_inputs();

const Table& tier_v3_table();
// Figures: tier (A to G), provisional (true or false). Not applicable, "NOT_SUPERVISED", without an active
// event; not scored, "MISSING", without ARP or CSRP.
Score score_tier_v3(const TierV3Input& input);

} // namespace probity::risk
