#include "pages/account/bridge.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::pages {
namespace {

using base::Money;
using contract::Line;
using contract::LineKind;
using contract::Statement;

Line line(LineKind kind, std::string clause, std::string title, std::int64_t pence) {
  Line out;
  out.kind = kind;
  out.clause = std::move(clause);
  out.title = std::move(title);
  out.amount = Money{pence};
  return out;
}

std::vector<std::string> told(const std::vector<Step>& steps) {
  std::vector<std::string> out;
  for (const Step& step : steps)
    out.push_back(step.label + " " + base::to_text(step.amount));
  return out;
}

TEST(Bridge, GoesFromFeesOverDeductionsAndWaiversToTheTotal) {
  Statement statement;
  statement.lines = {line(LineKind::waiver, "late", "Late, waived", 50),
                     line(LineKind::deduction, "late", "Late", -70), line(LineKind::fee, "fee", "Fee", 1000),
                     line(LineKind::deduction, "late", "Late", -30)};
  statement.total = statement.due = Money{950};
  const std::vector<Step> steps = bridge(statement, {});
  EXPECT_THAT(told(steps),
              testing::ElementsAre("Fee £10.00", "Late -£1.00", "Late, waived £0.50", "Total £9.50"));
  EXPECT_EQ(steps[1].lines, 2U);
  EXPECT_EQ(steps[1].part, "line-2");
}

TEST(Bridge, LinesOfOneClauseWithManyTitlesTakeTheClauses) {
  contract::Terms terms;
  terms.unit_payments.emplace_back();
  terms.unit_payments.back().id = "work";
  terms.unit_payments.back().title = "Jobs";
  Statement statement;
  statement.lines = {line(LineKind::unit_payment, "work", "Jobs: group 1", 5),
                     line(LineKind::unit_payment, "work", "Jobs: group 2", 6)};
  statement.total = statement.due = Money{11};
  EXPECT_THAT(told(bridge(statement, terms)),
              testing::ElementsAre("Jobs, unit payment £0.11", "Total £0.11"));
}

RC_GTEST_PROP(BridgeProperty, TheStepsRunUpToTheTotalAndTheDue, ()) {
  Statement statement;
  const auto pence = rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
  const auto count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    const auto kind = static_cast<LineKind>(*rc::gen::inRange(0, 10));
    statement.lines.push_back(line(kind, *rc::gen::element<std::string>("a", "b", "c"), "Title", *pence));
    statement.total += statement.lines.back().amount;
  }
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
    contract::Correction correction;
    correction.change = Money{*pence};
    statement.total += correction.change;
    statement.corrections.push_back(correction);
  }
  statement.issued_already = Money{*rc::gen::element<std::int64_t>(0, 5, -700)};
  statement.due = statement.total - statement.issued_already;
  Money running;
  for (const Step& step : bridge(statement, {})) {
    if (step.kind == Step::Kind::change) running += step.amount;
    RC_ASSERT(step.after == running);
    if (step.kind == Step::Kind::sum) RC_ASSERT(step.amount == running);
  }
  RC_ASSERT(running == statement.due);
}

} // namespace
} // namespace probity::pages
