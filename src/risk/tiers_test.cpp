#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "risk/psa.h"
#include "risk/tier_v2.h"
#include "risk/tier_v3.h"
#include "risk/workload.h"

namespace probity::risk {
namespace {

using base::day_of;
using base::Rational;
using testing::ElementsAre;

std::vector<std::string> reasons(const Score& score) {
  std::vector<std::string> out;
  for (const Reason& reason : score.reasons)
    out.push_back(reason.name);
  return out;
}

TierV2ProtectInput man_with_rsr(double rsr) {
  TierV2ProtectInput out;
  out.sex = Sex::male;
  out.rsr = rsr;
  return out;
}

std::string level(const TierV2ProtectInput& input) {
  return score_tier_v2_protect(input).figure("level")->text;
}

// The source leaves gaps at 6.99 to 7.00 and from 100; here there are none.
TEST(tier_v2_protect, has_no_gap_between_its_steps) {
  EXPECT_EQ(level(man_with_rsr(2.99)), "D");
  EXPECT_EQ(level(man_with_rsr(3)), "C");
  EXPECT_EQ(level(man_with_rsr(6.99)), "C");
  EXPECT_EQ(level(man_with_rsr(6.994)), "C");
  EXPECT_EQ(level(man_with_rsr(6.995)), "B");
  EXPECT_EQ(level(man_with_rsr(7)), "B");
  EXPECT_EQ(level(man_with_rsr(100)), "B");
  EXPECT_THAT(reasons(score_tier_v2_protect(man_with_rsr(100.01))), ElementsAre("RSR_NOT_A_PERCENTAGE"));
}

TEST(tier_v2_protect, counts_the_larger_of_rsr_and_harm) {
  TierV2ProtectInput input = man_with_rsr(8);
  input.rosh = Harm::medium;
  EXPECT_EQ(score_tier_v2_protect(input).figure("points")->text, "20");
  input.rosh = Harm::very_high;
  EXPECT_EQ(score_tier_v2_protect(input).figure("points")->text, "150");
  input.mappa_level = MappaLevel::m1;
  EXPECT_EQ(score_tier_v2_protect(input).figure("points")->text, "155");
}

TEST(tier_v2_protect, counts_each_known_registration_once) {
  TierV2ProtectInput input = man_with_rsr(0);
  input.complexity_registrations = "rcco|RCCO|RCPR|XXXX";
  const Score score = score_tier_v2_protect(input);
  EXPECT_EQ(score.figure("points")->text, "4");
  EXPECT_THAT(score.notes, ElementsAre("the registration XXXX weighs nothing"));
  ASSERT_EQ(score.missing.size(), 1U);
  EXPECT_EQ(score.missing.front().input, "rosh");
}

TEST(tier_v2_protect, counts_impulsivity_and_temper_once_and_of_women_only) {
  TierV2ProtectInput input = man_with_rsr(0);
  input.impulsivity = input.temper = 2;
  input.parenting = input.previous_enforcement = true;
  EXPECT_EQ(score_tier_v2_protect(input).figure("points")->text, "0");
  input.sex = Sex::female;
  EXPECT_EQ(score_tier_v2_protect(input).figure("points")->text, "6");
}

TierV2ChangeInput someone_to_change() {
  TierV2ChangeInput out;
  out.ogrs3_two_year_pct = 99;
  out.needs = "ATTITUDES:SEVERE|THINKING_AND_BEHAVIOUR:SEVERE|EMOTIONAL_WELL_BEING:SEVERE";
  out.iom_nominal = true;
  out.has_mandate = out.has_valid_assessment = true;
  return out;
}

TEST(tier_v2_change, adds_needs_tens_of_ogrs3_and_management) {
  TierV2ChangeInput input = someone_to_change();
  EXPECT_EQ(score_tier_v2_change(input).figure("points")->text, "19"); // 9 + 4 + 4 + 0 + 2
  EXPECT_EQ(score_tier_v2_change(input).figure("level")->text, "2");
  *input.needs += "|ACCOMMODATION:STANDARD";
  EXPECT_EQ(score_tier_v2_change(input).figure("level")->text, "3");
}

TEST(tier_v2_change, without_mandate_is_0_and_without_assessment_2) {
  TierV2ChangeInput input = someone_to_change();
  input.has_valid_assessment = false;
  EXPECT_EQ(score_tier_v2_change(input).figure("level")->text, "2");
  input.has_mandate = false;
  EXPECT_EQ(score_tier_v2_change(input).figure("level")->text, "0");
}

TEST(tier_v2_change, refuses_needs_it_does_not_understand) {
  for (const char* needs : {"ATTITUDES", "ATTITUDES:BAD", "LUCK:SEVERE", "ATTITUDES:SEVERE|",
                            "ATTITUDES:SEVERE|ATTITUDES:STANDARD"}) {
    TierV2ChangeInput input = someone_to_change();
    input.needs = needs;
    EXPECT_THAT(reasons(score_tier_v2_change(input)), ElementsAre("NEED_NOT_UNDERSTOOD")) << needs;
  }
}

TEST(need_severity, begins_at_its_thresholds) {
  const auto severity = [](NeedSection section, int score, bool san) {
    const Score out = score_need_severity({section, score, san});
    return out.figures.empty() ? "none" : out.figures.front().text;
  };
  EXPECT_EQ(severity(NeedSection::alcohol_misuse, 3, false), "NO_NEED");
  EXPECT_EQ(severity(NeedSection::alcohol_misuse, 4, false), "STANDARD");
  EXPECT_EQ(severity(NeedSection::alcohol_misuse, 6, false), "STANDARD");
  EXPECT_EQ(severity(NeedSection::alcohol_misuse, 7, false), "SEVERE");
  EXPECT_EQ(severity(NeedSection::alcohol_misuse, 4, true), "SEVERE");
  EXPECT_EQ(severity(NeedSection::attitudes, 1, true), "STANDARD");
  EXPECT_EQ(severity(NeedSection::attitudes, 1, false), "NO_NEED");
  EXPECT_EQ(severity(NeedSection::emotional_well_being, 9, false), "none");
}

TierV3Input quiet_case() {
  TierV3Input out;
  out.today = day_of(2026, 6, 15);
  out.active_event = true;
  out.arp = out.csrp = 0.0;
  out.arp_type = out.csrp_type = Model::dynamic;
  out.mappa = out.lifer_ipp = out.domestic_abuse = out.stalking = out.child_protection =
      out.sexual_offence_ever = false;
  out.rosh = Harm::low;
  return out;
}

std::string tier(const TierV3Input& input) {
  const Score score = score_tier_v3(input);
  return score.figures.empty()
             ? score.reasons.front().name
             : score.figure("tier")->text + (score.figure("provisional")->text == "true" ? "?" : "");
}

TEST(tier_v3, is_the_highest_step) {
  TierV3Input input = quiet_case();
  EXPECT_EQ(tier(input), "G");
  input.stalking = true;
  EXPECT_EQ(tier(input), "F");
  input.domestic_abuse = true;
  EXPECT_EQ(tier(input), "E");
  input.mappa = true;
  input.rosh = Harm::medium;
  EXPECT_EQ(tier(input), "D");
  input.csrp = 6.9;
  EXPECT_EQ(tier(input), "B");
  input.arp = 75;
  EXPECT_EQ(tier(input), "A");
  EXPECT_EQ(score_tier_v3(input).sum, 1);
}

TEST(tier_v3, counts_release_of_an_indeterminate_sentence_by_whole_years) {
  TierV3Input input = quiet_case();
  input.lifer_ipp = true;
  EXPECT_EQ(tier(input), "G");
  input.latest_release_date = day_of(2025, 6, 15);
  EXPECT_EQ(tier(input), "B");
  input.latest_release_date = day_of(2025, 6, 14);
  EXPECT_EQ(tier(input), "D");
  input.latest_release_date = day_of(2021, 6, 15);
  EXPECT_EQ(tier(input), "D");
  input.latest_release_date = day_of(2021, 6, 14);
  EXPECT_EQ(tier(input), "E");
}

TEST(tier_v3, follows_the_medium_band_of_direct_contact_though_it_is_not_in_order) {
  const auto of_medium = [](double score) {
    TierV3Input input = quiet_case();
    input.dcsrp_band = Band::medium;
    input.dcsrp_score = score;
    return tier(input);
  };
  EXPECT_EQ(of_medium(3.36), "C");
  EXPECT_EQ(of_medium(3.35), "D");
  EXPECT_EQ(of_medium(2.11), "D");
  EXPECT_EQ(of_medium(2.10), "C");
  EXPECT_EQ(of_medium(1.11), "D");
  EXPECT_EQ(of_medium(0.59), "DCSRP_SCORE_BELOW_ITS_BAND");
}

TEST(tier_v3, is_provisional_while_something_may_raise_it) {
  TierV3Input input = quiet_case();
  input.rosh.reset();
  EXPECT_EQ(tier(input), "G?");
  input.csrp = 3; // C, the best that harm without MAPPA gives
  EXPECT_EQ(tier(input), "C");
  input.mappa = true;
  EXPECT_EQ(tier(input), "C?");
  input.rosh = Harm::low;
  EXPECT_EQ(tier(input), "C");
  input.csrp_type = Model::static_;
  EXPECT_EQ(tier(input), "C?");
}

TEST(tier_v3, of_no_sentence_or_no_score_is_none) {
  TierV3Input input = quiet_case();
  input.csrp.reset();
  EXPECT_EQ(tier(input), "MISSING");
  input.active_event = false;
  EXPECT_EQ(score_tier_v3(input).outcome, Outcome::not_applicable);
  EXPECT_EQ(tier(input), "NOT_SUPERVISED");
}

TEST(workload_case_points, of_no_tier_are_none_and_suspended_0) {
  const auto points = [](CaseType type, const char* tier_name, bool t2a) {
    const Score out = score_workload_case_points({type, std::string(tier_name), t2a});
    return out.figures.empty() ? "none" : out.figures.front().text;
  };
  EXPECT_EQ(points(CaseType::community, "C2", false), "63");
  EXPECT_EQ(points(CaseType::community, "b2", false), "115");
  EXPECT_EQ(points(CaseType::community, "B2", true), "48");
  EXPECT_EQ(points(CaseType::licence, "A3S", false), "0");
  for (const char* wrong : {"E1", "A4", "A3X", "A", "UNKNOWN", "E3S"})
    EXPECT_EQ(points(CaseType::licence, wrong, false), "none") << wrong;
}

WorkloadTotalInput officer() {
  WorkloadTotalInput out;
  out.weight_table = WeightTable::seed;
  out.cases = "COMMUNITY:B2:std=2;LICENCE:A3:t2a=1";
  out.standard_reports = out.fast_reports = 1;
  out.contacts_outside_caseload = "CMS01=2;CMS99=4";
  out.contacts_by_others = "CMS01=1";
  out.contact_points = "CMS01=9";
  return out;
}

TEST(workload_total, adds_what_was_done_and_takes_off_what_others_did) {
  const Score score = score_workload_total(officer());
  EXPECT_EQ(score.figure("total")->text, "517"); // 230 + 75 + 138 + 65 + 18 - 9
  EXPECT_THAT(score.notes, ElementsAre("no points are given for contact CMS99"));
}

TEST(workload_total, refuses_lists_it_does_not_understand) {
  for (const char* cases : {"COMMUNITY:B2=2", "COMMUNITY:B2:std", "COMMUNITY:Z9:std=1", "COMMUNITY:B2:old=1",
                            "COMMUNITY:B2:std=-1", "COMMUNITY:B2:std=1x5", "COMMUNITY:B2:std=1;"}) {
    WorkloadTotalInput input = officer();
    input.cases = cases;
    EXPECT_THAT(reasons(score_workload_total(input)), ElementsAre("CASES_NOT_UNDERSTOOD")) << cases;
  }
  for (const char* contacts : {"CMS01", "=1", "CMS01=x", "CMS01=1;CMS01=2", "CMS01=1;"}) {
    WorkloadTotalInput input = officer();
    input.contacts_by_others = contacts;
    EXPECT_THAT(reasons(score_workload_total(input)), ElementsAre("CONTACTS_NOT_UNDERSTOOD")) << contacts;
  }
}

WorkloadCapacityInput post(std::int64_t hours, int points) {
  WorkloadCapacityInput out;
  out.points_for_grade = Rational(2176);
  out.contracted_hours_for_grade = Rational(37);
  out.contracted_hours = Rational(hours);
  out.reduction_hours = Rational(0);
  out.workload_points = points;
  return out;
}

TEST(workload_capacity, cuts_points_off_and_rounds_the_ratio) {
  EXPECT_EQ(score_workload_capacity(post(37, 2176)).figure("capacity_pct")->text, "100.000");
  EXPECT_EQ(score_workload_capacity(post(1, 0)).figure("available_points")->text, "58"); // 58.81
  EXPECT_EQ(score_workload_capacity(post(37, 1)).figure("capacity_pct")->text, "0.000");
  EXPECT_EQ(score_workload_capacity(post(37, 2)).figure("capacity_pct")->text, "0.100"); // 0.00092 to 0.001
}

TEST(workload_capacity, of_no_hours_is_0_and_says_what_that_means) {
  WorkloadCapacityInput input = post(37, 100);
  input.reduction_hours = Rational(38);
  const Score score = score_workload_capacity(input);
  EXPECT_EQ(score.figure("available_points")->text, "0");
  EXPECT_EQ(score.figure("capacity_pct")->text, "0.000");
  EXPECT_EQ(score.notes.size(), 1U);
  input = post(37, 100);
  input.contracted_hours_for_grade = Rational(0);
  EXPECT_EQ(score_workload_capacity(input).figure("available_points")->text, "0");
  input.available_hours = Rational(36);
  EXPECT_THAT(reasons(score_workload_capacity(input)), ElementsAre("AVAILABLE_HOURS_ARE_NOT_THE_DIFFERENCE"));
  input.contracted_hours = Rational(-1);
  EXPECT_THAT(reasons(score_workload_capacity(input)), ElementsAre("OUT_OF_RANGE"));
}

PsaInput nobody_special() {
  PsaInput out;
  out.age_at_arrest = 40;
  out.current_violent_offence = out.pending_charge = out.prior_misdemeanor = out.prior_felony =
      out.prior_conviction = out.prior_fta_older = out.prior_incarceration = false;
  out.prior_violent_convictions = out.prior_fta_2yr = 0;
  return out;
}

// The source's program gives three violent convictions one point, its page two; the page is followed.
TEST(psa, gives_three_violent_convictions_two_points) {
  PsaInput input = nobody_special();
  const auto raw = [&](int convictions) {
    input.prior_violent_convictions = convictions;
    return score_psa_nca(input).figure("raw")->text + score_psa_nvca(input).figure("raw")->text;
  };
  EXPECT_EQ(raw(0), "00");
  EXPECT_EQ(raw(2), "11");
  EXPECT_EQ(raw(3), "22");
}

TEST(psa, weighs_age_at_22_and_at_20_with_violence) {
  PsaInput input = nobody_special();
  input.current_violent_offence = true;
  const auto raw = [&](int age) {
    input.age_at_arrest = age;
    return score_psa_nca(input).figure("raw")->text + score_psa_nvca(input).figure("raw")->text;
  };
  EXPECT_EQ(raw(20), "23");
  EXPECT_EQ(raw(21), "22");
  EXPECT_EQ(raw(22), "22");
  EXPECT_EQ(raw(23), "02");
}

TEST(psa, reaches_the_ends_of_its_scales) {
  PsaInput input = nobody_special();
  EXPECT_EQ(score_psa_fta(input).figure("scale")->text, "1");
  input.age_at_arrest = 18;
  input.current_violent_offence = input.pending_charge = input.prior_misdemeanor = input.prior_felony =
      input.prior_conviction = input.prior_fta_older = input.prior_incarceration = true;
  input.prior_violent_convictions = 5;
  input.prior_fta_2yr = 5;
  EXPECT_EQ(score_psa_fta(input).figure("raw")->text, "7");
  EXPECT_EQ(score_psa_fta(input).figure("scale")->text, "6");
  EXPECT_EQ(score_psa_nca(input).figure("raw")->text, "13");
  EXPECT_EQ(score_psa_nca(input).figure("scale")->text, "6");
  EXPECT_EQ(score_psa_nvca(input).figure("raw")->text, "7");
  EXPECT_EQ(score_psa_nvca(input).figure("flag")->text, "true");
}

TEST(psa, notes_answers_that_do_not_agree_and_assumes_none) {
  PsaInput input = nobody_special();
  input.prior_conviction = true;
  EXPECT_EQ(score_psa_fta(input).notes.size(), 1U);
  input.prior_fta_2yr.reset();
  EXPECT_THAT(reasons(score_psa_fta(input)), ElementsAre("MISSING_MANDATORY_INPUT"));
}

} // namespace
} // namespace probity::risk
