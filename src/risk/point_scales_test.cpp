#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "risk/ogp.h"
#include "risk/osp.h"
#include "risk/ovp.h"
#include "risk/rsr.h"

namespace probity::risk {
namespace {

using base::day_of;
using testing::ElementsAre;

std::vector<std::string> reasons(const Score& score) {
  std::vector<std::string> out;
  for (const Reason& reason : score.reasons)
    out.push_back(reason.name);
  return out;
}

OvpInput someone() {
  OvpInput out;
  out.sex = Sex::male;
  out.date_of_birth = day_of(1986, 5, 5);
  out.followup_date = day_of(2016, 6, 1);
  out.sanctions_total = 0;
  out.sanctions_violent = 0;
  out.recognises_impact = true;
  out.nfa_or_transient = out.unemployed = out.psychiatric_treatment = false;
  out.alcohol_chronic = out.alcohol_binge = out.temper = out.procriminal_attitudes = 0;
  return out;
}

// A man of 30 without anything: 10 for his age, 5 for his sex.
TEST(ovp, begins_with_age_and_sex) {
  EXPECT_EQ(score_ovp(someone()).figure("points")->text, "15");
}

TEST(ovp, counts_violent_sanctions_up_to_18_and_others_up_to_21) {
  const auto points = [](int total, int violent) {
    OvpInput input = someone();
    input.sanctions_total = total;
    input.sanctions_violent = violent;
    return score_ovp(input).number("points").scaled - 20; // 15, and 5 for any sanction
  };
  EXPECT_EQ(points(5, 5), 12);
  EXPECT_EQ(points(6, 6), 13);
  EXPECT_EQ(points(17, 17), 24);
  EXPECT_EQ(points(18, 18), 25);
  EXPECT_EQ(points(60, 60), 25);
  EXPECT_EQ(points(2, 0), 0);
  EXPECT_EQ(points(3, 0), 2);
  EXPECT_EQ(points(10, 0), 3);
  EXPECT_EQ(points(11, 0), 4);
  EXPECT_EQ(points(20, 0), 4);
  EXPECT_EQ(points(21, 0), 5);
}

TEST(ovp, never_says_certain_and_reaches_98_points) {
  OvpInput input = someone();
  input.followup_date = day_of(2004, 5, 5); // 18 that day
  input.sanctions_total = 60;
  input.sanctions_violent = 20;
  input.recognises_impact = false;
  input.nfa_or_transient = input.unemployed = input.psychiatric_treatment = true;
  input.alcohol_chronic = input.alcohol_binge = input.temper = input.procriminal_attitudes = 2;
  const Score score = score_ovp(input);
  EXPECT_EQ(score.figure("points")->text, "98");
  EXPECT_EQ(score.band, "VERY_HIGH");
  input.followup_date = day_of(2004, 5, 4);
  EXPECT_THAT(reasons(score_ovp(input)), ElementsAre("AGE_AT_START_OF_FOLLOWUP_LESS_THAN_EIGHTEEN"));
}

TEST(ovp, refuses_what_contradicts_itself) {
  OvpInput input = someone();
  input.sanctions_violent = 1;
  EXPECT_THAT(reasons(score_ovp(input)), ElementsAre("VIOLENT_SANCTIONS_NOT_WITHIN_TOTAL"));
  input.sanctions_total = -1;
  EXPECT_THAT(reasons(score_ovp(input)),
              ElementsAre("TOTAL_NUMBER_OF_SANCTIONS_NEGATIVE", "VIOLENT_SANCTIONS_NOT_WITHIN_TOTAL"));
  EXPECT_EQ(score_ovp({}).reasons.front().inputs.size(), 13U);
}

// By hand, of points 0 to 4 and 0 to 6: 3.75 and 5/6 each, half up.
TEST(ogp, rounds_each_part_of_its_points) {
  OgpInput input;
  input.ogrs3_two_year_pct = 37; // 22.2
  input.nfa_or_transient = input.unemployed = false;
  input.offending_activities = input.procriminal_attitudes = 0;
  input.drug_misuse_current = 1;
  input.drug_motivation = 2; // 11.25
  input.problem_solving = 2;
  input.awareness_of_consequences = 1; // 2.5
  input.understands_others_views = 0;
  EXPECT_EQ(score_ogp(input).figure("points")->text, "36"); // 22 + 11 + 3
  input.ogrs3_two_year_pct.reset();
  EXPECT_THAT(reasons(score_ogp(input)), ElementsAre("MISSING_MANDATORY_INPUT"));
}

OspDcInput old_case() {
  OspDcInput out;
  out.sex = Sex::male;
  out.date_of_birth = day_of(1980, 1, 1);
  out.assessment_date = day_of(2017, 1, 1);
  out.followup_date = day_of(2012, 1, 1); // 32: 10 points
  out.sanctions_total = 2;                // 6
  out.supervision_status = Place::community;
  out.contact_adult = 1; // 5
  out.contact_child = 1; // 3
  out.noncontact = out.indecent_images = 0;
  out.date_most_recent_sexual_offence = day_of(2011, 12, 1); // 31: 10
  out.stranger_victim = false;
  return out;
}

TEST(osp_dc, lowers_the_band_after_five_years_in_the_community) {
  const Score lower = score_osp_dc(old_case());
  EXPECT_EQ(lower.figure("points")->text, "34");
  EXPECT_EQ(lower.band, "MEDIUM");
  EXPECT_EQ(lower.figure("band_reduced")->text, "true");
  EXPECT_EQ(lower.notes.size(), 1U);
  const auto band_with = [](auto change) {
    OspDcInput input = old_case();
    change(input);
    const Score score = score_osp_dc(input);
    EXPECT_EQ(score.figure("pct")->text, "3.92"); // never changes
    return score.band;
  };
  EXPECT_EQ(band_with([](OspDcInput& it) { it.supervision_status = Place::custody; }), "HIGH");
  EXPECT_EQ(band_with([](OspDcInput& it) { it.assessment_date = day_of(2016, 12, 31); }), "HIGH");
  EXPECT_EQ(band_with([](OspDcInput& it) { it.date_most_recent_offence = day_of(2012, 1, 2); }), "HIGH");
  EXPECT_EQ(band_with([](OspDcInput& it) { it.date_most_recent_offence = day_of(2012, 1, 1); }), "MEDIUM");
}

TEST(osp_dc, does_not_lower_the_lowest) {
  OspDcInput input = old_case();
  input.contact_adult = input.contact_child = 0;
  input.sanctions_total = 1;
  const Score score = score_osp_dc(input);
  EXPECT_EQ(score.band, "LOW"); // 20 points
  EXPECT_EQ(score.figure("band_reduced")->text, "false");
}

TEST(osp_dc, weighs_age_by_three_years_to_60) {
  const auto points = [](int age) {
    OspDcInput input = old_case();
    input.date_of_birth = day_of(1950, 1, 1);
    input.followup_date = day_of(1950 + age, 1, 1);
    input.date_most_recent_sexual_offence.reset();
    return score_osp_dc(input).number("points").scaled - 14;
  };
  EXPECT_EQ(points(10), 14);
  EXPECT_EQ(points(20), 14);
  EXPECT_EQ(points(21), 13);
  EXPECT_EQ(points(57), 1);
  EXPECT_EQ(points(59), 1);
  EXPECT_EQ(points(60), 0);
}

TEST(osp_dc, speaks_only_of_men_with_such_a_history) {
  OspDcInput input = old_case();
  input.sex = Sex::female;
  EXPECT_EQ(score_osp_dc(input).outcome, Outcome::not_applicable);
  input = old_case();
  input.contact_adult = input.contact_child = 0;
  EXPECT_EQ(score_osp_dc(input).outcome, Outcome::scored); // the day of the offence says that there is one
  input.date_most_recent_sexual_offence.reset();
  EXPECT_THAT(reasons(score_osp_dc(input)), ElementsAre("NO_SEXUAL_OFFENCE_HISTORY"));
  input = old_case();
  input.date_most_recent_sexual_offence = day_of(1989, 12, 31);
  EXPECT_THAT(reasons(score_osp_dc(input)), ElementsAre("AGE_AT_MOST_RECENT_SEXUAL_OFFENCE_LESS_THAN_TEN"));
  input = old_case();
  input.followup_date = day_of(1989, 12, 31);
  EXPECT_THAT(reasons(score_osp_dc(input)), ElementsAre("AGE_AT_START_OF_FOLLOWUP_LESS_THAN_TEN"));
}

// One sanction without contact weighs as any other: the later code of the source gives it nothing.
TEST(osp_iic, weighs_one_sanction_without_contact) {
  OspIicInput input;
  input.contact_adult = input.contact_child = input.indecent_images = 0;
  input.noncontact = 1;
  EXPECT_EQ(score_osp_iic(input).figure("pct")->text, "0.28");
  EXPECT_EQ(score_osp_iic(input).missing.size(), 2U);
  input.noncontact = 0;
  EXPECT_EQ(score_osp_iic(input).figure("pct")->text, "0.06");
  input.sexual_offence_history = false;
  EXPECT_EQ(score_osp_iic(input).outcome, Outcome::not_applicable);
  input.sexual_offence_history = true;
  input.sex = Sex::female;
  EXPECT_EQ(score_osp_iic(input).outcome, Outcome::not_applicable);
}

RsrInput parts(double violence, double contact, double images) {
  RsrInput out;
  out.snsv_probability = violence;
  out.osp_dc_probability = contact;
  out.osp_iic_probability = images;
  out.sex = Sex::male;
  out.sexual_offence_history = true;
  return out;
}

TEST(rsr, rounds_each_part_before_it_adds) {
  EXPECT_EQ(score_rsr(parts(0.012349, 0.012349, 0.012349)).figure("rsr_pct")->text, "3.69"); // not 3.70
  EXPECT_EQ(score_rsr(parts(0.01005, 0, 0)).figure("rsr_pct")->text, "1.01");
}

TEST(rsr, bands_at_three_and_at_six_point_nine) {
  EXPECT_EQ(score_rsr(parts(0.0299, 0, 0)).band, "LOW");
  EXPECT_EQ(score_rsr(parts(0.03, 0, 0)).band, "MEDIUM");
  EXPECT_EQ(score_rsr(parts(0.0689, 0, 0)).band, "MEDIUM");
  EXPECT_EQ(score_rsr(parts(0.069, 0, 0)).band, "HIGH");
  EXPECT_EQ(score_rsr(parts(0.9, 0.9, 0.9)).figure("rsr_pct")->text, "99.99");
}

TEST(rsr, assumes_no_part_and_refuses_what_is_no_chance) {
  RsrInput input = parts(0.01, 0, 0);
  input.osp_iic_probability.reset();
  EXPECT_THAT(reasons(score_rsr(input)), ElementsAre("MISSING_MANDATORY_INPUT"));
  input.sexual_offence_history = false;
  EXPECT_EQ(score_rsr(input).figure("rsr_pct")->text, "1.00");
  input.osp_dc_probability = 0.1;
  EXPECT_THAT(reasons(score_rsr(input)), ElementsAre("OSP_WITHOUT_SEXUAL_OFFENCE_HISTORY"));
  EXPECT_THAT(reasons(score_rsr(parts(1.2, 0, -0.1))),
              ElementsAre("PROBABILITY_NOT_WITHIN_0_TO_1", "PROBABILITY_NOT_WITHIN_0_TO_1"));
}

TEST(rsr, of_a_woman_with_such_a_history_adds_a_fixed_part) {
  RsrInput input = parts(0.01, 0, 0);
  input.sex = Sex::female;
  input.osp_dc_probability.reset();
  input.osp_iic_probability.reset();
  EXPECT_EQ(score_rsr(input).figure("rsr_pct")->text, "1.38");
}

TEST(csrp, has_one_band_more_than_rsr) {
  CsrpInput input;
  input.svrp_probability = 0.0099;
  input.sex = Sex::female;
  input.sexual_offence_history = false;
  EXPECT_EQ(score_csrp(input).band, "LOW");
  input.svrp_probability = 0.01;
  EXPECT_EQ(score_csrp(input).band, "MEDIUM");
  input.svrp_probability = 0.069;
  EXPECT_EQ(score_csrp(input).band, "VERY_HIGH");
  input.svrp_probability = 0.03;
  EXPECT_EQ(score_csrp(input).band, "HIGH");
}

} // namespace
} // namespace probity::risk
