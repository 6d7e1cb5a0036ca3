// `outcomes --scores`, as a user meets it: a ledger of released people with recorded scores.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "record/builder.h"
#include "record/custody.h"
#include "record/offending.h"
#include "record/scoring.h"
#include "record/supervision.h"
#include "support/ledger_program.h"

namespace probity::program {
namespace {

using support::contents;
using testing::AllOf;
using testing::HasSubstr;

class ScoreOutcomes : public LedgerProgram {
 protected:
  // Thirty people released on 11 January 2016 and scored at 20 % that day, of whom nine reoffend.
  void SetUp() override {
    ASSERT_EQ(run("init LEDGER --replayed --seed 7 --origin test/scores").status, 0);
    std::string lines;
    const auto add = [&](record::EventBuilder& builder, int person, int number, const std::string& at) {
      base::EventId id;
      id.bytes[14] = static_cast<std::uint8_t>(person);
      id.bytes[15] = static_cast<std::uint8_t>(number);
      builder.id(id)
          .recorded(*base::parse_instant(at + "T10:00:00.000000Z"))
          .provider("CRC1")
          .valid(*base::parse_day(at));
      lines += line_of(builder.build());
    };
    const auto stream = [](int person) {
      base::StreamId id;
      id.bytes[15] = static_cast<std::uint8_t>(person);
      return id;
    };
    for (int person = 1; person <= 30; ++person) {
      record::EventBuilder score(record::scoring::scored, "test/scores", stream(person));
      score.fact("instrument", "ogrs3").fact("version", "v").fact("table", std::string(64, 'a'));
      score.fact("chances", record::EventBuilder::NamedNumbers{{"one_year", 200'000}});
      add(score, person, 1, "2016-01-11");
      record::EventBuilder release(record::custody::release_recorded, "test/scores", stream(person));
      release.entity("custody", base::EntityId{}).fact("release_type", "licence");
      add(release, person, 2, "2016-01-11");
    }
    for (int person = 1; person <= 9; ++person) {
      record::EventBuilder proof(record::offending::offence_proven, "test/scores", stream(person));
      proof.fact("offence_day", *base::parse_day("2016-02-20")).fact("disposal", "fine");
      add(proof, person, 3, "2016-04-20");
    }
    write(file("people.jsonl"), lines);
    const Answer appended = run("append LEDGER " + file("people.jsonl"));
    ASSERT_EQ(appended.status, 0) << appended.out << appended.err;
  }
  Answer outcomes(const std::string& more) {
    return run("outcomes --ledger " + ledger_ + " --measure proven --cohort 2016-01..2016-03 " + more);
  }
};

// 6 expected, 9 counted: 9 ÷ 6, ± 1.96 √4.8 ÷ 6.
TEST_F(ScoreOutcomes, AreShownAsTextJsonAndPage) {
  const Answer text = outcomes("--scores ogrs3:one_year@v --html " + file("page.html"));
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_THAT(text.out, AllOf(HasSubstr("  6.0  "), HasSubstr("0.78 to 2.22"), HasSubstr("30.00 %"),
                              HasSubstr("only rise")));
  EXPECT_THAT(contents(file("page.html")),
              AllOf(HasSubstr("Beside the risk scores of the same people"), HasSubstr("0.78 to 2.22"),
                    HasSubstr("--scores ogrs3:one_year@v")));
  EXPECT_THAT(outcomes("--scores ogrs3:one_year --json").out, HasSubstr(R"("variance":"24/5")"));
}

TEST_F(ScoreOutcomes, SayWhenThereIsNoSuchScoreAndHowOneIsNamed) {
  EXPECT_EQ(outcomes("--scores ogrs3:two_year").status, 1);
  EXPECT_THAT(outcomes("--scores ogrs3:one_year@w").err, HasSubstr("nobody here has a recorded score"));
  for (const char* wrong : {"ogrs3", ":one_year", "ogrs3:", "ogrs3:one_year@"})
    EXPECT_THAT(outcomes("--scores " + std::string(wrong)).err, HasSubstr("like ogrs3:one_year")) << wrong;
  EXPECT_THAT(outcomes("--scores ogrs3:one_year --scores-within 400").err, HasSubstr("days from 0 to 366"));
}

} // namespace
} // namespace probity::program
