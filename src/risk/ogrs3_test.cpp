#include "risk/ogrs3.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::risk {
namespace {

using base::day_of;

Ogrs3Input someone() {
  Ogrs3Input out;
  out.sex = Sex::male;
  out.date_of_birth = day_of(1986, 5, 5);
  out.conviction_date = day_of(2016, 3, 1);
  out.followup_date = day_of(2016, 6, 1);
  out.sanctions_total = 8;
  out.age_at_first_sanction = 19;
  out.offence_code = "03400";
  return out;
}

std::vector<std::string> reasons(const Score& score) {
  std::vector<std::string> out;
  for (const Reason& reason : score.reasons)
    out.push_back(reason.name);
  return out;
}

// By hand: −1.326 (a man of 30) + 0.46306 + 1.25112 × ln(8/20) − 0.6348 (robbery) = −2.644126…;
// e^(1.40256−2.644126)/(1+…) = 0.22415…, with 2.1217 0.37227….
TEST(ogrs3, is_worked_out_by_hand) {
  const Score score = score_ogrs3(someone());
  EXPECT_EQ(score.outcome, Outcome::scored);
  EXPECT_EQ(score.terms.size(), 4U);
  EXPECT_NEAR(score.sum, -1.326 + 0.46306 - 1.25112 * 0.916290731874155 - 0.6348, 1e-12);
  EXPECT_EQ(score.figure("one_year_pct")->text, "22");
  EXPECT_EQ(score.figure("two_year_pct")->text, "37");
  EXPECT_EQ(score.band, "LOW");
}

TEST(ogrs3, counts_age_from_the_start_of_follow_up_and_history_to_the_conviction) {
  Ogrs3Input later = someone();
  later.followup_date = day_of(2021, 5, 5); // 35 then
  const Score score = score_ogrs3(later);
  EXPECT_EQ(score.terms.front().name, "age_male:35");
  EXPECT_NEAR(score.sum - score_ogrs3(someone()).sum, -1.368 + 1.326, 1e-12);
}

TEST(ogrs3, says_all_that_is_missing_and_assumes_nothing) {
  const Score score = score_ogrs3({});
  EXPECT_EQ(score.outcome, Outcome::not_scored);
  EXPECT_TRUE(score.figures.empty() && score.band.empty() && score.terms.empty());
  EXPECT_THAT(reasons(score), testing::ElementsAre("MISSING_MANDATORY_INPUT"));
  EXPECT_EQ(score.reasons.front().inputs.size(), 7U);
}

TEST(ogrs3, refuses_an_age_that_nobody_has) {
  Ogrs3Input input = someone();
  input.age_at_first_sanction = -1;
  EXPECT_THAT(reasons(score_ogrs3(input)), testing::ElementsAre("AGE_AT_FIRST_SANCTION_NEGATIVE"));
}

// A score that names a table names the mapping with it.
TEST(ogrs3, table_changes_its_digest_with_the_mapping) {
  Table other = ogrs3_table();
  other.mapping_digest = base::Digest{};
  EXPECT_NE(other.digest(), ogrs3_table().digest());
}

TEST(ogrs3, refuses_by_the_published_names) {
  using testing::ElementsAre;
  const auto with = [](auto change) {
    Ogrs3Input input = someone();
    change(input);
    return reasons(score_ogrs3(input));
  };
  EXPECT_THAT(with([](Ogrs3Input& it) { it.sanctions_total = 0; }),
              ElementsAre("TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE"));
  EXPECT_THAT(with([](Ogrs3Input& it) { it.offence_code = "3400"; }),
              ElementsAre("OFFENCE_CODE_INCORRECT_FORMAT"));
  EXPECT_THAT(with([](Ogrs3Input& it) { it.offence_code = "99999"; }),
              ElementsAre("OFFENCE_CODE_MAPPING_NOT_FOUND"));
  EXPECT_THAT(with([](Ogrs3Input& it) { it.offence_code = "08800"; }),
              ElementsAre("NEED_DETAILS_OF_EXACT_OFFENCE"));
  EXPECT_THAT(with([](Ogrs3Input& it) { it.age_at_first_sanction = 30; }),
              ElementsAre("AGE_AT_FIRST_SANCTION_AFTER_AGE_AT_CURRENT_CONVICTION"));
  EXPECT_THAT(with([](Ogrs3Input& it) { it.conviction_date = day_of(1996, 5, 4); }),
              ElementsAre("AGE_AT_CURRENT_CONVICTION_LESS_THAN_TEN"));
  EXPECT_THAT(with([](Ogrs3Input& it) { it.followup_date = day_of(1986, 5, 5); }),
              ElementsAre("DATE_OF_START_OF_FOLLOWUP_BEFORE_DATE_OF_BIRTH"));
}

TEST(ogrs3, notes_a_weight_that_is_not_the_mapping_s) {
  Ogrs3Input input = someone();
  input.offence_weight = 0.1599;
  const Score score = score_ogrs3(input);
  ASSERT_EQ(score.notes.size(), 1U);
  EXPECT_THAT(score.notes.front(), testing::HasSubstr("-0.6348 (Robbery)"));
}

rc::Gen<Ogrs3Input> anyone() {
  return rc::gen::map(
      rc::gen::tuple(rc::gen::arbitrary<bool>(), rc::gen::inRange(0, 20'000), rc::gen::inRange(4'000, 20'000),
                     rc::gen::inRange(0, 2'000), rc::gen::inRange(1, 60), rc::gen::inRange(0, 3)),
      [](const auto& drawn) {
        Ogrs3Input out;
        out.sex = std::get<0>(drawn) ? Sex::male : Sex::female;
        out.date_of_birth = day_of(1940, 1, 1) + std::get<1>(drawn);
        out.conviction_date = *out.date_of_birth + std::get<2>(drawn);
        out.followup_date = *out.conviction_date + std::get<3>(drawn);
        out.sanctions_total = std::get<4>(drawn);
        out.age_at_first_sanction = 10;
        out.offence_code = std::get<5>(drawn) == 0 ? "03400" : std::get<5>(drawn) == 1 ? "02700" : "00100";
        return out;
      });
}

RC_GTEST_PROP(ogrs3, grows_with_each_further_sanction, ()) {
  Ogrs3Input input = *anyone();
  const Score before = score_ogrs3(input);
  ++*input.sanctions_total;
  const Score after = score_ogrs3(input);
  RC_ASSERT(before.sum < after.sum);
  RC_ASSERT(before.number("p2").scaled <= after.number("p2").scaled);
  RC_ASSERT(before.number("one_year_pct").scaled <= before.number("two_year_pct").scaled);
}

RC_GTEST_PROP(ogrs3, sum_is_what_its_terms_come_to, ()) {
  const Score score = score_ogrs3(*anyone());
  double sum = 0;
  for (const Term& term : score.terms) {
    RC_ASSERT(term.contribution == term.coefficient * term.quantity);
    sum += term.contribution;
  }
  RC_ASSERT(sum == score.sum);
}

RC_GTEST_PROP(ogrs3, without_any_one_input_is_not_scored, ()) {
  Ogrs3Input input = *anyone();
  switch (*rc::gen::inRange(0, 7)) {
  case 0:
    input.sex.reset();
    break;
  case 1:
    input.date_of_birth.reset();
    break;
  case 2:
    input.conviction_date.reset();
    break;
  case 3:
    input.followup_date.reset();
    break;
  case 4:
    input.sanctions_total.reset();
    break;
  case 5:
    input.age_at_first_sanction.reset();
    break;
  default:
    input.offence_code.reset();
  }
  const Score score = score_ogrs3(input);
  RC_ASSERT(score.outcome == Outcome::not_scored && score.figures.empty());
}

} // namespace
} // namespace probity::risk
