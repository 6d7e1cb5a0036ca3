#include "pages/report/report.h"

#include <map>

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::pages {
namespace {

using base::Money;
using contract::Line;
using contract::LineKind;
using contract::ServiceLevel;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Not;

constexpr std::string_view file = R"toml(
schema = 1
id = "s3"
title = "Releases & plans"
zone = "Europe/London"
authority = "Ministry of Justice"
provider = "CRC1"
term = { from = "2016-01-01", to = "2016-12-31" }
periods = { unit = "month", final_after_months = 18 }

[[fee]]
id = "service_fee"
title = "Service fee"
source = "Schedule 9"
kind = "annual"
amount = "£120,000.00"
rounding = "half_away_from_zero"
restate = "until_final"

[[measure]]
id = "release_recorded"
title = "Releases recorded on the day"
source = "Practitioners' accounts of 2017"
assumed = ["owner_on", "linked"]
counts = "recorded"
one_clock_per = "custody"
start = { event = "custody.release_notified", at = "valid" }
stop = { event = "custody.release_recorded", at = "recorded" }
limit = { n = 0, unit = "calendar_day" }
period_of = "due"
owner_on = "due"
schedule = "last"
calendar_known = "start"
linked = "one_person"
exclude = ["custody.release_cancelled"]
zero_cases = "not_measured"
amended = "first_recorded"
imported = "excluded"
rewards = "entering the release on the day"
leaves_undone = "anything for the person on that day"

[[deduction]]
id = "release_penalty"
title = "Release not recorded on the day"
source = "Practitioners' accounts of 2017"
of = "release_recorded"
per = "missed"
amount = "-£2,000.00"
rounding = "half_away_from_zero"
restate = "until_final"
)toml";

const contract::Contract& made() {
  static const contract::Contract contract = [] {
    auto read = contract::Contract::parse(file, "s3.toml");
    if (!read) ADD_FAILURE() << read.error().text();
    return *read;
  }();
  return contract;
}

contract::Period march() {
  return {*base::parse_month("2016-03"), 1, "2016-03"};
}

Line line(LineKind kind, std::string clause, std::string title, std::string unit, std::int64_t quantity,
          std::int64_t pence) {
  Line out;
  out.id = "s3/2016-03/" + clause + "/1";
  out.kind = kind;
  out.clause = std::move(clause);
  out.title = std::move(title);
  out.period = march();
  out.provider = "CRC1";
  out.quantity = quantity;
  out.unit = std::move(unit);
  out.amount = Money{pence};
  return out;
}

ServiceLevel level(std::string measure, std::string title, std::int64_t met, std::int64_t missed) {
  ServiceLevel out;
  out.measure = std::move(measure);
  out.title = std::move(title);
  out.source = "Schedule 9";
  out.reading = "as_written";
  out.provider = "CRC1";
  out.cell.met = met;
  out.cell.missed = missed;
  out.cell.started = out.counted = met + missed;
  out.measured = true;
  out.achieved = base::Rational::of(met * 100, out.counted);
  return out;
}

contract::Evidence evidence(int number, duty::State state, int late) {
  contract::Evidence out;
  out.key = {"release_recorded", "as_written", "CRC1", march(), ""};
  out.person.bytes.fill(static_cast<std::uint8_t>(number));
  out.state = state;
  out.due = base::day_of(2016, 3, 1);
  out.stopped = out.due + late;
  out.events = {static_cast<std::uint64_t>(number), 900};
  out.sentence = "what happened to case " + std::to_string(number);
  return out;
}

// March 2016: 3 of 600 releases recorded late, and a measure beside it that is lower.
struct World {
  contract::Settlement settlement;
  contract::RecordQuality quality;
  outcome::Report outcomes;

  World() {
    contract::Statement& statement = settlement.statement;
    statement.contract = "s3";
    statement.title = "Releases & plans";
    statement.authority = "Ministry of Justice";
    statement.providers = {"CRC1"};
    statement.period = march();
    statement.origin = "case/s3";
    statement.zone = "Europe/London";
    statement.size = 1042;
    statement.known_on = base::day_of(2016, 5, 3);
    statement.lines = {line(LineKind::fee, "service_fee", "Service fee", "instalment", 1, 1'000'000),
                       line(LineKind::deduction, "release_penalty", "Release not recorded on the day",
                            "cases", 3, -600'000)};
    statement.total = statement.due = Money{400'000};
    statement.levels = {level("release_recorded", "Releases recorded on the day", 597, 3),
                        level("seen", "People seen on the day", 300, 300)};
    statement.levels[0].target = base::Rational(97);
    statement.levels[0].twin = "seen";
    for (int i = 1; i <= 600; ++i)
      settlement.evidence.push_back(i > 597 ? evidence(i, duty::State::missed, 2)
                                            : evidence(i, duty::State::met, 0));
    quality.period = march();
    quality.types = {{"custody.release_recorded", 612, {{0, 597}, {2, 3}}, 12, 7}};
    quality.clocks = {{"release_recorded", "Releases recorded on the day", {{0, 597}, {2, 3}}, 0}};
    outcomes.title = "Proven reoffending within 1 year";
    outcomes.rows_by = "provider";
    outcomes.takeaway = {"First sentence.", "Second sentence."};
    outcomes.workings = {"How outcomes were worked out."};
    outcomes.all.counts = {400, {140, 140}, {300, 300}};
  }

  [[nodiscard]] std::map<std::string, std::string> pages(Audience audience = Audience::parties,
                                                         bool with_outcomes = true) const {
    std::map<std::string, std::string> out;
    const ReportInput input{settlement,
                            made(),
                            quality,
                            with_outcomes ? &outcomes : nullptr,
                            "Nobody entered the cohort.",
                            {"area.ledger", "s3.toml", ""},
                            " --measure proven",
                            audience};
    const auto done = make_report(input, [&](const std::string& name, const std::string& page) {
      EXPECT_FALSE(out.contains(name)) << name;
      out[name] = page;
      return base::Result<void>();
    });
    EXPECT_TRUE(done.has_value());
    return out;
  }
};

TEST(Report, HasAPageForEachPartAndTheCasesBehindEachFigure) {
  const auto pages = World().pages();
  for (const char* name : {"index.html", "levels.html", "outcomes.html", "record.html", "check.html",
                           "cases-1-release-recorded.html", "cases-1-release-recorded-2.html"})
    EXPECT_THAT(pages, Contains(Key(name)));
  EXPECT_EQ(pages.size(), 7U);
}

TEST(Report, EveryLinkLeadsToAPageOfTheReportAndToAPartOfIt) {
  const auto pages = World().pages();
  for (const auto& [name, page] : pages)
    for (std::size_t at = page.find(" href=\""); at != std::string::npos;
         at = page.find(" href=\"", at + 1)) {
      const std::string to = page.substr(at + 7, page.find('"', at + 7) - at - 7);
      const std::size_t hash = to.find('#');
      const std::string target = to.substr(0, hash);
      EXPECT_TRUE(target.empty() || pages.contains(target)) << name << " → " << to;
      if (hash == std::string::npos) continue;
      const std::string& holds = target.empty() ? page : pages.at(target);
      EXPECT_THAT(holds, HasSubstr("id=\"" + to.substr(hash + 1) + "\"")) << name;
    }
}

TEST(Report, NothingIsFetchedAndNothingRuns) {
  for (const auto& [name, page] : World().pages())
    for (const char* fetched : {"<script", "<link", "<img", "@import", "url(http", " src=", "https://"})
      EXPECT_THAT(page, Not(HasSubstr(fetched))) << name;
}

TEST(Report, AVarianceNamesWhatItIsAgainst) {
  const std::string page = World().pages().at("levels.html");
  EXPECT_THAT(page, HasSubstr("597 of 600 were met: 99.50 %, 2.50 points above the target of 97.00 %."));
  EXPECT_THAT(
      page,
      HasSubstr("300 of 600 were met: 50.00 %. That is 49.50 points below the measure above, 99.50 %."));
}

// Of four or more: fewer have no limits worth drawing.
TEST(Report, ProvidersStandSideBySideAtTheirSize) {
  World world;
  auto& levels = world.settlement.statement.levels;
  EXPECT_THAT(world.pages().at("levels.html"), Not(HasSubstr(", by provider")));
  levels.resize(1);
  for (const char* provider : {"CRC2", "CRC3", "CRC4"}) {
    levels.push_back(level("release_recorded", "Releases recorded on the day", 97, 3));
    levels.back().provider = provider;
  }
  EXPECT_THAT(world.pages().at("levels.html"),
              AllOf(HasSubstr("Releases recorded on the day, by provider"),
                    HasSubstr("the rate of all providers together"), HasSubstr("tested first")));
  // Two far out on either side: they differ by more than chance.
  for (std::size_t i = 1; i < 3; ++i) {
    levels[i].cell.met = i == 1 ? 40 : 60;
    levels[i].cell.missed = 100 - levels[i].cell.met;
  }
  EXPECT_THAT(world.pages().at("levels.html"),
              HasSubstr("widened, since the providers differ by more than chance"));
}

TEST(Report, CasesAreListedWhatWasMissedFirst) {
  const auto pages = World().pages();
  const std::string& first = pages.at("cases-1-release-recorded.html");
  EXPECT_THAT(first, HasSubstr("600 cases: 3 missed and 597 met."));
  EXPECT_LT(first.find("what happened to case 598"), first.find("what happened to case 1<"));
  EXPECT_THAT(first, HasSubstr("Cases 1 to 500 of 600"));
  EXPECT_THAT(pages.at("cases-1-release-recorded-2.html"), HasSubstr("Cases 501 to 600 of 600"));
  EXPECT_THAT(pages.at("index.html"), HasSubstr("href=\"cases-1-release-recorded.html\""));
}

TEST(Report, EveryFigureSaysHowItWasWorkedOut) {
  const auto pages = World().pages();
  for (const char* name : {"index.html", "levels.html", "outcomes.html", "record.html"})
    EXPECT_THAT(pages.at(name), HasSubstr("How we worked this out")) << name;
  EXPECT_THAT(pages.at("check.html"),
              HasSubstr("probity outcomes --ledger area.ledger --measure proven --as-known"));
}

TEST(Report, LateEntryStandsAgainstTheDeadline) {
  const std::string page = World().pages().at("record.html");
  EXPECT_THAT(
      page,
      HasSubstr("Of 600 cases, 597 (99.5 %) came in time, 597 of them on the last day, and 3 came late."));
  EXPECT_THAT(page, HasSubstr("612 events of the record fall in March 2016. 7 of them have been corrected"));
}

TEST(Report, ThePublishedVersionShowsNoSmallNumberAndNoCase) {
  const auto pages = World().pages(Audience::publication);
  EXPECT_EQ(pages.size(), 5U);
  for (const auto& [name, page] : pages) {
    for (const char* given_away :
         {"597", "what happened to case", "-£6,000.00", "cases-1", "99.50 %", "2.50 points"})
      EXPECT_THAT(page, Not(HasSubstr(given_away))) << name;
    EXPECT_THAT(page, HasSubstr("Published version"));
  }
  EXPECT_THAT(pages.at("index.html"), HasSubstr("£4,000.00")); // the total stays
  EXPECT_THAT(pages.at("levels.html"), AllOf(HasSubstr("withheld"), HasSubstr("300 of 600 were met")));
  EXPECT_THAT(pages.at("record.html"), HasSubstr("Withheld: so few fell on one side"));
}

TEST(Report, WithoutOutcomesItSaysWhy) {
  EXPECT_THAT(World().pages(Audience::parties, false).at("outcomes.html"),
              HasSubstr("Nobody entered the cohort."));
}

TEST(Report, HostileTextsStayTexts) {
  const std::string hostile = "</title></style><script>alert(\"x\")</script>&";
  World world;
  contract::Statement& statement = world.settlement.statement;
  statement.title = statement.authority = statement.origin = hostile;
  for (Line& one : statement.lines)
    one.title = one.unit = one.provider = hostile;
  for (ServiceLevel& one : statement.levels)
    one.title = one.source = one.provider = one.reading = hostile;
  world.settlement.evidence[0].sentence = world.settlement.evidence[0].key.dimension = hostile;
  world.quality.oddities = {hostile};
  world.quality.types[0].type = world.quality.clocks[0].title = world.outcomes.title = hostile;
  for (const Audience audience : {Audience::parties, Audience::publication})
    for (const auto& [name, page] : world.pages(audience))
      EXPECT_THAT(page, Not(HasSubstr("<script"))) << name;
}

TEST(Report, StopsWhereAPageCannotBeWritten) {
  const World world;
  int written = 0;
  const ReportInput input{world.settlement, made(), world.quality, nullptr, "None.", {}, "",
                          Audience::parties};
  const auto done = make_report(input, [&](const std::string&, const std::string&) -> base::Result<void> {
    if (++written == 2) return base::fail(base::ErrorCode::io, "the disk is full");
    return {};
  });
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().message, "the disk is full");
  EXPECT_EQ(written, 2);
}

TEST(Report, TheSameInputGivesTheSameBytes) {
  EXPECT_EQ(World().pages(), World().pages());
}

} // namespace
} // namespace probity::pages
