#include "outcome/risk_model.h"

#include <gmock/gmock-more-matchers.h>
#include <rapidcheck/gtest.h>

#include "outcome/design_matrix.h"
#include "support/told_people.h"

namespace probity::outcome {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// People in whom priors and youth raise the risk, told in the order of `order`.
support::ToldPeople area(bool backwards = false) {
  constexpr int people = 400;
  support::ToldPeople out;
  std::vector<timeline::Case> told;
  for (int i = 0; i < people; ++i) {
    const int priors = i % 8;
    const bool young = i % 3 == 0;
    const bool arrested = (i * 7 + i / 11) % 10 < 1 + priors + (young ? 1 : 0);
    out.next_person();
    out.released();
    out.factors({{"priors", priors}, {"constant", 4}, {"twice", priors}},
                {young ? "age=young" : "age=old", i % 2 == 0 ? "Race=A" : "Race=B"});
    out.activity({{"missed", arrested ? 1 : 5}});
    if (arrested) out.arrested(1 + i % 2);
    out.followed(2);
  }
  if (backwards) std::reverse(out.book.people.begin(), out.book.people.end());
  return out;
}

RiskModelRequest request() {
  RiskModelRequest out;
  out.folds = 5;
  out.leave_out = {"Race"};
  return out;
}

TEST(RiskModel, IsMadeOfWhatWasKnownAtRelease) {
  const RiskModel model = risk_model_of(area().book, request()).value();
  EXPECT_THAT(model.factors, ElementsAre("age", "constant", "priors", "twice"));
  EXPECT_THAT(model.model.names, ElementsAre("age=young", "priors"));
  EXPECT_THAT(model.left_out, ElementsAre("Race"));
  ASSERT_EQ(model.known_afterwards.size(), 1U);
  EXPECT_EQ(model.known_afterwards[0].name, "missed");
  EXPECT_EQ(model.known_afterwards[0].stated, 400);
  EXPECT_EQ(model.arrested.of, 400);
  EXPECT_GT(model.discrimination.area, 0.7);
  EXPECT_LT(model.calibration.brier, model.brier_of_rate);
}

TEST(RiskModel, RefusesColumnsInWhichEverybodyIsTheSame) {
  RiskModelRequest same = request();
  same.use = {"constant"};
  EXPECT_THAT(risk_model_of(area().book, same).error().text(),
              HasSubstr("the same for everyone in every column"));
}

TEST(RiskModel, RefusesWhatIsKnownOnlyAfterwardsWithTheReason) {
  RiskModelRequest leaky = request();
  leaky.use = {"priors", "missed"};
  const auto model = risk_model_of(area().book, leaky);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, base::ErrorCode::refused);
  EXPECT_THAT(model.error().message, HasSubstr("\"missed\" is known only afterwards: of 400 people"));
}

TEST(RiskModel, NamesThatNobodyStatesAndGroupsWithoutCategoriesAreErrors) {
  RiskModelRequest wrong = request();
  wrong.use = {"prior"};
  EXPECT_EQ(risk_model_of(area().book, wrong).error().code, base::ErrorCode::not_found);
  wrong = request();
  wrong.by = {"priors"};
  EXPECT_EQ(risk_model_of(area().book, wrong).error().code, base::ErrorCode::invalid_input);
  wrong = request();
  wrong.within = 3;
  EXPECT_THAT(risk_model_of(area().book, wrong).error().message, HasSubstr("for 3 years"));
  EXPECT_EQ(risk_model_of(support::ToldPeople().book, request()).error().code, base::ErrorCode::refused);
}

TEST(RiskModel, ShowsItsErrorsByGroupEvenWhereTheColumnIsLeftOut) {
  const RiskModel model = risk_model_of(area().book, request()).value();
  ASSERT_EQ(model.groups.size(), 2U);
  EXPECT_EQ(model.groups[0].column, "Race");
  EXPECT_EQ(model.groups[0].level, "A");
  EXPECT_EQ(model.groups[0].errors.outcome.of + model.groups[1].errors.outcome.of, 400);
  EXPECT_TRUE(model.groups[0].discrimination);
}

TEST(RiskModel, TheOrderInWhichPeopleCameDoesNotMatter) {
  const std::string one = base::json::write(risk_model_json(risk_model_of(area().book, request()).value()));
  const std::string other =
      base::json::write(risk_model_json(risk_model_of(area(true).book, request()).value()));
  EXPECT_EQ(one, other);
}

