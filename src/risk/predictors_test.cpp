#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "risk/ogrs4.h"
#include "risk/snsv.h"

namespace probity::risk {
namespace {

using base::day_of;
using testing::ElementsAre;

Ogrs4Input someone() {
  Ogrs4Input out;
  out.sex = Sex::male;
  out.date_of_birth = day_of(1986, 5, 5);
  out.assessment_date = day_of(2016, 6, 1);
  out.conviction_date = day_of(2016, 6, 1);
  out.age_at_first_sanction = 30;
  out.offence_code = "03400"; // robbery
  out.sanctions_total = 1;
  out.sanctions_violent = 0;
  return out;
}

Ogrs4Input answered() {
  Ogrs4Input out = someone();
  out.weapon = out.unemployed = out.domestic_abuse_evidence = false;
  out.accommodation = out.partner_problems = out.offending_activities = out.drug_motivation = 0;
  out.relationship_status = Partner::none;
  out.drugs_used = Several<Drug>{};
  out.past_convictions = Several<PastConviction>{};
  out.alcohol_chronic = out.alcohol_binge = out.impulsivity = out.temper = out.procriminal_attitudes = 0;
  return out;
}

SnsvInput same_for_snsv() {
  const Ogrs4Input from = someone();
  SnsvInput out;
  out.sex = from.sex;
  out.date_of_birth = from.date_of_birth;
  out.assessment_date = from.assessment_date;
  out.conviction_date = out.followup_date = from.conviction_date;
  out.age_at_first_sanction = from.age_at_first_sanction;
  out.offence_code = from.offence_code;
  out.sanctions_total = from.sanctions_total;
  out.sanctions_violent = from.sanctions_violent;
  return out;
}

std::vector<std::string> reasons(const Score& score) {
  std::vector<std::string> out;
  for (const Reason& reason : score.reasons)
    out.push_back(reason.name);
  return out;
}

double contribution(const Score& score, std::string_view term) {
  for (const Term& it : score.terms)
    if (it.name == term) return it.contribution;
  return 0;
}

// By hand: constant + 30, 900, 27,000 and 810,000 times the four numbers of age + first sanction + one
// sanction + acquisitive violence.
TEST(arp, is_worked_out_by_hand) {
  const Score score = score_arp(someone());
  EXPECT_EQ(score.table->model, "static");
  EXPECT_NEAR(score.sum,
              5.01702292499072 - 30 * 0.142428460338541 + 900 * 0.0011000413899151 +
                  27'000 * 0.0000198538471606 - 810'000 * 0.0000002648918335 - 3.94357049933093 -
                  0.0042757301284995 - 0.119211282701221,
              1e-12);
  EXPECT_EQ(score.figure("two_year_pct")->text, "11.80");
  EXPECT_EQ(score.band, "LOW");
}

TEST(arp, says_which_answers_the_dynamic_model_lacks) {
  Ogrs4Input some = answered();
  EXPECT_EQ(score_arp(some).table->model, "dynamic");
  some.weapon.reset(); // ARP does not ask for it
  some.temper.reset();
  EXPECT_EQ(score_arp(some).table->model, "dynamic");
  some.impulsivity.reset();
  const Score score = score_arp(some);
  EXPECT_EQ(score.table->model, "static");
  ASSERT_EQ(score.missing.size(), 1U);
  EXPECT_EQ(score.missing.front().input, "impulsivity");
  some.model = Model::dynamic;
  EXPECT_THAT(reasons(score_arp(some)), ElementsAre("MISSING_MANDATORY_INPUT"));
}

TEST(svrp, asks_only_for_what_it_weighs) {
  Ogrs4Input some = answered();
  some.impulsivity.reset();
  some.drugs_used.reset();
  EXPECT_EQ(score_svrp(some).table->model, "dynamic");
  some.weapon.reset();
  EXPECT_EQ(score_svrp(some).table->model, "static");
}

TEST(arp, weighs_several_other_drugs_once_and_some_not_at_all) {
  Ogrs4Input some = answered();
  some.drug_motivation = 1;
  some.drugs_used = Several<Drug>{Drug::ketamine, Drug::spice, Drug::amphetamines};
  const Score score = score_arp(some);
  EXPECT_EQ(std::count_if(score.terms.begin(), score.terms.end(),
                          [](const Term& term) { return term.name == "other_drugs"; }),
            1);
  some.drug_motivation.reset();
  some.model = Model::dynamic;
  EXPECT_THAT(reasons(score_arp(some)),
              ElementsAre("MISSING_MANDATORY_INPUT", "DRUGS_USED_WITHOUT_MOTIVATION"));
}

TEST(vrp, of_one_who_lives_with_a_partner_weighs_its_problems_twice) {
  Ogrs4Input some = answered();
  some.relationship_status = Partner::living_together;
  some.partner_problems = 2;
  const Score score = score_vrp(some);
  EXPECT_DOUBLE_EQ(contribution(score, "relationship_quality"), 2 * 0.0289758277705754);
  EXPECT_DOUBLE_EQ(contribution(score, "quality_of_live_in_relationship"), 2 * 0.117527515244771);
}

TEST(vrp, counts_months_free_of_offences_up_to_36) {
  Ogrs4Input some = someone();
  some.followup_date = day_of(2016, 6, 1);
  some.assessment_date = day_of(2019, 6, 1);
  EXPECT_DOUBLE_EQ(contribution(score_vrp(some), "offence_free_months"), 36 * -0.073627004774941);
  const double after_36 = score_vrp(some).sum;
  some.assessment_date = day_of(2020, 1, 1);
  EXPECT_EQ(score_vrp(some).sum, after_36);
  some.followup_date = day_of(2020, 2, 1); // ahead
  EXPECT_DOUBLE_EQ(contribution(score_vrp(some), "offence_free_months"), 0);
}

TEST(arp, begins_the_follow_up_at_the_conviction_and_says_so) {
  EXPECT_EQ(score_arp(someone()).notes.size(), 1U);
  Ogrs4Input same = someone();
  same.followup_date = same.conviction_date;
  EXPECT_EQ(score_arp(same).notes.size(), 0U);
  EXPECT_EQ(score_arp(same).sum, score_arp(someone()).sum);
}

TEST(arp, refuses_what_contradicts_itself) {
  const auto with = [](auto change) {
    Ogrs4Input input = someone();
    change(input);
    return reasons(score_arp(input));
  };
  EXPECT_THAT(with([](Ogrs4Input& it) { it.sanctions_total = 0; }),
              ElementsAre("TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.sanctions_total = 1'000; }),
              ElementsAre("TOTAL_NUMBER_OF_SANCTIONS_MORE_THAN_999"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.sanctions_violent = 2; }),
              ElementsAre("VIOLENT_SANCTIONS_NOT_WITHIN_TOTAL"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.age_at_first_sanction = 31; }),
              ElementsAre("AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.age_at_first_sanction = -1; }),
              ElementsAre("AGE_AT_FIRST_SANCTION_OUT_OF_RANGE"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.conviction_date = it.date_of_birth; }),
              testing::Contains("DATE_OF_CURRENT_CONVICTION_BEFORE_DATE_OF_BIRTH"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.followup_date = it.date_of_birth; }),
              ElementsAre("DATE_OF_START_OF_FOLLOWUP_BEFORE_DATE_OF_BIRTH"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.followup_date = day_of(1996, 5, 4); }),
              ElementsAre("AGE_AT_START_OF_FOLLOWUP_LESS_THAN_TEN"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.followup_date = day_of(2096, 5, 5); }),
              ElementsAre("AGE_AT_START_OF_FOLLOWUP_OUT_OF_RANGE"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.offence_code = "3400"; }),
              ElementsAre("OFFENCE_CODE_INCORRECT_FORMAT"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.offence_code = "99999"; }),
              ElementsAre("OFFENCE_CODE_MAPPING_NOT_FOUND"));
  EXPECT_THAT(with([](Ogrs4Input& it) { it.offence_code = "00000"; }), // its category is UNKNOWN
              ElementsAre("OFFENCE_CODE_MAPPING_NOT_FOUND"));
}

