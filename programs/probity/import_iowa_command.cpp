#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "app/clock.h"
#include "app/files.h"
#include "app/iowa_import.h"
#include "command.h"
#include "record/vocabulary.h"

namespace probity::program {
namespace {

using base::json::Value;

constexpr std::size_t most_refusals_shown = 20;

std::string percent(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? ""
                    : fmt::format("{:.2f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

// 26020 as "26,020".
std::string grouped(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3)
    out.insert(at - 3, ",");
  return out;
}

ledger::OpenOptions writing() {
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  open.now = app::now;
  return open;
}

base::Result<std::optional<base::Instant>> given_instant(const Arguments& arguments) {
  if (!arguments.has("recorded")) return std::optional<base::Instant>{};
  const auto instant = base::parse_instant(arguments.text("recorded"));
  if (!instant)
    return base::fail(base::ErrorCode::invalid_input, "that is no instant", "--recorded",
                      "write it like 2018-07-01T05:00:00.000000Z");
  return instant;
}

// The first instant at which all that the rows say could be known, in the zone of the log.
base::Instant earliest(const app::IowaSurvey& survey, const base::Zone& zone) {
  return survey.known_from ? zone.start_of(*survey.known_from) : base::Instant{};
}

struct Target {
  ledger::Ledger ledger;
  base::Instant at;
};

base::Result<Target> open_target(const std::string& file, const app::IowaSurvey& survey,
                                 const std::optional<base::Instant>& given) {
  if (!std::filesystem::exists(file)) {
    PROBITY_ASSIGN(const base::Zone zone, base::Zone::named(app::iowa_zone));
    const base::Instant first = earliest(survey, zone);
    const base::Instant at = given.value_or(first);
    if (at < first)
      return base::fail(base::ErrorCode::refused,
                        "the rows tell of what could not be known before " + base::to_text(first),
                        "--recorded", "give that instant or a later one");
    PROBITY_ASSIGN(auto made, ledger::Ledger::create(file, app::iowa_ledger(at), writing()));
    return Target{std::move(made), at};
  }
  PROBITY_ASSIGN(auto opened, ledger::Ledger::open(file, writing()));
  if (opened.constants().clock == ledger::Clock::live) {
    if (given)
      return base::fail(base::ErrorCode::set_by_server, "this log is live: it stamps the time itself",
                        "--recorded", "leave the option out");
    return Target{std::move(opened), app::now()};
  }
  const base::Instant at = given.value_or(std::max(earliest(survey, opened.zone()), opened.last_recorded()));
  return Target{std::move(opened), at};
}

Value number(std::uint64_t count) {
  return Value(static_cast<std::int64_t>(count));
}

Value report_of(const app::IowaImport& import, const ledger::Ledger& ledger) {
  const app::IowaSurvey& survey = import.survey;
  base::json::Array refused;
  for (const app::RefusedRow& row : survey.refused)
    refused.emplace_back(base::json::Object{
        {"line", number(row.line)}, {"reason", Value(row.reason)}, {"row", number(row.row)}});
  base::json::Array years;
  for (const auto& [year, counts] : survey.years)
    years.emplace_back(base::json::Object{{"new_offence", Value(counts.new_offence)},
                                          {"releases", Value(counts.releases)},
                                          {"returns", Value(counts.returns)},
                                          {"technical", Value(counts.technical)},
                                          {"year", Value(std::int64_t{year})}});
  Value warnings;
  for (const auto& [kind, count] : survey.warnings)
    warnings.set(kind, number(count));
  Value out;
  out.set("data_set", Value(intake::iowa_data_set));
  out.set("events_added", number(import.events_added));
  out.set("exact_copies", number(survey.exact_copies));
  out.set("file", Value(survey.file.hex()));
  out.set("ok", Value(survey.refused.empty()));
  out.set("refused", Value(std::move(refused)));
  out.set("root", Value(ledger.root().hex()));
  out.set("rows_already_there", number(import.rows_already_there));
  out.set("rows_kept", number(survey.rows_kept));
  out.set("rows_read", number(survey.rows_read));
  out.set("rows_refused", number(survey.refused.size()));
  out.set("size", number(ledger.size()));
  out.set("warnings", std::move(warnings));
  out.set("years", Value(std::move(years)));
  return out;
}

void print_years(const app::IowaSurvey& survey, Terminal& terminal) {
  using Align = Table::Align;
  Table table({{"Fiscal year of release"},
               {"Releases", Align::right},
               {"Returned in 3 years", Align::right},
               {"", Align::right},
               {"new offence", Align::right},
               {"technical", Align::right}});
  const auto add = [&](const std::string& name, const app::IowaYear& year) {
    const auto text = [](std::int64_t count) { return grouped(static_cast<std::uint64_t>(count)); };
    table.add({name, text(year.releases), text(year.returns), percent(year.returns, year.releases),
               text(year.new_offence), text(year.technical)});
  };
  app::IowaYear all;
  for (const auto& [year, counts] : survey.years) {
    add(std::to_string(year), counts);
    all.releases += counts.releases;
    all.returns += counts.returns;
    all.new_offence += counts.new_offence;
    all.technical += counts.technical;
  }
  table.add_rule();
  add("all", all);
  table.print(terminal);
}

void print_report(const app::IowaImport& import, const ledger::Ledger& ledger, Terminal& terminal) {
  const app::IowaSurvey& survey = import.survey;
  terminal.out << "Rows read: " << grouped(survey.rows_read) << ", kept: " << grouped(survey.rows_kept)
               << ", refused: " << grouped(survey.refused.size()) << ".\n";
  terminal.out << "Events added: " << grouped(import.events_added)
               << "; rows that were in the ledger already: " << grouped(import.rows_already_there) << ".\n";
  if (import.file_already_there) terminal.out << "This very file was imported before.\n";
  if (survey.exact_copies > 0)
    terminal.out << grouped(survey.exact_copies)
                 << " rows are exact copies of an earlier one; each counts as a release of its own.\n";
  if (!survey.warnings.empty()) {
    terminal.out << "\nPut up with:\n";
    Table table({{"Kind"}, {"Times", Table::Align::right}});
    for (const auto& [kind, count] : survey.warnings)
      table.add({kind, grouped(count)});
    table.print(terminal);
  }
  if (!survey.years.empty()) {
    terminal.out << "\n";
    print_years(survey, terminal);
  }
  if (!survey.refused.empty()) {
    terminal.out << "\nRefused:\n";
    Table table({{"Row", Table::Align::right}, {"Line", Table::Align::right}, {"Reason"}});
    for (std::size_t i = 0; i < std::min(survey.refused.size(), most_refusals_shown); ++i)
      table.add({std::to_string(survey.refused[i].row), std::to_string(survey.refused[i].line),
                 survey.refused[i].reason});
    table.print(terminal);
    if (survey.refused.size() > most_refusals_shown)
      terminal.out << "… and " << grouped(survey.refused.size() - most_refusals_shown)
                   << " more (--report FILE lists them all).\n";
  }
  terminal.out << "\nLedger: " << grouped(ledger.size()) << " events, root " << ledger.root().hex() << "\n";
}

base::Result<ExitStatus> run(const Arguments& arguments, Terminal& terminal) {
  const std::string& file = arguments.text("file");
  PROBITY_ASSIGN(const auto given, given_instant(arguments));
  const auto survey = [&] {
    Progress progress(terminal, "Checking", "rows");
    return app::survey_iowa(file, [&](std::uint64_t rows) { progress.at(rows); });
  }();
  if (!survey) return tl::unexpected(survey.error());
  PROBITY_ASSIGN(Target target, open_target(arguments.text("ledger"), *survey, given));
  const auto import = [&] {
    Progress progress(terminal, "Importing", "rows", survey->rows_read);
    return app::import_iowa(target.ledger, file, *survey, target.at,
                            [&](std::uint64_t rows) { progress.at(rows); });
  }();
  if (!import) return tl::unexpected(import.error());
  const Value report = report_of(*import, target.ledger);
  if (arguments.has("report"))
    PROBITY_TRY(app::write_file(arguments.text("report"), base::json::write(report) + "\n"));
  if (terminal.json())
    terminal.print(report);
  else
    print_report(*import, target.ledger, terminal);
  return import->survey.refused.empty() ? ExitStatus::good : ExitStatus::finding;
}

} // namespace

Command import_iowa_command() {
  return {
      .name = "import iowa",
      .group = Group::record,
      .summary = "Bring the 26,020 real prison releases of Iowa into a ledger",
      .details =
          "FILE is \"3-Year Recidivism for Offenders Released from Prison in Iowa\" as data.iowa.gov offers "
          "it, plain or gzip. One row is one release. Rows that contradict themselves are refused and named; "
          "all others are stored, and storing them again adds nothing. A ledger that does not exist is made: "
          "a replayed log in the zone America/Chicago, recorded at the first instant at which the whole file "
          "could be known. Exit status 1 when a row was refused.",
      .positionals = {{.name = "file", .help = "the CSV file, plain or gzip"}},
      .options = {{.name = "ledger",
                   .value = "FILE",
                   .help = "the ledger, made when absent",
                   .need = Need::required},
                  {.name = "recorded",
                   .value = "INSTANT",
                   .help = "replayed logs only: when it is recorded (default: when all could be known)"},
                  {.name = "report", .value = "FILE", .help = "write what became of the rows as JSON too"},
                  json_option},
      .examples = {"import iowa recidivism.csv.gz --ledger iowa.ledger",
                   "import iowa recidivism.csv --ledger iowa.ledger --report import.json"},
      .run = run};
}

} // namespace probity::program