TEST(RiskModel, IsWrittenAsCsv) {
  const RiskModel model = risk_model_of(area().book, request()).value();
  EXPECT_THAT(risk_model_csv(model), HasSubstr("column,log_odds,standard_error\r\nintercept,-"));
  EXPECT_THAT(risk_model_csv(model), HasSubstr("\r\nage=young,"));
}

// Factors of people for the columns of a regression.
FactorTable table_of(const std::vector<std::pair<std::optional<std::int64_t>, std::string>>& rows) {
  support::ToldPeople told;
  for (const auto& [number, level] : rows) {
    told.next_person();
    record::EventBuilder::NamedNumbers numbers = {{"always", static_cast<std::int64_t>(rows.size())}};
    if (number) numbers.emplace_back("n", *number);
    told.factors(numbers, level.empty() ? std::vector<std::string>{} : std::vector{"l=" + level});
  }
  return factor_table(told.book);
}
DesignMatrix matrix_of(const FactorTable& table) {
  std::vector<const PersonFactors*> people;
  for (const PersonFactors& person : table.people)
    people.push_back(&person);
  std::vector<std::string> names;
  for (const auto& [name, column] : table.columns)
    names.push_back(name);
  return design_matrix(table, people, names);
}

TEST(DesignMatrix, NotStatedIsAColumnWhereItIsSaidOfEnough) {
  std::vector<std::pair<std::optional<std::int64_t>, std::string>> rows;
  for (int i = 0; i < 200; ++i)
    rows.emplace_back(i % 4 == 0 ? std::nullopt : std::optional<std::int64_t>(i % 3), i % 5 == 0 ? "x" : "y");
  const FactorTable table = table_of(rows);
  const DesignMatrix enough = matrix_of(table);
  EXPECT_THAT(enough.covariates.names, ElementsAre("n", "n not stated"));
  EXPECT_THAT(enough.covariates.row(0), ElementsAre(0, 1));
  EXPECT_EQ(enough.dropped.at(0).name, "always");
  EXPECT_THAT(enough.dropped.at(0).reason, HasSubstr("the same for everyone"));
  EXPECT_EQ(enough.dropped.at(1).name, "l=x") << "40 people";
}

TEST(DesignMatrix, NotStatedOfFewIsTakenAsTheMostCommon) {
  std::vector<std::pair<std::optional<std::int64_t>, std::string>> rows;
  for (int i = 0; i < 200; ++i)
    rows.emplace_back(i == 0 ? std::nullopt : std::optional<std::int64_t>(i % 3 == 1 ? 1 : 7), "");
  const FactorTable table = table_of(rows);
  const DesignMatrix few = matrix_of(table);
  EXPECT_THAT(few.covariates.names, ElementsAre("n"));
  EXPECT_EQ(few.covariates.row(0)[0], 7);
}

RC_GTEST_PROP(DesignMatrixLaws, EveryColumnDividesPeopleAndNoTwoAlike, ()) {
  const auto rows = *rc::gen::suchThat(rc::gen::container<std::vector<std::pair<int, int>>>(
                                           rc::gen::pair(rc::gen::inRange(0, 4), rc::gen::inRange(0, 4))),
                                       [](const auto& generated) { return !generated.empty(); });
  std::vector<std::pair<std::optional<std::int64_t>, std::string>> told;
  for (int times = 0; times < 60; ++times) // enough of each
    for (const auto& [number, level] : rows)
      told.emplace_back(number == 0 ? std::nullopt : std::optional<std::int64_t>(number),
                        level == 0 ? "" : std::to_string(level));
  const FactorTable table = table_of(told);
  const DesignMatrix matrix = matrix_of(table);
  const std::size_t columns = matrix.covariates.columns();
  RC_ASSERT(matrix.covariates.values.size() == columns * told.size());
  for (std::size_t a = 0; a < columns; ++a) {
    bool divides = false;
    for (std::size_t i = 1; i < told.size(); ++i)
      divides = divides || matrix.covariates.row(i)[a] != matrix.covariates.row(0)[a];
    RC_ASSERT(divides);
    for (std::size_t b = a + 1; b < columns; ++b) {
      bool differs = false;
      for (std::size_t i = 0; i < told.size(); ++i)
        differs = differs || matrix.covariates.row(i)[a] != matrix.covariates.row(i)[b];
      RC_ASSERT(differs);
    }
  }
}

} // namespace
} // namespace probity::outcome
