// Settling months of a contract over a sample area of 26 months, and for context three of its measures
// counted by SQL over extracted rows. The SQL ignores corrections, linked records, who answered for whom,
// custody and what was known when; it is what a report would do, not a settlement.
#include <fmt/format.h>
#include <iostream>

#include "app/files.h"
#include "contract/record_quality.h"
#include "contract/statement.h"
#include "measuring.h"
#include "pages/report/report.h"
#include "rules/register.h"
#include "rules/working_days.h"
#include "sample.h"
#include "service/book_loader.h"
#include "store/sqlite.h"

namespace probity::bench {
namespace {

constexpr std::string_view newest_month = "2017-02";
constexpr std::string_view old_month = "2016-02";
constexpr std::string_view old_day = "2016-03-31";
constexpr int rounds = 5;

struct Rules {
  const rules::Register& all = rules::england_wales();
  rules::WorkingDays working_days = need(rules::WorkingDays::from(all));
};

contract::Settlement settled(const timeline::Book& book, const contract::Contract& contract,
                             const Rules& rules, std::string_view period, bool evidence) {
  contract::SettleOptions options;
  options.period = period;
  if (evidence) options.keep_evidence = [](const contract::CellKey&) { return true; };
  return need(contract::settle(book, contract, rules.working_days, rules.all.digest(), options));
}

template <class Work> double median_seconds(const Work& work) {
  std::vector<double> seconds;
  for (int round = 0; round < rounds; ++round)
    seconds.push_back(time_of(work).processor);
  return quantile(seconds, 0.5);
}

std::string milliseconds(double seconds) {
  return fmt::format("{:.1f} ms", seconds * 1e3);
}

// The contract's head, its first fee and the three measures that the SQL counts.
contract::Contract three_measures(const std::string& text) {
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find("\n[[", from + 1), text.size());
    const std::string_view clause(text.data() + from, to - from);
    const auto is = [&](std::string_view id) {
      return clause.find(fmt::format("id = \"{}\"\n", id)) != clause.npos;
    };
    if (from == 0 || is("service_fee") || is("sl001r") || is("sentence_plan") || is("release_recorded"))
      for (std::size_t line = 0; line < clause.size();) {
        const std::size_t end = std::min(clause.find('\n', line + 1), clause.size());
        const std::string_view one = clause.substr(line, end - line);
        if (!one.starts_with("\ntwin = ")) out += one;
        line = end;
      }
    from = to;
  }
  return need(contract::Contract::parse(out, "three measures"));
}

constexpr const char* extraction = R"sql(
CREATE TABLE allocated AS SELECT stream_no AS person, valid_day AS day FROM ledger.event
  WHERE type = 'court.allocation_decided' AND json_extract(CAST(body AS TEXT), '$.facts.body') = 'CRC1';
CREATE TABLE arranged AS SELECT stream_no AS person,
    unixepoch(json_extract(CAST(body AS TEXT), '$.facts.starts')) / 86400 AS day,
    json_extract(CAST(body AS TEXT), '$.facts.mode') AS mode FROM ledger.event WHERE type = 'appointment.scheduled';
CREATE TABLE attended AS SELECT stream_no AS person, valid_day AS day FROM ledger.event
  WHERE type = 'appointment.outcome_recorded' AND json_extract(CAST(body AS TEXT), '$.facts.outcome')
    IN ('attended_complied', 'attended_failed_to_comply');
CREATE TABLE filed AS SELECT stream_no AS person, recorded / 86400000000 AS day FROM ledger.event
  WHERE type = 'plan.filed' AND json_extract(CAST(body AS TEXT), '$.facts.kind') = 'sentence';
CREATE TABLE notified AS SELECT json_extract(CAST(body AS TEXT), '$.entity.custody') AS custody, valid_day AS day
  FROM ledger.event WHERE type = 'custody.release_notified';
