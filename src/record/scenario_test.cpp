#include "record/scenario.h"

#include <array>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::json::Value;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view head = "case \"a case\"  log replayed origin case/a zone Europe/London seed 3\n";

// Of a file with one case.
base::Result<Scenario> parse_scenario(std::string_view text, std::string_view file,
                                      const FileDigest& digest_of = {}) {
  PROBITY_ASSIGN(std::vector<Scenario> all, parse_scenarios(text, file, {digest_of, {}}));
  EXPECT_EQ(all.size(), 1U);
  return std::move(all.front());
}

Scenario parsed(std::string_view lines) {
  auto scenario = parse_scenario(std::string(head) + std::string(lines), "a.case");
  if (!scenario) ADD_FAILURE() << scenario.error().text();
  return scenario ? *scenario : Scenario{};
}

base::Error refused(std::string_view lines) {
  auto scenario = parse_scenario(std::string(head) + std::string(lines), "a.case");
  if (scenario) ADD_FAILURE() << "was accepted";
  return scenario ? base::Error{} : scenario.error();
}

const Value& event(const Scenario& scenario, std::size_t step, std::size_t position = 0) {
  return std::get<RecordStep>(scenario.steps.at(step)).events.at(position);
}

std::string valid(std::string_view on) {
  const std::string lines =
      "at 2016-01-04T09:00Z [x] A person.died\nat 2016-04-01T23:30Z A person.died " + std::string(on) + "\n";
  const Scenario scenario = parsed(lines);
  return scenario.steps.size() < 2 ? std::string() : base::json::write(*event(scenario, 1).find("valid"));
}

TEST(ScenarioOfPage, IsItsFencedBlocksAtTheirOwnLines) {
  EXPECT_EQ(
      scenario_of_page(
          "# A year\n\n```case\ncase \"One\"\n```\nWords.\n```sh\nls\n```\n```case\nday 2016-01-01\n```\n"),
      "\n\n\ncase \"One\"\n\n\n\n\n\n\nday 2016-01-01\n\n");
  EXPECT_EQ(scenario_of_page("# A page\n```sh\nls\n```\n"), "");
  EXPECT_EQ(scenario_of_page("```case\nunended"), "\nunended\n");
}

TEST(Scenario, ReadsTheCaseLine) {
  const auto scenario = parse_scenario("# a comment\n\ncase \"S3 releases\"  log replayed origin case/s3 "
                                       "zone Europe/Paris seed 9  contract s3.toml\n",
                                       "s3.case");
  ASSERT_TRUE(scenario.has_value()) << scenario.error().text();
  EXPECT_EQ(scenario->name, "S3 releases");
  EXPECT_EQ(scenario->origin, "case/s3");
  EXPECT_EQ(scenario->zone, "Europe/Paris");
  EXPECT_EQ(scenario->seed, "9");
  EXPECT_EQ(scenario->contract, "s3.toml");
}

TEST(Scenario, MakesOneEventForEachPerson) {
  const Scenario scenario =
      parsed("at 2016-01-04T09:00Z A B  supervision.provider_assigned  provider=CRC1\n"
             "at 2016-03-01T23:59:30Z B  custody.release_recorded release_type=licence custody=2\n");
  const auto& step = std::get<RecordStep>(scenario.steps.at(0));
  EXPECT_THAT(step.who, ElementsAre("A", "B"));
  EXPECT_EQ(step.line, 2);
  EXPECT_EQ(*event(scenario, 0, 0).find("stream")->text(), scenario_stream("case/a", "A").hex());
  EXPECT_EQ(*event(scenario, 0, 1).find("stream")->text(), scenario.streams.at("B").hex());
  EXPECT_NE(*event(scenario, 0, 0).find("id"), *event(scenario, 0, 1).find("id"));
  const Value& release = event(scenario, 1);
  EXPECT_EQ(*release.find("recorded")->text(), "2016-03-01T23:59:30.000000Z");
  EXPECT_EQ(*release.find("provider")->text(), "CRC1"); // who holds the person records
  EXPECT_EQ(*release.find("entity")->find("custody")->text(),
            scenario_entity("case/a", "B", "custody", "2").hex());
  EXPECT_EQ(base::json::write(*release.find("facts")), R"({"release_type":"licence"})");
}

