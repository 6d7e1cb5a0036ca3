// Proven reoffending of 26,020 and of a million people, and in the same run the same binary and frequency
// rates by SQL over rows. The people are invented: releases, some with a second one, and offences proved
// early, late or never in time. Both must give the same counts. The SQL knows neither corrections nor linked
// records, dates known to a month, bodies or what came first; it is what a report would do.
#include <fmt/format.h>
#include <iostream>

#include "base/random.h"
#include "measuring.h"
#include "outcome/report.h"
#include "record/custody.h"
#include "record/offending.h"
#include "record/supervision.h"
#include "store/sqlite.h"

namespace probity::bench {
namespace {

constexpr int rounds = 3;

const base::Day first_release = *base::parse_day("2015-12-01");
constexpr int release_days = 150; // some before the cohort's months, some after

class Maker {
 public:
  explicit Maker(timeline::Book& book, std::int64_t people) : book_(book) {
    book_.people.resize(static_cast<std::size_t>(people));
    for (std::size_t at = 0; at < book_.people.size(); ++at)
      invent(book_.people[at], at);
    book_.size = next_;
    book_.known_on = *base::parse_day("2018-06-01");
  }

 private:
  record::Event& add(timeline::Case& person, const record::TypeDeclaration& type, base::Day day) {
    record::Event& event = person.events.emplace_back();
    event.type = &type;
    event.index = next_++;
    event.stream = person.stream;
    event.recorded_day = day;
    event.valid.precision = record::Precision::day;
    event.valid.first = event.valid.last = day;
    return event;
  }

  void release(timeline::Case& person, base::Day day, std::uint8_t episode) {
    static const record::Symbol custody("custody");
    static const auto licence = record::Symbol("licence").number();
    record::Event& event = add(person, record::custody::release_recorded, day);
    event.entities[0].kind = custody;
    event.entities[0].id.bytes[15] = episode;
    event.facts[0] = licence;
  }

  void invent(timeline::Case& person, std::size_t number) {
    base::RandomStream random(2016, number, 0);
    static const std::array<std::int64_t, 4> bodies = {
        record::Symbol("CRC1").number(), record::Symbol("CRC2").number(), record::Symbol("CRC3").number(),
        record::Symbol("NPS").number()};
    static const auto inside = record::Symbol("custody").number();
    person.stream = static_cast<std::uint32_t>(number + 1);
    for (std::size_t byte = 0; byte < 4; ++byte)
      person.name.bytes[12 + byte] = static_cast<std::uint8_t>(person.stream >> (24 - 8 * byte));
    person.events.reserve(4);
    add(person, record::supervision::provider_assigned, *base::parse_day("2015-11-01")).facts[0] =
        bodies[static_cast<std::size_t>(random.between(0, 3))];
    const base::Day released = first_release + random.between(0, release_days);
    release(person, released, 1);
    if (random.chance(0.1)) release(person, released + random.between(10, 60), 2);
    while (random.chance(0.4)) {
      const base::Day committed = released + random.between(-30, 500);
      record::Event& event =
          add(person, record::offending::offence_proven, committed + random.between(0, 300));
      event.facts[0] = committed.since_epoch;
      event.facts[1] = inside;
    }
  }

