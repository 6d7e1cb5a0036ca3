#include "risk/vectors.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::risk {
namespace {

using testing::HasSubstr;

// Our own: the person of the worked example in docs/methods/instruments.md.
VectorFile example() {
  return {
      "ogrs3",
      {"id", "sex", "date_of_birth", "conviction_date", "followup_date", "sanctions_total",
       "age_at_first_sanction", "offence_code", "offence_weight", "expect_two_year_pct", "expect_band",
       "expect_error"},
      {{2,
        {"a", "MALE", "1986-05-05", "2016-03-01", "2016-06-01", "8", "19", "03400", "", "37", "LOW", ""}}}};
}

TEST(vectors, pass_when_every_column_is_as_expected) {
  const auto check = check_vectors(example());
  ASSERT_TRUE(check.has_value()) << check.error().text();
  EXPECT_EQ(check->passed, 1U);
  EXPECT_EQ(check->failed, 0U);
}

TEST(vectors, name_each_column_that_differs) {
  VectorFile file = example();
  file.rows[0].cells[9] = "38";
  file.rows[0].cells[10] = "HIGH";
  const auto check = check_vectors(file);
  ASSERT_TRUE(check.has_value());
  EXPECT_EQ(check->passed, 0U);
  EXPECT_EQ(check->failed, 1U);
  ASSERT_EQ(check->failures.size(), 2U);
  EXPECT_EQ(check->failures[0].column, "expect_two_year_pct");
  EXPECT_EQ(check->failures[0].got, "37");
}

TEST(vectors, compare_numbers_as_numbers_and_blank_as_not_asserted) {
  VectorFile file = example();
  file.rows[0].cells[9] = "37.0";
  file.rows[0].cells[10] = "";
  EXPECT_EQ(check_vectors(file)->passed, 1U);
}

TEST(vectors, may_expect_a_refusal_by_name) {
  VectorFile file = example();
  file.rows[0].cells[5] = "0";
  file.rows[0].cells[9] = file.rows[0].cells[10] = "";
  file.rows[0].cells[11] = "TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE";
  EXPECT_EQ(check_vectors(file)->passed, 1U);
  file.rows[0].cells[11] = "ERROR";
  EXPECT_EQ(check_vectors(file)->passed, 1U);
  file.rows[0].cells[11] = "OFFENCE_CODE_INCORRECT_FORMAT";
  EXPECT_EQ(check_vectors(file)->failures[0].got, "TOTAL_NUMBER_OF_SANCTIONS_LESS_THAN_ONE");
  file.rows[0].cells[11] = "";
  EXPECT_EQ(check_vectors(file)->passed, 1U); // nothing asserted: no result
  file.rows[0].cells[5] = "8";
  EXPECT_EQ(check_vectors(file)->failed, 1U); // but there is one
}

TEST(vectors, are_refused_whole_with_line_and_column) {
  const auto fault = [](auto change) {
    VectorFile file = example();
    change(file);
    const auto check = check_vectors(file);
    return check ? std::string("none") : check.error().text();
  };
  EXPECT_THAT(fault([](VectorFile& it) { it.rows[0].cells[2] = "5 May 1986"; }),
              HasSubstr("line 2 date_of_birth"));
  EXPECT_THAT(fault([](VectorFile& it) { it.rows[0].cells.pop_back(); }), HasSubstr("line 2"));
  EXPECT_THAT(fault([](VectorFile& it) { it.header[1] = "gender"; }), HasSubstr("\"gender\" is not known"));
  EXPECT_THAT(fault([](VectorFile& it) { it.header[0] = "sex"; }), HasSubstr("stands twice"));
  EXPECT_THAT(fault([](VectorFile& it) {
                it.header.pop_back();
                it.header[1] = "source";
                it.rows[0].cells.pop_back();
              }),
              HasSubstr("column sex is missing"));
  EXPECT_THAT(fault([](VectorFile& it) { it.rows.clear(); }), HasSubstr("no row"));
  EXPECT_THAT(fault([](VectorFile& it) { it.algorithm = "ogrs2"; }), HasSubstr("ogrs3.csv"));
}

} // namespace
} // namespace probity::risk