TEST(Scenario, ARangeIsEachOfItsPeopleByName) {
  const auto ranged = parse_scenario(std::string(head) + "at 2016-01-04T09:00Z P08..P11 Q person.died\n"
                                                         "settle 2016-01\n"
                                                         "  line x = £1.00 because Q P09..P10\n",
                                     "a.case");
  ASSERT_TRUE(ranged) << ranged.error().text();
  const auto& step = std::get<RecordStep>(ranged->steps[0]);
  EXPECT_EQ(step.who, (std::vector<std::string>{"P08", "P09", "P10", "P11", "Q"}));
  ASSERT_EQ(step.events.size(), 5U);
  const auto named =
      parse_scenario(std::string(head) + "at 2016-01-04T09:00Z P08 P09 P10 P11 Q person.died\n", "a.case");
  ASSERT_TRUE(named);
  EXPECT_EQ(step.events, std::get<RecordStep>(named->steps[0]).events);
  EXPECT_EQ(std::get<SettleStep>(ranged->steps[1]).expected[0].because,
            (std::vector<std::string>{"Q", "P09", "P10"}));
}

TEST(Scenario, TheSameTextMakesTheSameEvents) {
  const auto id = [](std::string_view lines) { return *event(parsed(lines), 0).find("id")->text(); };
  EXPECT_EQ(id("at 2016-01-04T09:00Z A person.died\n"), id("at 2016-01-04T09:00Z A person.died\n"));
  EXPECT_NE(id("at 2016-01-04T09:00Z A person.died\n"), id("\nat 2016-01-04T09:00Z A person.died\n"));
}

TEST(Scenario, ReadsEveryFormOfValidTime) {
  // 23:30Z in summer time is the next day in London.
  EXPECT_EQ(valid(""), R"({"from":"2016-04-02","precision":"day"})");
  EXPECT_EQ(valid("on 2016-03-01"), R"({"from":"2016-03-01","precision":"day"})");
  EXPECT_EQ(valid("on 2016-03-01..2016-03-04"),
            R"({"from":"2016-03-01","precision":"day","to":"2016-03-05"})");
  EXPECT_EQ(valid("on 2016-02"), R"({"from":"2016-02-01","precision":"month"})");
  EXPECT_EQ(valid("on 2016-01..2016-02"), R"({"from":"2016-01-01","precision":"month","to":"2016-03-01"})");
  EXPECT_EQ(valid("on 2016-03-01T10:00Z"), R"({"from":"2016-03-01T10:00:00.000000Z","precision":"instant"})");
  EXPECT_EQ(valid("on year 2009-07-01"), R"({"from":"2009-07-01","precision":"year"})");
  EXPECT_EQ(valid("on quarter 2016-01-01"), R"({"from":"2016-01-01","precision":"quarter"})");
  EXPECT_EQ(valid("on unknown"), R"({"precision":"unknown"})");
  EXPECT_THAT(valid("on after x +433d"), HasSubstr(R"("days":433)"));
  EXPECT_THAT(valid("on after x -2m"), HasSubstr(R"("months":-2)"));
}

