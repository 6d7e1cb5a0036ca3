// Two settlements beside one another.
#include "contract/comparison.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::contract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view text = R"(
schema = 1
id = "compared"
zone = "Europe/London"
authority = "Authority"
provider = "CRC1"
term = { from = "2016-01-01", to = "2016-12-31" }

[[measure]]
id = "plans"
source = "worked example"
one_clock_per = "custody"
start = { event = "custody.received", at = "valid" }
stop = { event = "plan.filed", at = "recorded" }
limit = { n = 5, unit = "business_day" }
period_of = "due"
owner_on = "due"
schedule = "last"
calendar_known = "start"
linked = "one_person"
exclude = []
zero_cases = "not_measured"
amended = "first_recorded"
imported = "excluded"

[[deduction]]
id = "late"
source = "worked example"
of = "plans"
per = "missed"
amount = "-£100.00"
rounding = "half_away_from_zero"
restate = "until_final"
)";

Contract contract() {
  auto parsed = Contract::parse(text, "compared.toml");
  if (!parsed) ADD_FAILURE() << parsed.error().text();
  return std::move(*parsed);
}

Evidence evidence(char name, duty::State state, const Period& period, std::vector<std::uint64_t> events) {
  Evidence out;
  out.key = {"plans", "as_written", "CRC1", period, ""};
  out.person = *base::StreamId::from_hex(std::string(32, name));
  out.state = state;
  out.events = std::move(events);
  out.sentence = "due 2016-03-10: " + std::string(duty::to_text(state));
  return out;
}

Settlement settled(const Contract& of, const std::vector<std::pair<char, duty::State>>& people) {
  Settlement out;
  const Period period = *of.terms().period("2016-03");
  out.statement.contract = "compared";
  out.statement.period = period;
  Line line;
  line.id = "compared/2016-03/late/1";
  line.kind = LineKind::deduction;
  line.clause = "late";
  line.title = "Late";
  line.period = period;
  line.provider = "CRC1";
  line.unit = "cases";
  line.rate = "-£100.00 a case";
  for (const auto& [name, state] : people) {
    const auto index = static_cast<std::uint64_t>(name);
    out.evidence.push_back(evidence(name, state, period, {index, index + 100}));
    if (state == duty::State::missed) {
      line.quantity = line.quantity + base::Rational(1);
      line.amount += base::Money{-10'000};
    }
  }
  out.statement.lines.push_back(line);
  out.statement.total = line.amount;
  return out;
}

TEST(Comparison, NamesTheCasesThatStandOtherwise) {
  const Contract terms = contract();
  const Settlement before =
      settled(terms, {{'a', duty::State::missed}, {'b', duty::State::open}, {'d', duty::State::met}});
  const Settlement after = settled(terms, {{'a', duty::State::missed},
                                           {'b', duty::State::missed},
                                           {'c', duty::State::missed},
                                           {'d', duty::State::met}});
  const Comparison compared = compare(before, terms, "10", after, terms, "20");
  ASSERT_EQ(compared.lines.size(), 1U);
  const LineCompared& line = compared.lines.front();
  EXPECT_EQ(line.kind, LineCompared::Kind::changed);
  EXPECT_EQ(line.key, "2016-03/late/1");
  EXPECT_EQ(to_text(line.after - line.before), "-£200.00");
  EXPECT_THAT(line.reasons, ElementsAre("quantity: 1.00 cases → 3.00 cases", "2 cases stand otherwise"));
  ASSERT_EQ(line.cases.size(), 2U);
  EXPECT_EQ(line.cases[0].before, "due 2016-03-10: open");
  EXPECT_EQ(line.cases[0].after, "due 2016-03-10: missed");
  EXPECT_EQ(line.cases[1].before, "");
  EXPECT_EQ(to_text(compared.change()), "-£200.00");
  EXPECT_THAT(comparison_csv(compared), HasSubstr("changed,10,20,-100.00,-300.00,-200.00,2,"));
  EXPECT_THAT(base::json::write(comparison_json(compared)), HasSubstr("\"change_pence\":-20000"));
}

TEST(Comparison, SaysWhichLineOnlyOneOfThemHas) {
  const Contract terms = contract();
  const Settlement before = settled(terms, {{'a', duty::State::missed}});
  Settlement after = before;
  after.statement.lines.front().id = "renamed/2016-03/other/1";
  const Comparison compared = compare(before, terms, "a.toml", after, terms, "b.toml");
  ASSERT_EQ(compared.lines.size(), 2U);
  EXPECT_EQ(compared.lines[0].kind, LineCompared::Kind::only_before);
  EXPECT_EQ(compared.lines[1].kind, LineCompared::Kind::only_after);
}

TEST(Comparison, OfOneWithItselfFindsNothing) {
  const Contract terms = contract();
  const Settlement one = settled(terms, {{'a', duty::State::missed}, {'b', duty::State::met}});
  const Comparison compared = compare(one, terms, "10", one, terms, "10");
  EXPECT_EQ(compared.lines.front().kind, LineCompared::Kind::same);
  EXPECT_TRUE(compared.lines.front().reasons.empty());
  EXPECT_EQ(compared.change().pence, 0);
}

} // namespace
} // namespace probity::contract
