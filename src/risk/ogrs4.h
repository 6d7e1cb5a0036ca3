// The predictors of the OGRS4 generation: the chance within two years of any proven reoffending (ARP), of a
// violent one (VRP) and of a serious violent one (SVRP), each as a static model (history alone) and a dynamic
// one (with the answers of an assessment).
//
//   percentage = 100 × e^z / (1 + e^z), to two decimals, kept within 0.00 to 99.99; z = the sum of the terms.
//
// Which terms there are is said by the table: a model leaves out what it has no number for. The follow-up
// begins at the conviction where no other day is given. Numbers and rules:
// ministryofjustice/hmpps-arns-risk-actuarial-api at 016919c (4 August 2026).
#pragma once

#include "risk/input.h"
#include "risk/models.h"

namespace probity::risk {

struct Ogrs4Input {
  std::optional<Model> model; // not given: the dynamic one if all that it asks for is answered
  std::optional<Sex> sex;
  std::optional<base::Day> date_of_birth;
  std::optional<base::Day> assessment_date;
  std::optional<base::Day> conviction_date;
  std::optional<base::Day> followup_date;   // not given: the day of the conviction
  std::optional<int> age_at_first_sanction; // completed years
  std::optional<std::string> offence_code;
  std::optional<int> sanctions_total;
  std::optional<int> sanctions_violent;
  std::optional<bool> weapon;       // carried or used in the offence
  std::optional<int> accommodation; // 0 to 2, as all below that are numbers
  std::optional<bool> unemployed;
  std::optional<int> partner_problems;
  std::optional<Partner> relationship_status;
  std::optional<bool> domestic_abuse_evidence;
  std::optional<int> offending_activities;
  std::optional<int> drug_motivation; // to tackle misuse: 0 full, 1 partial, 2 none
  std::optional<Several<Drug>> drugs_used;
  std::optional<int> alcohol_chronic;
  std::optional<int> alcohol_binge;
  std::optional<int> impulsivity;
  std::optional<int> temper;
  std::optional<int> procriminal_attitudes;
  std::optional<Several<PastConviction>> past_convictions;
};
std::span<const Input<Ogrs4Input>> ogrs4_inputs();

const Table& arp_static_table();
const Table& arp_dynamic_table();
const Table& vrp_static_table();
const Table& vrp_dynamic_table();
const Table& svrp_static_table();
const Table& svrp_dynamic_table();

// Figures: two_year_pct (two decimals).
Score score_arp(const Ogrs4Input& input);
Score score_vrp(const Ogrs4Input& input);
Score score_svrp(const Ogrs4Input& input);

} // namespace probity::risk
