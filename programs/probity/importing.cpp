#include "importing.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "app/clock.h"
#include "app/files.h"
#include "app/row_import.h"
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
base::Instant earliest(const app::RowSurvey& survey, const base::Zone& zone) {
  return survey.known_from ? zone.start_of(*survey.known_from) : base::Instant{};
}

struct Target {
  ledger::Ledger ledger;
  base::Instant at;
};

base::Result<Target> open_target(const intake::DataSet& data_set, const std::string& file,
                                 const app::RowSurvey& survey, const std::optional<base::Instant>& given) {
  if (!std::filesystem::exists(file)) {
    if (data_set.keyed)
      return base::fail(base::ErrorCode::not_found, "there is no such ledger", file,
                        "Make it first (probity init): its secret names the records");
    PROBITY_ASSIGN(const base::Zone zone, base::Zone::named(data_set.zone));
    const base::Instant first = earliest(survey, zone);
    const base::Instant at = given.value_or(first);
    if (at < first)
      return base::fail(base::ErrorCode::refused,
                        "the rows tell of what could not be known before " + base::to_text(first),
                        "--recorded", "give that instant or a later one");
    PROBITY_ASSIGN(auto made, ledger::Ledger::create(file, app::import_ledger(data_set, at), writing()));
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

std::int64_t count_of(const app::GroupCount& group, const intake::OutcomeTitle& outcome) {
  const auto found = group.outcomes.find(outcome.name);
  return found == group.outcomes.end() ? 0 : found->second;
}

Value number(std::uint64_t count) {
  return Value(static_cast<std::int64_t>(count));
}

// `ledger`: nullptr when nothing is written.
Value report_of(const intake::DataSet& data_set, const app::RowImport& import, const ledger::Ledger* ledger) {
  const app::RowSurvey& survey = import.survey;
  base::json::Array refused;
  for (const app::RefusedRow& row : survey.refused)
    refused.emplace_back(base::json::Object{
        {"line", number(row.line)}, {"reason", Value(row.reason)}, {"row", number(row.row)}});
  base::json::Array groups;
  for (const auto& [name, counts] : survey.groups) {
    Value group;
    for (const intake::OutcomeTitle& outcome : data_set.outcomes)
      group.set(outcome.name, Value(count_of(counts, outcome)));
    group.set("group", Value(name));
    group.set("rows", Value(counts.rows));
    groups.push_back(std::move(group));
  }
  Value warnings;
  for (const auto& [kind, count] : survey.warnings)
    warnings.set(kind, number(count));
  Value out;
  out.set("data_set", Value(data_set.name));
  out.set("events_added", number(import.events_added));
  out.set("exact_copies", number(survey.exact_copies));
  out.set("file", Value(survey.file.hex()));
  out.set("groups", Value(std::move(groups)));
  out.set("ok", Value(survey.refused.empty()));
  out.set("refused", Value(std::move(refused)));
  if (ledger != nullptr) out.set("root", Value(ledger->root().hex()));
  out.set("rows_already_there", number(import.rows_already_there));
  out.set("rows_kept", number(survey.rows_kept));
  out.set("rows_read", number(survey.rows_read));
  out.set("rows_refused", number(survey.refused.size()));
  if (ledger != nullptr) out.set("size", number(ledger->size()));
  out.set("warnings", std::move(warnings));
  return out;
}

void print_groups(const intake::DataSet& data_set, const app::RowSurvey& survey, Terminal& terminal) {
  using Align = Table::Align;
  std::vector<Table::Column> titles = {{data_set.group_title}, {data_set.row_title, Align::right}};
  for (const intake::OutcomeTitle& outcome : data_set.outcomes) {
    titles.push_back({outcome.title, Align::right});
    if (outcome.with_share) titles.push_back({"", Align::right});
  }
  Table table(std::move(titles));
  const auto text = [](std::int64_t count) { return grouped(static_cast<std::uint64_t>(count)); };
  const auto add = [&](const std::string& name, const app::GroupCount& group) {
    std::vector<std::string> cells = {name, text(group.rows)};
    for (const intake::OutcomeTitle& outcome : data_set.outcomes) {
      cells.push_back(text(count_of(group, outcome)));
      if (outcome.with_share) cells.push_back(percent(count_of(group, outcome), group.rows));
    }
    table.add(std::move(cells));
  };
  app::GroupCount all;
  for (const auto& [name, group] : survey.groups) {
    add(name, group);
    all.rows += group.rows;
    for (const auto& [outcome, count] : group.outcomes)
      all.outcomes[outcome] += count;
  }
  if (survey.groups.size() > 1) {
    table.add_rule();
    add("all", all);
  }
  table.print(terminal);
}

void print_report(const intake::DataSet& data_set, const app::RowImport& import, const ledger::Ledger* ledger,
                  Terminal& terminal) {
  const app::RowSurvey& survey = import.survey;
  terminal.out << "Rows read: " << grouped(survey.rows_read) << ", kept: " << grouped(survey.rows_kept)
               << ", refused: " << grouped(survey.refused.size()) << ".\n";
  if (ledger == nullptr)
    terminal.out << "Nothing was written: this was a dry run.\n";
  else
    terminal.out << "Events added: " << grouped(import.events_added)
                 << "; rows that were in the ledger already: " << grouped(import.rows_already_there) << ".\n";
  if (import.file_already_there) terminal.out << "This very file was imported before.\n";
  if (survey.exact_copies > 0)
    terminal.out << grouped(survey.exact_copies)
                 << " rows are exact copies of an earlier one; each counts by itself.\n";
  if (!survey.warnings.empty()) {
    terminal.out << "\nPut up with:\n";
    Table table({{"Kind"}, {"Times", Table::Align::right}});
    for (const auto& [kind, count] : survey.warnings)
      table.add({kind, grouped(count)});
    table.print(terminal);
  }
  if (!survey.groups.empty()) {
    terminal.out << "\n";
    print_groups(data_set, survey, terminal);
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
  if (ledger != nullptr)
    terminal.out << "\nLedger: " << grouped(ledger->size()) << " events, root " << ledger->root().hex()
                 << "\n";
}

base::Result<ExitStatus> tell(const intake::DataSet& data_set, const app::RowImport& import,
                              const ledger::Ledger* ledger, const Arguments& arguments, Terminal& terminal) {
  const Value report = report_of(data_set, import, ledger);
  if (arguments.has("report"))
    PROBITY_TRY(app::write_file(arguments.text("report"), base::json::write(report) + "\n"));
  if (terminal.json())
    terminal.print(report);
  else
    print_report(data_set, import, ledger, terminal);
  return import.survey.refused.empty() ? ExitStatus::good : ExitStatus::finding;
}

} // namespace

base::Result<ExitStatus> run_import(const intake::DataSet& data_set, const Arguments& arguments,
                                    Terminal& terminal) {
  const std::string& file = arguments.text("file");
  PROBITY_ASSIGN(const auto given, given_instant(arguments));
  const auto survey = [&] {
    Progress progress(terminal, "Checking", "rows");
    return app::survey_rows(data_set, file, [&](std::uint64_t rows) { progress.at(rows); });
  }();
  if (!survey) return tl::unexpected(survey.error());
  if (arguments.has("dry-run")) return tell(data_set, {.survey = *survey}, nullptr, arguments, terminal);
  PROBITY_ASSIGN(Target target, open_target(data_set, arguments.text("ledger"), *survey, given));
  const auto import = [&] {
    Progress progress(terminal, "Importing", "rows", survey->rows_read);
    return app::import_rows(data_set, target.ledger, file, *survey, target.at,
                            [&](std::uint64_t rows) { progress.at(rows); });
  }();
  if (!import) return tl::unexpected(import.error());
  return tell(data_set, *import, &target.ledger, arguments, terminal);
}

std::vector<Positional> import_positionals() {
  return {{.name = "file", .help = "the CSV file, plain or gzip"}};
}

std::vector<Option> import_options() {
  return {{.name = "ledger", .value = "FILE", .help = "the ledger, made when absent", .need = Need::required},
          {.name = "recorded",
           .value = "INSTANT",
           .help = "replayed logs only: when it is recorded (default: when all could be known)"},
          {.name = "dry-run", .help = "read and check the whole file, say what came of it, write nothing"},
          {.name = "report", .value = "FILE", .help = "write what became of the rows as JSON too"},
          json_option};
}

} // namespace probity::program