CREATE TABLE released AS SELECT json_extract(CAST(body AS TEXT), '$.entity.custody') AS custody,
    recorded / 86400000000 AS day FROM ledger.event WHERE type = 'custody.release_recorded';
CREATE TABLE cancelled AS SELECT json_extract(CAST(body AS TEXT), '$.entity.custody') AS custody
  FROM ledger.event WHERE type = 'custody.release_cancelled';
CREATE INDEX a ON arranged(person, day); CREATE INDEX b ON attended(person, day);
CREATE INDEX c ON filed(person, day); CREATE INDEX d ON released(custody, day); CREATE INDEX e ON cancelled(custody);
ANALYZE;
)sql";

constexpr std::string_view counts = R"sql(
SELECT count(*), sum(EXISTS(SELECT 1 FROM arranged WHERE person = clock.person AND day BETWEEN clock.day AND due
    AND mode <> 'telephone')) FROM (
  SELECT person, allocated.day, (SELECT b.day FROM business b WHERE b.nth = days.nth + 5) AS due
  FROM allocated JOIN days ON days.day = allocated.day) AS clock WHERE due BETWEEN ?1 AND ?2
UNION ALL
SELECT count(*), sum(EXISTS(SELECT 1 FROM filed WHERE person = clock.person AND day BETWEEN clock.day AND due)) FROM (
  SELECT person, first.day, (SELECT b.day FROM business b WHERE b.nth = days.nth + 15) AS due
  FROM (SELECT person, min(day) AS day FROM attended GROUP BY person) AS first JOIN days ON days.day = first.day)
  AS clock WHERE due BETWEEN ?1 AND ?2
UNION ALL
SELECT count(*), sum(EXISTS(SELECT 1 FROM released WHERE custody = notified.custody AND day <= notified.day))
  FROM notified WHERE day BETWEEN ?1 AND ?2
  AND NOT EXISTS(SELECT 1 FROM cancelled WHERE custody = notified.custody)
)sql";

// The month's counts in SQL: seconds for extracting the rows, and for counting.
std::pair<double, double> count_in_sql(const std::string& file, const Rules& rules) {
  store::Database database = need(store::Database::open(":memory:", {.access = store::Access::create}));
  need(database.execute(
      fmt::format("ATTACH '{}' AS ledger; CREATE TABLE days(day INTEGER PRIMARY KEY, nth INTEGER);"
                  "CREATE TABLE business(nth INTEGER PRIMARY KEY, day INTEGER)",
                  file)
          .c_str()));
  {
    store::Statement day = need(database.prepare("INSERT INTO days VALUES(?, ?)"));
    store::Statement business = need(database.prepare("INSERT INTO business VALUES(?, ?)"));
    const base::Day known = *base::parse_day("2017-03-31");
    std::int64_t nth = 0;
    for (base::Day at = *base::parse_day("2010-01-01"); at < *base::parse_day("2018-01-01"); at = at + 1) {
      if (rules.working_days.is_business_day(at, known))
        need(business.bind(1, ++nth).bind(2, std::int64_t{at.since_epoch}).run());
      need(day.bind(1, std::int64_t{at.since_epoch}).bind(2, nth).run());
    }
  }
  const double extracting = time_of([&] { need(database.execute(extraction)); }).processor;
  store::Statement statement = need(database.prepare(counts));
  std::int64_t started = 0;
  const double counting = median_seconds([&] {
    statement.bind(1, std::int64_t{base::parse_day("2017-02-01")->since_epoch})
        .bind(2, std::int64_t{base::parse_day("2017-02-28")->since_epoch});
    while (need(statement.step()) == store::Statement::Step::row)
      started += statement.integer(0);
    statement.reset();
  });
  PROBITY_ENSURE(started > 0);
  return {extracting, counting};
}