TEST(arp, lets_a_conviction_follow_the_assessment_by_three_months) {
  Ogrs4Input input = someone();
  input.assessment_date = day_of(2016, 3, 1);
  EXPECT_EQ(score_arp(input).outcome, Outcome::scored);
  input.assessment_date = day_of(2016, 2, 29);
  EXPECT_THAT(reasons(score_arp(input)), ElementsAre("DATE_OF_CURRENT_CONVICTION_LONG_AFTER_ASSESSMENT"));
}

// Every category of the mapping has a number in each table, and every number is some code's.
TEST(ogrs4, and_the_mapping_know_the_same_categories) {
  for (const Table* table : {&arp_static_table(), &arp_dynamic_table(), &vrp_static_table(),
                             &vrp_dynamic_table(), &svrp_static_table(), &svrp_dynamic_table()}) {
    for (const OffenceKind& kind : offence_kinds_version_1())
      EXPECT_EQ(kind.ogrs4_category != "UNKNOWN", table->find("offence", kind.ogrs4_category).has_value())
          << kind.ogrs4_category;
  }
}

TEST(snsv, is_worked_out_by_hand) {
  const Score score = score_snsv(same_for_snsv());
  EXPECT_EQ(score.table->model, "static");
  EXPECT_EQ(score.missing.size(), 11U);
  EXPECT_NEAR(score.sum,
              3.60407707356772 - 30 * 0.546062410902905 + 900 * 0.0170043887737295 -
                  27'000 * 0.000232716989498981 + 810'000 * 1.094922933981e-06 - 2.09447596484765 -
                  0.0147495874606046 - 0.942816163300621 + 0.326858080852591,
              1e-12);
  EXPECT_EQ(score.figure("pct")->text, "0.37");
}

