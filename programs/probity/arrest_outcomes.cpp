#include "arrest_outcomes.h"

#include <charconv>
#include <fmt/format.h>

#include "app/files.h"
#include "outcome/arrest_report.h"
#include "pages/outcome/arrests_page.h"

namespace probity::program {
namespace {

using outcome::ArrestFigure;
using outcome::ArrestReport;
using outcome::PeriodUnit;

constexpr std::size_t most_columns_of_periods = 5; // more are shown as a curve

std::string percent(double share) {
  return fmt::format("{:.2f} %", 100 * share);
}
std::string percent(std::int64_t count, std::int64_t of) {
  return of == 0 ? "none" : percent(outcome::Proportion{count, of}.value());
}

tl::unexpected<base::Error> wrong(const std::string& message, std::string_view option, std::string hint) {
  return base::fail(base::ErrorCode::invalid_input, message, "--" + std::string(option), std::move(hint));
}

base::Result<outcome::ArrestRequest> request_of(const Arguments& arguments) {
  outcome::ArrestRequest out;
  for (const std::string_view option : {"cohort", "index", "provider", "baseline", "against", "scores"})
    if (arguments.has(option)) return wrong("the measure arrest has no such option", option, "leave it out");
  if (arguments.text("proof") != "any")
    return wrong("an arrest is no proof of anything", "proof", "leave it out");
  if (arguments.has("public")) out.audience = outcome::Audience::publication;
  if (arguments.has("within")) {
    const std::string& span = arguments.text("within");
    int number = 0;
    const char* const end = span.data() + span.size();
    const auto [at, fault] = std::from_chars(span.data(), end, number);
    if (fault != std::errc{} || at + 1 != end || (*at != 'y' && *at != 'w') || number < 1)
      return wrong("\"" + span + "\" is not understood", "within", "write years or weeks, like 3y or 52w");
    out.within = number;
    out.unit = *at == 'y' ? PeriodUnit::year : PeriodUnit::week;
  }
  if (arguments.has("by")) {
    out.by = outcome::arrest_grouping_named(arguments.text("by"));
    if (!out.by)
      return wrong("\"" + arguments.text("by") + "\" is not understood", "by",
                   "known of arrests are sex, age_band, offence_group and arm");
  }
  return out;
}

void print_table(const ArrestReport& report, Terminal& terminal) {
  using Align = Table::Align;
  const bool few = static_cast<std::size_t>(report.within) <= most_columns_of_periods;
  const std::string unit(outcome::name(report.unit));
  std::vector<std::string> titles;
  if (few && report.within > 1 && !report.periods_withheld)
    for (int period = 1; period <= report.within; ++period)
      titles.push_back(unit + " " + std::to_string(period));
  std::vector<Table::Column> columns = {{report.by ? outcome::name(*report.by) : "", Align::left},
                                        {"people", Align::right}};
  for (const std::string& title : titles) {
    columns.push_back({title, Align::right});
    columns.push_back({"", Align::right});
  }
  columns.insert(columns.end(),
                 {{"arrested", Align::right}, {"share", Align::right}, {"95 % interval", Align::right}});
  Table table(columns);
  const auto add = [&](const ArrestFigure& figure) {
    if (figure.withheld) {
      std::vector<std::string> cells(columns.size(), "withheld");
      cells.front() = outcome::words_for(figure.label);
      table.add(std::move(cells));
      return;
    }
    std::vector<std::string> cells = {outcome::words_for(figure.label), outcome::count_text(figure.people)};
    for (std::size_t i = 0; i < titles.size(); ++i) {
      cells.push_back(outcome::count_text(figure.in_period[i]));
      cells.push_back(percent(figure.in_period[i], figure.people));
    }
    cells.push_back(outcome::count_text(figure.arrested));
    cells.push_back(percent(figure.arrested, figure.people));
    cells.push_back(outcome::percent_text(figure.interval));
    table.add(std::move(cells));
  };
  for (const ArrestFigure& figure : report.figures)
    add(figure);
  if (!report.figures.empty()) table.add_rule();
  add(report.all);
  table.print(terminal);
}

// Free of arrest at four points of the way; --csv has every period.
void print_curves(const ArrestReport& report, Terminal& terminal) {
  if (static_cast<std::size_t>(report.within) <= most_columns_of_periods || report.periods_withheld) return;
  using Align = Table::Align;
  std::vector<std::string> titles = {"free of arrest after " + std::string(outcome::name(report.unit))};
  std::vector<int> points;
  for (int quarter = 1; quarter <= 4; ++quarter) {
    points.push_back(report.within * quarter / 4);
    titles.push_back(std::to_string(points.back()));
  }
  std::vector<Table::Column> columns;
  for (const std::string& title : titles)
    columns.push_back({title, columns.empty() ? Align::left : Align::right});
  Table table(columns);
  const auto add = [&](const ArrestFigure& figure) {
    if (figure.withheld) return;
    std::vector<std::string> cells = {outcome::words_for(figure.label)};
    for (const int point : points) {
      const outcome::SurvivalStep* step = figure.curve.at(point);
      cells.push_back(percent(step == nullptr ? 1 : step->survival));
    }
    table.add(std::move(cells));
  };
  for (const ArrestFigure& figure : report.figures)
    add(figure);
  if (report.figures.empty()) add(report.all);
  terminal.out << "\n";
  table.print(terminal);
}

void print_comparison(const outcome::TrialComparison& comparison, Terminal& terminal) {
  const outcome::Difference& difference = comparison.difference;
  terminal.out << "\n"
               << terminal.paint(comparison.first + " against " + comparison.second, Tone::strong)
               << ", trial " << comparison.trial << "\n"
               << fmt::format("  difference   {:+.2f} points (95 % interval {:+.2f} to {:+.2f})\n",
                              100 * difference.estimate, 100 * difference.interval.low,
                              100 * difference.interval.high)
               << fmt::format("  equal shares z = {:.3f}, p = {:.4f}\n", comparison.z, comparison.p_value)
               << fmt::format("  log-rank     chi-squared = {:.3f} on {}, p = {:.4f}\n",
                              comparison.log_rank.chi_squared, comparison.log_rank.degrees,
                              comparison.log_rank.p_value);
}

} // namespace

base::Result<ExitStatus> run_arrests(const timeline::Book& book, const Arguments& arguments,
                                     Terminal& terminal) {
  PROBITY_ASSIGN(const outcome::ArrestRequest request, request_of(arguments));
  PROBITY_ASSIGN(const ArrestReport report, outcome::arrest_report_of(book, request));
  if (arguments.has("csv"))
    PROBITY_TRY(app::write_file(arguments.text("csv"), outcome::arrest_report_csv(report)));
  if (arguments.has("html")) {
    std::string options = " --measure arrest";
    for (const std::string_view option : {"within", "by"})
      if (arguments.has(option)) options += " --" + std::string(option) + " " + arguments.text(option);
    if (arguments.has("public")) options += " --public";
    PROBITY_TRY(app::write_file(arguments.text("html"),
                                pages::arrests_page(report, {arguments.text("ledger"), std::move(options)})));
  }
  if (terminal.json()) {
    base::json::Value out = outcome::arrest_report_json(report);
    out.set("ok", base::json::Value(true));
    terminal.print(out);
    return ExitStatus::good;
  }
  terminal.out << terminal.paint(report.title, Tone::strong) << "\n\n";
  print_table(report, terminal);
  print_curves(report, terminal);
  if (report.comparison) print_comparison(*report.comparison, terminal);
  terminal.out << "\n";
  for (const std::string& note : report.notes)
    terminal.out << wrapped(note, static_cast<std::size_t>(terminal.width()), 0) << "\n";
  terminal.out << "Ledger " << report.origin << " at size " << report.snapshot.size << ", root "
               << report.snapshot.root.hex() << (report.replayed ? ", replayed" : "") << "\n";
  return ExitStatus::good;
}

} // namespace probity::program
