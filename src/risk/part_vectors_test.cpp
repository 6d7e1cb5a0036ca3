#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "risk/vectors.h"

namespace probity::risk {
namespace {

std::string answer(const char* function, const char* first, const char* second = "") {
  const VectorFile file{"predictor_primitives",
                        {"function", "arg1", "arg2", "expect"},
                        {{2, {function, first, second, "what nothing says"}}}};
  const auto check = check_vectors(file);
  return check ? check->failures.front().got : check.error().text();
}

TEST(predictor_primitives, are_steps_of_the_instruments) {
  EXPECT_EQ(answer("ogrs3_age_sex_weight", "9", "MALE"), "ERROR");
  EXPECT_EQ(answer("ogrs3_age_sex_weight", "10", "FEMALE"), "0.785");
  EXPECT_EQ(answer("ogrs3_age_sex_weight", "10", "X"), "ERROR");
  EXPECT_EQ(answer("ogrs3_band", "89"), "HIGH");
  EXPECT_EQ(answer("ogrs3_band", "90"), "VERY_HIGH");
  EXPECT_EQ(answer("ogrs3_band", "-1"), "ERROR");
  EXPECT_EQ(answer("ogrs3_one_year_probability", "1e9"), "ERROR");
  EXPECT_EQ(answer("round_half_up_5dp", "1.234565"), "1.23457");
  EXPECT_EQ(answer("percent_2dp", "1.1"), "ERROR");
  EXPECT_EQ(answer("clamp_integer_percent_1_99", "0"), "1");
  EXPECT_EQ(answer("clamp_integer_percent_1_99", "100"), "99");
  EXPECT_EQ(answer("rsr_band_v1", "2.99"), "LOW");
  EXPECT_EQ(answer("rsr_band_v1", "3"), "MEDIUM");
  EXPECT_EQ(answer("csrp_band", "6.9"), "VERY_HIGH");
  EXPECT_EQ(answer("ovp_age_points", "17"), "ERROR");
  EXPECT_EQ(answer("ovp_two_year_pct", "82"), "89");
  EXPECT_EQ(answer("ovp_violent_sanctions_points", "18"), "25");
  EXPECT_EQ(answer("ospdc_age_last_sexual_sanction_points", ""), "0");
  EXPECT_EQ(answer("ospdc_age_last_sexual_sanction_points", "9"), "ERROR");
  EXPECT_EQ(answer("ospdc_total_sanctions_points", "0"), "ERROR");
  EXPECT_THAT(answer("ogrs9", "1"), testing::HasSubstr("is no function"));
}

TEST(lookups, hold_blank_to_be_a_value) {
  VectorFile file{"lookup_offence_codes", {"offence_code", "ogrs3_group"}, {{2, {"00000", ""}}}};
  EXPECT_EQ(check_vectors(file)->passed, 1U);
  file.rows[0].cells[0] = "03400";
  EXPECT_EQ(check_vectors(file)->failures.front().got, "Robbery");
}

TEST(lookups, compare_coefficients_however_they_are_written) {
  VectorFile file{"lookup_coefficients",
                  {"algorithm", "model", "term", "value"},
                  {{2, {"SNSV", "static", "age_male_^4", "1.094922933981e-06"}},
                   {3, {"ARP", "static", "aai_quartic_male", "-0.0000002648918335"}},
                   {4, {"OGRS3", "", "age_50_plus_female", "-2.4498"}},
                   {5, {"OGRS3", "", "age_51_plus_female", ""}}}};
  EXPECT_EQ(check_vectors(file)->passed, 4U);
  file.rows[0].cells[3] = "1.094922933982e-06";
  file.rows[1].cells[3] = "-0.0000002648918336";
  EXPECT_EQ(check_vectors(file)->failed, 2U);
}

} // namespace
} // namespace probity::risk