  timeline::Book& book_;
  std::uint64_t next_ = 1;
};

// Proven reoffending of the cohort of January to March 2016.
outcome::CohortRule cohort_rule() {
  outcome::CohortRule rule;
  rule.period = outcome::CohortPeriod{*base::parse_month("2016-01"), 3};
  rule.index = {outcome::IndexKind::release};
  return rule;
}

// The rows as a report's extract has them.
store::Database extracted(const timeline::Book& book) {
  store::Database database = need(store::Database::open(":memory:", {.access = store::Access::create}));
  need(database.execute("CREATE TABLE release(person INTEGER, day TEXT);"
                        "CREATE TABLE offence(person INTEGER, committed TEXT, proved TEXT); BEGIN"));
  store::Statement release = need(database.prepare("INSERT INTO release VALUES(?, ?)"));
  store::Statement offence = need(database.prepare("INSERT INTO offence VALUES(?, ?, ?)"));
  for (const timeline::Case& person : book.people)
    for (const record::Event& event : person.events) {
      const std::string day = base::to_text(event.valid.first);
      if (record::is<record::custody::release_recorded>(event))
        need(release.bind(1, std::int64_t{person.stream}).bind(2, day).run());
      if (record::is<record::offending::offence_proven>(event)) {
        const std::string committed =
            base::to_text(*record::day<record::offending::offence_proven, "offence_day">(event));
        need(offence.bind(1, std::int64_t{person.stream}).bind(2, committed).bind(3, day).run());
      }
    }
  need(database.execute(
      "COMMIT; CREATE INDEX a ON offence(person); CREATE INDEX b ON release(person, day); ANALYZE"));
  return database;
}

// min(…): the corresponding day, or the month's last day.
constexpr std::string_view rates_in_sql = R"sql(
SELECT count(*), sum(n > 0), sum(n) FROM (
  SELECT (SELECT count(*) FROM offence WHERE offence.person = entry.person AND committed BETWEEN day AND
            min(date(day, '+12 months'), date(day, 'start of month', '+13 months', '-1 day'))
            AND proved <= min(date(day, '+18 months'), date(day, 'start of month', '+19 months', '-1 day'))) AS n
  FROM (SELECT person, min(day) AS day FROM release WHERE day BETWEEN '2016-01-01' AND '2016-03-31'
        GROUP BY person) AS entry)
)sql";

outcome::Counts count_in_sql(const store::Database& database) {
  store::Statement statement = need(database.prepare(rates_in_sql));
  PROBITY_ENSURE(need(statement.step()) == store::Statement::Step::row);
  return {statement.integer(0),
          {statement.integer(1), statement.integer(1)},
          {statement.integer(2), statement.integer(2)}};
}

template <class Work> double median_seconds(const Work& work) {
  std::vector<double> seconds;
  for (int round = 0; round < rounds; ++round)
    seconds.push_back(time_of(work).processor);
  return quantile(seconds, 0.5);
}

void measure(std::int64_t people) {
  timeline::Book book;
  const Maker maker(book, people);
  const auto say = [&](std::string_view what, const std::string& value) {
    print_figure(fmt::format("{} people: ", people) + std::string(what), value);
  };
  const auto milliseconds = [](double seconds) { return fmt::format("{:.1f} ms", seconds * 1e3); };

  outcome::Counts counts;
  const double cohort = median_seconds([&] { counts = need(outcome::cohort_of(book, cohort_rule())).all; });
  outcome::ReportRequest request;
  request.rule = cohort_rule();
  request.cohorts = {*cohort_rule().period};
  request.by = outcome::Grouping::provider;
  request.curves = true;
  const double report = median_seconds([&] { need(outcome::report_of(book, request)); });
  const store::Database database = extracted(book);
  outcome::Counts in_sql;
  const double sql = median_seconds([&] { in_sql = count_in_sql(database); });
  if (counts != in_sql)
    give_up(
        {base::ErrorCode::internal, "the fold and SQL disagree: one of them is wrong", "outcomes_bench", ""});

  const outcome::Rates rates = outcome::rates(counts);
  say("events", fmt::format("{}", book.size - 1));
  say("in the cohort", fmt::format("{}; {}, {} each", counts.people, outcome::percent_text(rates.binary),
                                   rates.per_reoffender->decimal(2)));
  say("cohort with its cases, book held", milliseconds(cohort));
  say("report by body with curves, book held", milliseconds(report));
  say("the same two rates, SQL over extracted rows", milliseconds(sql));
  say("cohort ÷ SQL", fmt::format("{:.2f}", cohort / sql));
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  using namespace probity::bench;
  const Arguments arguments = arguments_of(count, values);
  print_heading("Outcomes (processor time of one thread)");
  measure(26'020);
  measure(1'000'000);
}
