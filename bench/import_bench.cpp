// Importing outside rows against a bare scan of the same CSV file: the least that any reading of it does. The
// rows are invented, in the form of Georgia's: 54 columns, five or six events each.
#include <fmt/format.h>
#include <fstream>

#include "app/row_import.h"
#include "intake/csv.h"
#include "intake/georgia.h"
#include "intake/georgia_columns.h"
#include "intake/gz.h"
#include "measuring.h"
#include "record/vocabulary.h"

namespace probity::bench {
namespace {

using intake::georgia_data::Column;
using intake::georgia_data::Kind;

constexpr int rounds = 5;

std::string cell(const Column& column, std::int64_t row, std::size_t at) {
  const auto pick = static_cast<std::size_t>(row * 7 + static_cast<std::int64_t>(at) * 13 + row / 11);
  switch (column.kind) {
  case Kind::person:
    return std::to_string(row + 1);
  case Kind::level: {
    std::vector<std::string> levels;
    std::string level;
    for (const char byte : column.levels.substr(1)) {
      if (byte == '|')
        levels.push_back(std::exchange(level, {}));
      else
        level += byte;
    }
    return levels[pick % levels.size()];
  }
  case Kind::count: {
    const std::size_t number = pick % (static_cast<std::size_t>(column.top) + 1);
    return std::to_string(number) + (number == static_cast<std::size_t>(column.top) ? " or more" : "");
  }
  case Kind::score:
    return std::to_string(1 + pick % static_cast<std::size_t>(column.top));
  case Kind::truth:
    return pick % 3 == 0 ? "true" : "false";
  case Kind::decimal:
    return fmt::format("0.{:09}", pick * 7'919 % 1'000'000'000);
  case Kind::outcome: // arrested in year 1, or in none
    return row % 2 == 0 &&
                   (column.name == "Recidivism_Within_3years" || column.name == "Recidivism_Arrest_Year1")
               ? "true"
               : "false";
  case Kind::division:
    return "1";
  }
  return {};
}

void write_rows(const std::string& file, std::int64_t rows) {
  std::ofstream out(file, std::ios::binary);
  std::string line;
  for (const Column& column : intake::georgia_data::columns)
    line += (line.empty() ? "" : ",") + std::string(column.name);
  out << line << "\n";
  for (std::int64_t row = 0; row < rows; ++row) {
    line.clear();
    for (std::size_t at = 0; at < intake::georgia_data::columns.size(); ++at)
      line += (at == 0 ? "" : ",") + cell(intake::georgia_data::columns[at], row, at);
    out << line << "\n";
  }
}

std::uint64_t scan(const std::string& file) {
  auto source = need(intake::FileSource::open(file));
  intake::CsvReader reader(source);
  std::uint64_t fields = 0;
  while (const auto record = need(reader.next()))
    fields += record->fields.size();
  return fields;
}

void measure(const std::string& folder, std::int64_t rows) {
  const std::string file = folder + "/rows.csv";
  write_rows(file, rows);
  std::vector<double> scanning;
  std::vector<double> checking;
  std::vector<double> importing;
  std::vector<double> events;
  std::vector<double> ratio;
  const auto count = static_cast<double>(rows);
  for (int round = 0; round < rounds; ++round) {
    const Spent bare = time_of([&] { PROBITY_ENSURE(scan(file) > 0); });
    app::RowSurvey survey;
    const Spent check = time_of([&] { survey = need(app::survey_rows(intake::georgia(), file)); });
    PROBITY_ENSURE(survey.refused.empty());
    const base::Instant at =
        need(base::Zone::named(intake::georgia().zone)).start_of(survey.known_from.value());
    ledger::OpenOptions open;
    open.mode = ledger::OpenOptions::Mode::write;
    open.validate = record::validate;
    auto log = need(ledger::Ledger::create(folder + "/import" + std::to_string(round) + ".ledger",
                                           app::import_ledger(intake::georgia(), at), std::move(open)));
    app::RowImport made;
    const Spent import =
        time_of([&] { made = need(app::import_rows(intake::georgia(), log, file, survey, at)); });
    scanning.push_back(count / bare.wall);
    checking.push_back(count / check.wall);
    importing.push_back(count / (check.wall + import.wall));
    events.push_back(static_cast<double>(made.events_added) / import.wall);
    ratio.push_back((check.wall + import.wall) / bare.wall);
  }
  const auto print = [](std::string_view what, const std::vector<double>& values) {
    print_figure(what, fmt::format("{:.0f}", quantile(values, 0.5)));
  };
  print_figure("rows of 54 columns", fmt::format("{}", rows));
  print("rows a second, bare scan of the CSV", scanning);
  print("rows a second, checked and nothing written", checking);
  print("rows a second, imported (checked, then written)", importing);
  print("events a second while writing", events);
  print_figure("import ÷ bare scan, wall", fmt::format("{:.1f}", quantile(ratio, 0.5)));
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  const probity::bench::Arguments arguments = probity::bench::arguments_of(count, values);
  probity::bench::print_heading("Import");
  probity::bench::measure(arguments.folder, arguments.full ? 100'000 : 10'000);
  return 0;
}
