#include "outcome/score_report.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "outcome/report.h"
#include "record/builder.h"
#include "record/scoring.h"
#include "record/vocabulary.h"
#include "support/cohort_fixture.h"

namespace probity::outcome {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The last person of the world is scored.
void scored(World& world, std::int64_t millionths, std::string_view made, std::string_view recorded,
            std::string_view version = "v") {
  timeline::Case& person = world.records.back();
  record::EventBuilder builder(record::scoring::scored, "test/scores", person.name);
  base::EventId id;
  id.bytes[13] = static_cast<std::uint8_t>(person.stream);
  id.bytes[15] = static_cast<std::uint8_t>(person.events.size() + 1);
  builder.id(id)
      .recorded(*base::parse_instant(std::string(recorded) + "T10:00:00.000000Z"))
      .valid(day(made))
      .fact("instrument", "ogrs3")
      .fact("version", version)
      .fact("table", std::string(64, 'a'))
      .fact("chances", record::EventBuilder::NamedNumbers{{"one_year", millionths}});
  record::Event event =
      record::decode(base::json::write(builder.build()), *base::Zone::named("Europe/London")).value();
  event.index = person.stream * 100U + person.events.size();
  person.events.push_back(event);
}

ScoreRule rule(std::string_view version = "v") {
  ScoreRule out;
  out.instrument = record::Symbol("ogrs3");
  out.version = record::Symbol(version);
  out.forecast = record::Symbol("one_year");
  return out;
}

// Released on 11 January 2016 under a body, scored that day; `reoffenders` of them reoffend.
void release(World& world, int people, int reoffenders, std::string_view body,
             std::optional<std::int64_t> millionths) {
  for (int i = 0; i < people; ++i) {
    Person& person = world.person();
    person.held_by(body, "2015-01-01");
    person.released("2016-01-11", 1);
    if (i < reoffenders) person.proved("2016-02-20", "2016-04-20");
    if (millionths) scored(world, *millionths, "2016-01-11", "2016-01-11");
  }
}

base::Result<Report> report(World& world, Audience audience = Audience::inside) {
  world.book.people.assign(world.records.begin(), world.records.end());
  ReportRequest request;
  request.cohorts = {{*base::parse_month("2016-01"), 3}};
  request.by = Grouping::provider;
  request.audience = audience;
  request.scores = rule();
  return report_of(world.book, request);
}

// 20 at 20 % are 4 expected, and 8 are (8 ± 1.96 √3.2) ÷ 4; 20 at 60 % are 12, and 8 are (8 ± 1.96 √4.8)
// ÷ 12. The same rate of 40 % is twice and two thirds of what was to be expected.
TEST(ScoreReport, TheSameRateIsFarFromTheSameBesideWhatWasToBeExpected) {
  World world;
  release(world, 20, 8, "CRC1", 200'000);
  release(world, 20, 8, "CRC2", 600'000);
  const auto out = report(world);
  ASSERT_TRUE(out) << out.error().text();
  EXPECT_THAT(score_table_rows(*out->scores),
              ElementsAre(ElementsAre("CRC1", "20", "0", "8", "4.0", "2.00", "1.12 to 2.88", "80.00 %"),
                          ElementsAre("CRC2", "20", "0", "8", "12.0", "0.67", "0.31 to 1.02", "26.67 %"),
                          ElementsAre("all", "40", "0", "16", "16.0", "1.00", "0.65 to 1.35", "40.00 %")));
  EXPECT_THAT(out->scores->sentence, HasSubstr("within what chance alone does"));
  EXPECT_THAT(base::json::write(report_json(*out)), HasSubstr("\"ratio_high\":\"2.876523\""));
}

TEST(ScoreReport, WhoeverHasNoScoreIsCountedAndInNeitherSum) {
  World world;
  release(world, 20, 8, "CRC1", 200'000);
  release(world, 5, 5, "CRC1", std::nullopt);
  release(world, 3, 1, "CRC2", std::nullopt);
  const auto out = report(world);
  ASSERT_TRUE(out) << out.error().text();
  EXPECT_THAT(score_table_rows(*out->scores),
              ElementsAre(ElementsAre("CRC1", "20", "5", "8", "4.0", "2.00", "1.12 to 2.88", "40.00 %"),
                          ElementsAre("CRC2", "0", "3", "none", "none", "none", "none", "none"),
                          ElementsAre("all", "20", "8", "8", "4.0", "2.00", "1.12 to 2.88", "40.00 %")));
}

TEST(ScoreReport, APublicationWithholdsWhereFewHaveAScore) {
  World world;
  release(world, 40, 10, "CRC1", 200'000);
  release(world, 20, 8, "CRC2", 200'000);
  release(world, 20, 8, "CRC2", std::nullopt);
  release(world, 40, 10, "CRC3", 200'000);
  const auto out = report(world, Audience::publication);
  ASSERT_TRUE(out) << out.error().text();
  const auto rows = score_table_rows(*out->scores);
  EXPECT_EQ(rows[0][3], "10");
  EXPECT_EQ(rows[1][1], "withheld");
  EXPECT_EQ(rows[3][1], "100");
}

TEST(ScoreReport, NobodyWithSuchAScoreIsAnError) {
  World world;
  release(world, 5, 1, "CRC1", std::nullopt);
  const auto out = report(world);
  ASSERT_FALSE(out);
  EXPECT_THAT(out.error().text(), HasSubstr("nobody here has a recorded score ogrs3 one_year, version v"));
}

TEST(RecordedScore, IsTheNewestMadeByTheIndexDayAndRecordedInTime) {
  World world;
  world.person();
  scored(world, 100'000, "2015-12-01", "2015-12-01");
  scored(world, 300'000, "2016-01-10", "2016-01-14"); // three days too late, unless they are given
  scored(world, 200'000, "2015-12-20", "2015-12-20");
  scored(world, 400'000, "2016-01-12", "2016-01-12"); // made after the day
  scored(world, 900'000, "2015-12-25", "2015-12-25", "w");
  scored(world, 2'000'000, "2015-12-26", "2015-12-26"); // no chance
  const timeline::Case& person = world.records.back();
  EXPECT_EQ(score_at(person, rule(), day("2016-01-11"))->millionths, 200'000);
  ScoreRule late = rule();
  late.recorded_within_days = 3;
  EXPECT_EQ(score_at(person, late, day("2016-01-11"))->millionths, 300'000);
  EXPECT_EQ(score_at(person, rule("w"), day("2016-01-11"))->millionths, 900'000);
  EXPECT_EQ(score_at(person, rule(""), day("2016-01-11"))->millionths, 900'000);
  EXPECT_FALSE(score_at(person, rule(), day("2015-11-30")));
}

} // namespace
} // namespace probity::outcome