TEST(Scenario, ReadsEveryKindOfFact) {
  const Scenario scenario = parsed(
      "at 2016-01-04T09:00Z session:S1 unpaid_work.session_scheduled starts=2016-02-01T09:00Z places=8\n"
      "at 2016-01-04T09:00Z session:S1 unpaid_work.session_held arrived=3 sent_home=1 "
      "supervisor_present=false\n"
      "at 2016-01-05T09:00Z A unpaid_work.attendance_recorded session=S1 attendance=worked\n"
      "at 2016-01-05T09:00Z A sentence.imposed order_type=community_order offence_group=\"Theft, "
      "\\\"petty\\\"\" "
      "requirements=unpaid_work:6000,curfew:-30\n"
      "at 2016-01-05T09:00Z A plan.checked verdict=sound rule=c findings=blank,near_copy\n"
      "at 2016-01-06T09:00Z money.waived clause=c period=2016-01 pence=£1,012.50 reason=agreed "
      "authority=head\n"
      "at 2016-01-06T09:00Z money.relief_requested clause=c person=A due=2016-01-31\n"
      "at 2016-01-07T09:00Z A person.registered sex=male name=\"Ann Other\"\n");
  const auto facts = [&](std::size_t step) {
    return base::json::write(*event(scenario, step).find("facts"));
  };
  const std::string session = scenario_stream("case/a", "session:S1").hex();
  EXPECT_EQ(facts(0), R"({"places":8,"starts":"2016-02-01T09:00:00.000000Z"})");
  EXPECT_EQ(facts(1), R"({"arrived":3,"sent_home":1,"supervisor_present":false})");
  EXPECT_EQ(facts(2), R"({"attendance":"worked","session":")" + session + R"("})");
  EXPECT_EQ(
      facts(3),
      R"({"offence_group":"Theft, \"petty\"","order_type":"community_order","requirements":[{"n":6000,"name":"unpaid_work"},{"n":-30,"name":"curfew"}]})");
  EXPECT_EQ(facts(4), R"({"findings":["blank","near_copy"],"rule":"c","verdict":"sound"})");
  EXPECT_THAT(facts(5), HasSubstr(R"("pence":101250)"));
  EXPECT_THAT(facts(6), HasSubstr(scenario_stream("case/a", "A").hex()));
  EXPECT_EQ(*event(scenario, 6).find("stream")->text(), scenario_stream("case/a", "@contract").hex());
  EXPECT_EQ(facts(7), R"({"sex":"male"})");
  EXPECT_EQ(base::json::write(*event(scenario, 7).find("sealed")),
            R"([{"key":")" + scenario_stream("case/a", "A").hex() + R"(","part":{"name":"Ann Other"}}])");
}

TEST(Scenario, CorrectsALabelledLine) {
  const Scenario scenario = parsed(
      "at 2016-01-04T09:00Z [p] A plan.filed kind=sentence words=0\n"
      "at 2016-01-05T09:00Z A plan.filed corrects=p kind=amend reason=typo kind=resettlement words=300\n"
      "at 2016-01-06T09:00Z A plan.filed corrects=p kind=void reason=\"entered twice\" recorder=CRC2\n");
  const std::string original = *event(scenario, 0).find("id")->text();
  EXPECT_EQ(base::json::write(*event(scenario, 1).find("corrects")),
            R"({"id":")" + original + R"(","kind":"amend","reason":"typo"})");
  EXPECT_EQ(base::json::write(*event(scenario, 1).find("facts")), R"({"kind":"resettlement","words":300})");
  EXPECT_EQ(base::json::write(*event(scenario, 2).find("facts")), "{}");
  EXPECT_EQ(*event(scenario, 2).find("provider")->text(), "CRC2");
}

TEST(Scenario, AClosedDayIsKnownOnThatDay) {
  const base::Zone london = *base::Zone::named("Europe/London");
  for (const char* day : {"2016-01-31", "2016-05-03", "2016-03-27", "2016-10-30"}) {
    const Scenario scenario = parsed("day " + std::string(day) + "\n");
    EXPECT_EQ(base::json::write(*event(scenario, 0).find("facts")), R"({"day":")" + std::string(day) + "\"}");
    const auto decoded = decode(base::json::write(event(scenario, 0)), london);
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->recorded_day, *base::parse_day(day));
  }
  const Scenario later = parsed("day 2016-05-03 at 2016-05-04T06:00Z\n");
  EXPECT_EQ(*event(later, 0).find("recorded")->text(), "2016-05-04T06:00:00.000000Z");
}

