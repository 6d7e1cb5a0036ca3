#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "risk/lds.h"
#include "risk/mst.h"
#include "risk/vectors.h"

namespace probity::risk {
namespace {

using base::day_of;

MstInput young_man() {
  MstInput out;
  out.sex = Sex::male;
  out.date_of_birth = day_of(1998, 5, 1);
  out.assessment_date = day_of(2017, 5, 1);
  out.peer_group = 1;
  out.criminal_associates = out.recklessness = out.difficulties_coping = out.attitude_to_self = 1;
  out.impulsivity = out.temper = out.problem_solving = out.consequence_awareness = out.others_views = 1;
  return out;
}

TEST(mst, adds_ten_answers_and_flags_from_ten_points) {
  EXPECT_EQ(score_mst(young_man()).figure("score")->text, "10");
  EXPECT_EQ(score_mst(young_man()).figure("flag")->text, "true");
  MstInput less = young_man();
  less.temper = 0;
  EXPECT_EQ(score_mst(less).figure("flag")->text, "false");
}

TEST(mst, is_for_men_of_18_to_25) {
  MstInput other = young_man();
  other.assessment_date = day_of(2016, 4, 30); // 17, a day before the birthday
  EXPECT_EQ(score_mst(other).outcome, Outcome::not_applicable);
  other.assessment_date = day_of(2016, 5, 1);
  EXPECT_EQ(score_mst(other).outcome, Outcome::scored);
  other.assessment_date = day_of(2024, 4, 30); // 25, on its last day
  EXPECT_EQ(score_mst(other).outcome, Outcome::scored);
  other.assessment_date = day_of(2024, 5, 1);
  EXPECT_EQ(score_mst(other).outcome, Outcome::not_applicable);
  MstInput woman = young_man();
  woman.sex = Sex::female;
  EXPECT_EQ(score_mst(woman).outcome, Outcome::not_applicable);
}

TEST(mst, does_without_one_answer_and_says_so_but_not_without_two) {
  MstInput some = young_man();
  some.temper.reset();
  const Score score = score_mst(some);
  EXPECT_EQ(score.figure("score")->text, "9");
  ASSERT_EQ(score.missing.size(), 1U);
  EXPECT_EQ(score.missing.front().input, "temper");
  some.impulsivity.reset();
  EXPECT_EQ(score_mst(some).outcome, Outcome::not_scored);
}

TEST(mst, vectors_tell_whether_it_applies) {
  const VectorFile file{"mst",
                        {"id", "sex", "date_of_birth", "assessment_date", "peer_group", "criminal_associates",
                         "recklessness", "difficulties_coping", "attitude_to_self", "impulsivity", "temper",
                         "problem_solving", "consequence_awareness", "others_views", "expect_score",
                         "expect_flag", "expect_applicable"},
                        {{2,
                          {"a", "MALE", "1998-05-01", "2017-05-01", "1", "1", "1", "1", "1", "1", "1", "1",
                           "1", "1", "10", "true", "true"}},
                         {3,
                          {"b", "FEMALE", "1998-05-01", "2017-05-01", "1", "1", "1", "1", "1", "1", "1", "1",
                           "1", "1", "", "", "false"}}}};
  const auto check = check_vectors(file);
  ASSERT_TRUE(check.has_value()) << check.error().text();
  EXPECT_EQ(check->passed, 2U);
}

TEST(lds, bands_the_points) {
  LdsInput input;
  input.work_skills = 1;
  input.reading_writing_numeracy = 1;
  input.learning_difficulties = 0;
  EXPECT_EQ(score_lds(input).figure("score")->text, "0"); // 2 points
  input.reading = 1;
  EXPECT_EQ(score_lds(input).figure("score")->text, "1"); // 3
  input.qualifications = Qualifications::none;
  EXPECT_EQ(score_lds(input).figure("score")->text, "2"); // 5
  EXPECT_EQ(score_lds(input).figure("points")->text, "5");
}

TEST(lds, needs_three_of_four_answers_and_the_three_together_before_each) {
  LdsInput input;
  input.work_skills = 2;
  input.qualifications = Qualifications::none;
  EXPECT_EQ(score_lds(input).outcome, Outcome::not_scored);
  input.learning_difficulties = 2;
  EXPECT_EQ(score_lds(input).outcome, Outcome::scored);
  input.reading = 1;
  ASSERT_EQ(score_lds(input).outcome, Outcome::not_scored);
  EXPECT_EQ(score_lds(input).reasons.front().name, "READING_OR_NUMERACY_WITHOUT_THE_THREE_TOGETHER");
}

RC_GTEST_PROP(lds_laws, more_problems_never_lower_the_score, ()) {
  LdsInput input;
  input.work_skills = *rc::gen::inRange(0, 2);
  input.reading_writing_numeracy = *rc::gen::inRange(0, 3);
  input.learning_difficulties = *rc::gen::inRange(0, 3);
  input.qualifications = *rc::gen::element(Qualifications::any, Qualifications::none);
  LdsInput worse = input;
  worse.work_skills = *input.work_skills + 1;
  RC_ASSERT(score_lds(worse).figure("score")->text >= score_lds(input).figure("score")->text);
  RC_ASSERT(score_lds(worse).number("points").scaled == score_lds(input).number("points").scaled + 1);
}

} // namespace
} // namespace probity::risk