// Settling with evidence, how the record was kept, outcomes of the latest quarter, and every page: all that
// `probity report` does but for reading the ledger and writing files. Seconds, and pages made.
std::pair<double, std::size_t> report_of_month(const timeline::Book& book, const contract::Contract& contract,
                                               const Rules& rules) {
  std::size_t pages = 0;
  const double seconds = median_seconds([&] {
    pages = 0;
    contract::SettleOptions options;
    options.period = newest_month;
    options.keep_evidence = [](const contract::CellKey& key) { return key.period.text == newest_month; };
    const auto settlement =
        need(contract::settle(book, contract, rules.working_days, rules.all.digest(), options));
    const contract::RecordQuality quality = contract::record_quality(book, settlement);
    outcome::ReportRequest request;
    request.cohorts = {{*base::parse_month("2015-07"), 3}};
    request.curves = true;
    const outcome::Report outcomes = need(outcome::report_of(book, request));
    const pages::ReportInput input{settlement, contract, quality, &outcomes,
                                   "",         {},       "",      pages::Audience::parties};
    need(pages::make_report(input, [&](const std::string&, const std::string& page) {
      PROBITY_ENSURE(!page.empty());
      ++pages;
      return base::Result<void>();
    }));
  });
  return {seconds, pages};
}

void measure(const std::string& folder, std::int64_t people) {
  const std::string file = folder + "/settle.ledger";
  write_area(file, people, 1'000);
  const ledger::Ledger ledger = need(ledger::Ledger::open(file));
  const Rules rules;
  const std::string text = need(app::read_file("contracts/crc-2015.toml"));
  const contract::Contract contract = need(contract::Contract::parse(text, "crc-2015.toml"));
  const contract::Contract three = three_measures(text);

  const std::string of = fmt::format("{} people: ", people);
  const auto say = [&](std::string_view what, const std::string& value) {
    print_figure(of + std::string(what), value);
  };
  say("events", fmt::format("{}", ledger.size()));
  timeline::Book book;
  const double building = time_of([&] { book = need(service::load_book(ledger, {})); }).processor;
  say("cold build of the book, a million events",
      fmt::format("{:.2f} s", building / static_cast<double>(book.size) * 1e6));
  const double whole = median_seconds([&] { settled(book, contract, rules, newest_month, false); });
  say("settle a month at the newest N, book held", milliseconds(whole));
  const double at_old = time_of([&] {
                          const auto old = need(service::load_book(ledger, {{}, base::parse_day(old_day)}));
                          settled(old, contract, rules, old_month, false);
                        }).processor;
  say("settle a month at an old N, book built for it", milliseconds(at_old));

  std::vector<double> whys;
  for (const contract::Line& line : settled(book, contract, rules, newest_month, false).statement.lines)
    whys.push_back(
        time_of([&] {
          need(contract::why(settled(book, contract, rules, newest_month, true), contract, line.id));
        }).processor);
  say(fmt::format("why, p95 of its {} lines, book held", whys.size()), milliseconds(quantile(whys, 0.95)));

  const auto [reporting, pages] = report_of_month(book, contract, rules);
  say(fmt::format("a month's report, {} pages made, book held", pages), milliseconds(reporting));

  const double ours = median_seconds([&] { settled(book, three, rules, newest_month, false); });
  const auto [extracting, counting] = count_in_sql(file, rules);
  say("three measures settled, every month so far", milliseconds(ours));
  say("the same three, one month, SQL over extracted rows", milliseconds(counting));
  say("SQL's extraction of those rows", milliseconds(extracting));
  say("settled ÷ SQL, rows at hand", fmt::format("{:.1f}", ours / counting));
  say("book and settling ÷ extraction and SQL",
      fmt::format("{:.2f}", (building + ours) / (extracting + counting)));
  remove_ledger(file);
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  using namespace probity::bench;
  const Arguments arguments = arguments_of(count, values);
  print_heading("Settling (processor time of one thread)");
  measure(arguments.folder, 2'000);
  if (arguments.full) measure(arguments.folder, 20'000);
  if (arguments.people > 0) measure(arguments.folder, arguments.people);
}