TEST(Scenario, ReadsWhatIsExpected) {
  const Scenario scenario = parsed("at 2016-01-04T09:00Z A B person.died\n"
                                   "settle 2016-03 as-known 2016-04-30 reading a=strict,b=gated c=d\n"
                                   "  line penalty 4 x -£2,000.00 = -£8,000.00 because B A\n"
                                   "  line fee = £833,333.33   # one line\n"
                                   "  no line plan\n"
                                   "  refused sustained because 14th claim\n"
                                   "  total £825,333.33\n"
                                   "why c/2016-03/penalty/1: \"B\"\n"
                                   "why --not A penalty: \"met\"\n"
                                   "issue 2016-03 at 2016-05-04T09:00Z\n");
  const auto& settle = std::get<SettleStep>(scenario.steps.at(1));
  EXPECT_EQ(settle.period, "2016-03");
  EXPECT_EQ(settle.as_known, "2016-04-30");
  EXPECT_EQ(settle.readings,
            (std::map<std::string, std::string>{{"a", "strict"}, {"b", "gated"}, {"c", "d"}}));
  ASSERT_EQ(settle.expected.size(), 5U);
  const Expectation& penalty = settle.expected[0];
  EXPECT_EQ(penalty.line, 4);
  EXPECT_EQ(penalty.kind, Expectation::Kind::line);
  EXPECT_EQ(penalty.key, "penalty");
  EXPECT_EQ(penalty.quantity, base::Rational(4));
  EXPECT_EQ(penalty.each, base::Money{-200'000});
  EXPECT_EQ(penalty.amount, base::Money{-800'000});
  EXPECT_THAT(penalty.because.value(), ElementsAre("B", "A"));
  EXPECT_EQ(settle.expected[1].quantity, std::nullopt);
  EXPECT_EQ(settle.expected[1].amount, base::Money{83'333'333});
  EXPECT_EQ(settle.expected[1].because, std::nullopt);
  EXPECT_EQ(settle.expected[2].kind, Expectation::Kind::no_line);
  EXPECT_EQ(settle.expected[3].kind, Expectation::Kind::refused);
  EXPECT_THAT(settle.expected[3].because.value(), ElementsAre("14th", "claim"));
  EXPECT_EQ(settle.expected[4].kind, Expectation::Kind::total);
  EXPECT_EQ(std::get<WhyStep>(scenario.steps.at(2)).of_line, "c/2016-03/penalty/1");
  const auto& why_not = std::get<WhyStep>(scenario.steps.at(3));
  EXPECT_EQ(why_not.question, WhyStep::Question::why_not);
  EXPECT_EQ(why_not.who, "A");
  EXPECT_EQ(why_not.measure, "penalty");
  EXPECT_EQ(why_not.text, "met");
  const auto& issue = std::get<SettleStep>(scenario.steps.at(4));
  EXPECT_EQ(issue.command, SettleStep::Command::issue);
  EXPECT_EQ(base::to_text(issue.recorded.value()), "2016-05-04T09:00:00.000000Z");
}

TEST(Scenario, ADigestIsTakenFromTheNamedFile) {
  const FileDigest digest_of = [](std::string_view file) -> base::Result<base::Digest> {
    if (file != "s3.toml") return base::fail(base::ErrorCode::not_found, "no such file", std::string(file));
    return base::Digest{{1}};
  };
  const std::string made = std::string(head) + "at 2016-01-04T09:00Z money.contract_made contract=c file=@";
  const auto scenario = parse_scenario(made + "s3.toml", "a.case", digest_of);
  ASSERT_TRUE(scenario.has_value()) << scenario.error().text();
  EXPECT_EQ(*event(*scenario, 0).find("facts")->find("file")->text(), base::Digest{{1}}.hex());
  EXPECT_EQ(parse_scenario(made + "s4.toml", "a.case", digest_of).error().where, "a.case:2 s4.toml");
}

struct Bad {
  const char* lines;
  const char* where;
  const char* message;
};

TEST(Scenario, EveryFaultNamesItsLineAndSaysWhatToDo) {
  const Bad bads[] = {
      {"at 2016-01-04 A person.died", "a.case:2", "is not a time"},
      {"at 2016-01-04T09:00Z A", "a.case:2", "no event type"},
      {"at 2016-01-04T09:00Z", "a.case:2", "cut short"},
      {"\nat 2016-01-04T09:00Z A person.vanished", "a.case:3", "no event type \"person.vanished\""},
      {"at 2016-01-04T09:00Z person.died", "a.case:2", "nobody is named"},
      {"at 2016-01-04T09:00Z A? person.died", "a.case:2", "neither a WHO nor an event type"},
      {"at 2016-01-04T09:00Z @contract person.died", "a.case:2", "does not belong on the stream"},
      {"at 2016-01-04T09:00Z A person.died mood=low", "a.case:2", "has no field mood"},
      {"at 2016-01-04T09:00Z A person.died low", "a.case:2", "is not field=value"},
      {"at 2016-01-04T09:00Z A custody.received reason=bad", "a.case:2 /facts/reason",
       "is not one of the codes"},
      {"at 2016-01-04T09:00Z A custody.received", "a.case:2 /facts/reason", "required and missing"},
      {"at 2016-01-04T09:00Z A custody.received reason=recall reason=remand", "a.case:2", "given twice"},
      {"at 2016-01-04T09:00Z A plan.filed kind=sentence words=many", "a.case:2", "cannot be read"},
      {"at 2016-01-04T09:00Z A person.died on Tuesday", "a.case:2", "is not when something happened"},
      {"at 2016-01-04T09:00Z A person.died on after x +1d", "a.case:2", "no line above has the label [x]"},
      {"at 2016-01-04T09:00Z A person.died on 2016-02-01", "a.case:2 /valid/from", "after it was recorded"},
      {"at 2016-01-04T09:00Z [x] A B person.died", "a.case:2", "several"},
      {"at 2016-01-04T09:00Z A person.died\nat 2016-01-04T08:59Z A person.died", "a.case:3",
       "before the line above"},
      {"at 2016-01-04T09:00Z [x] A1..A2 person.died", "a.case:2", "several"},
      {"at 2016-01-04T09:00Z A1.. person.died", "a.case:2", "does not go from a name to a name"},
      {"at 2016-01-04T09:00Z A..C person.died", "a.case:2", "both names must end in a number"},
      {"at 2016-01-04T09:00Z A9..A10 person.died", "a.case:2", "as many digits"},
      {"at 2016-01-04T09:00Z A01..B02 person.died", "a.case:2", "differ before their digits"},
      {"at 2016-01-04T09:00Z A02..A01 person.died", "a.case:2", "the last comes before the first"},
      {"at 2016-01-04T09:00Z A0000..A5000 person.died", "a.case:2", "more than 5,000 names"},
      {"at 2016-01-04T09:00Z A1..A2 person.died\nsettle 2016-03\n  line x = £1.00 because A1..A3", "a.case:4",
       "nobody called A3"},
      {"day tomorrow", "a.case:2", "not a closed day"},
      {"pay 2016-03", "a.case:2", "begins no step"},
      {"  total £1.00", "a.case:2", "nothing above it"},
      {"settle 2016-03\n  total 1", "a.case:3", "is not an amount"},
      {"settle 2016-03\n  level x 4 of", "a.case:3", "says nothing"},
      {"settle 2016-03\n  level x 4 of -1", "a.case:3", "is not a number"},
      {"settle 2016-03\n  state done", "a.case:3", "says nothing"},
      {"settle 2016-03\n  correction 2016-02/x/1 = £1.00 supersedes one", "a.case:3", "is not a number"},
      {"settle 2016-03\n  line x 4 -£1.00", "a.case:3", "cut short"},
      {"settle 2016-03\n  line x = £1.00 because Q", "a.case:3", "nobody called Q"},
      {"settle 2016-03 reading strict", "a.case:2", "not understood"},
      {"settle 2016-03 reading a=b a=c", "a.case:2", "two readings"},
      {"issue 2016-03", "a.case:2", "when the statement is issued"},
      {"why x: \"y\"", "a.case:2", "nothing is settled"},
      {"settle 2016-03\nwhy --not Q x: \"y\"", "a.case:3", "nobody called Q"},
      {"at 2016-01-04T09:00Z A person.died on \"2016", "a.case:2", "no closing quote"},
      {"at \xFF", "a.case:2", "not UTF-8"},
  };
  for (const Bad& bad : bads) {
    const base::Error error = refused(bad.lines);
    EXPECT_EQ(error.where, bad.where) << bad.lines;
    EXPECT_THAT(error.message, HasSubstr(bad.message)) << bad.lines;
  }
}

TEST(Scenario, EveryCaseOfAFileBeginsWithTheBackground) {
  const auto all = parse_scenarios("background log replayed origin case/two\n"
                                   "at 2016-01-04T09:00Z A supervision.provider_assigned provider=CRC1\n"
                                   "case one\n"
                                   "day 2016-02-01\n"
                                   "case two  seed 5\n"
                                   "at 2016-01-05T09:00Z A person.died\n",
                                   "two.case");
  ASSERT_TRUE(all) << all.error().text();
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->at(0).name, "one");
  EXPECT_EQ(all->at(1).name, "two");
  EXPECT_EQ(all->at(1).seed, "5");
  EXPECT_EQ(all->at(1).origin, "case/two");
  for (const Scenario& scenario : *all)
    EXPECT_EQ(*event(scenario, 0).find("type")->text(), "supervision.provider_assigned");
  EXPECT_EQ(*event(all->at(1), 1).find("type")->text(), "person.died");
}

TEST(Scenario, ReadsWhatIsAskedOfCasework) {
  static constexpr FieldDeclaration fields[] = {required("minutes", Kind::integer, "minutes", "how long")};
  static constexpr TypeDeclaration visit{
      .name = "visit.make", .meaning = "Visit the person", .entity = "visit", .fields = fields};
  const std::array<const TypeDeclaration*, 1> commands{&visit};
  const auto read = [&](std::string_view lines) {
    return parse_scenarios(std::string(head) + std::string(lines), "a.case", {{}, commands});
  };
  const auto all = read("reading a=b\n"
                        "when 2016-01-05T09:00Z A visit.make on 2016-01-04 minutes=5\n"
                        "  then person.died on 2016-01-04\n"
                        "again\n"
                        "when 2016-01-05T09:00Z A visit.make minutes=5\n"
                        "  refused \"no visits\"\n"
                        "owed A on 2016-01-06\n"
                        "  visit due 2016-01-05 overdue\n"
                        "state A on 2016-01-06 owner=none\n");
  ASSERT_TRUE(all) << all.error().text();
  const auto& steps = all->front().steps;
  ASSERT_EQ(steps.size(), 6U);
  const auto& when = std::get<WhenStep>(steps[1]);
  EXPECT_EQ(*when.command.find("facts")->find("minutes")->integer(), 5);
  EXPECT_EQ(when.then.at(0).type, "person.died");
  EXPECT_EQ(when.then.at(0).valid, base::day_of(2016, 1, 4));
  EXPECT_EQ(std::get<WhenStep>(steps[3]).refused, "no visits");
  EXPECT_TRUE(std::get<OwedStep>(steps[4]).expected.at(0).overdue);
  const std::pair<std::string_view, std::string_view> bad[] = {
      {"when 2016-01-05T09:00Z A visit.pay minutes=5\n", "there is no command"},
      {"when 2016-01-05T09:00Z A visit.make\n", "minutes"},
      {"again\n", "nothing was asked"},
      {"when 2016-01-05T09:00Z A visit.make minutes=5\n  nothing\n", "says nothing of what a command does"},
      {"owed B on 2016-01-06\n", "nobody called B"},
      {"reading a\n", "picks no reading"},
  };
  for (const auto& [lines, message] : bad)
    EXPECT_THAT(read(lines).error().text(), HasSubstr(std::string(message)));
}

TEST(Scenario, TheCaseLineMustBeWhole) {
  const auto where = [](std::string_view text) { return parse_scenario(text, "b.case").error().text(); };
  EXPECT_THAT(where(""), HasSubstr("b.case:1: a scenario begins with its case line"));
  EXPECT_THAT(where("at 2016-01-04T09:00Z A person.died"), HasSubstr("begins with its case line"));
  EXPECT_THAT(where("case x log live origin o"), HasSubstr("replayed"));
  EXPECT_THAT(where("case x log replayed"), HasSubstr("no origin"));
  EXPECT_THAT(where("case x origin"), HasSubstr("nothing follows"));
  EXPECT_THAT(where("case x origin o zone Europe/Atlantis"), HasSubstr("b.case:1"));
}

} // namespace
} // namespace probity::record