TEST(snsv, adds_the_subgroup_of_violence_on_top) {
  SnsvInput input = same_for_snsv();
  input.offence_code = "00100";
  const Score score = score_snsv(input);
  EXPECT_DOUBLE_EQ(contribution(score, "offence:Violence against the person"), 0.01927038224);
  EXPECT_DOUBLE_EQ(contribution(score, "violence_subgroup:Violence against the person (ABH+)"),
                   0.238802610774108);
}

TEST(snsv, refuses_a_follow_up_before_the_conviction) {
  SnsvInput input = same_for_snsv();
  input.followup_date = *input.conviction_date - 1;
  EXPECT_THAT(reasons(score_snsv(input)), ElementsAre("DATE_OF_START_OF_FOLLOWUP_BEFORE_CONVICTION"));
  EXPECT_EQ(score_snsv({}).reasons.front().inputs.size(), 9U);
}

RC_GTEST_PROP(ogrs4_laws, sum_is_what_its_terms_come_to, ()) {
  Ogrs4Input input = answered();
  input.sex = *rc::gen::element(Sex::male, Sex::female);
  input.sanctions_total = *rc::gen::inRange(1, 60);
  input.sanctions_violent = *rc::gen::inRange(0, *input.sanctions_total + 1);
  input.age_at_first_sanction = *rc::gen::inRange(10, 31);
  input.model = *rc::gen::element(Model::static_, Model::dynamic);
  for (const Score& score : {score_arp(input), score_vrp(input), score_svrp(input)}) {
    RC_ASSERT(score.outcome == Outcome::scored);
    double sum = 0;
    for (const Term& term : score.terms)
      sum += term.contribution;
    RC_ASSERT(sum == score.sum);
    RC_ASSERT(score.number("two_year_pct").scaled >= 0 && score.number("two_year_pct").scaled <= 9'999);
  }
}

} // namespace
} // namespace probity::risk
