#include "app/export/result_tables.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <optional>

#include "outcome/arrest_report.h"
#include "outcome/report.h"
#include "record/custody.h"
#include "record/offending.h"

namespace probity::app {
namespace {

constexpr std::array return_windows = {12, 24, 36}; // months
constexpr double hundred = 100;

template <class Test> bool any_event(const timeline::Book& book, const Test& test) {
  return std::any_of(book.people.begin(), book.people.end(), [&](const timeline::Case& person) {
    return std::any_of(person.events.begin(), person.events.end(), test);
  });
}

std::string percent(double share) {
  return fmt::format("{:.4f}", hundred * share);
}

std::vector<TableColumn> rate_columns(std::string_view what) {
  const std::string of = std::string(what) + ", of 100 people";
  return {{.name = "rate_percent", .type = CellType::number, .meaning = of, .unit = "percent"},
          {.name = "low_percent",
           .type = CellType::number,
           .meaning = "lower end of Wilson's 95 % interval",
           .unit = "percent"},
          {.name = "high_percent",
           .type = CellType::number,
           .meaning = "upper end of Wilson's 95 % interval",
           .unit = "percent"}};
}

// --- first arrests -----------------------------------------------------------------------------------------

struct Arrests {
  std::string by; // "all", "sex", …
  outcome::ArrestReport report;
};

base::Result<void> give_figure(const Arrests& arrests, const outcome::ArrestFigure& figure,
                               const RowReceiver& receive) {
  std::int64_t so_far = 0;
  for (std::size_t i = 0; i < figure.in_period.size(); ++i) {
    so_far += figure.in_period[i];
    const outcome::Interval interval = outcome::wilson_interval({so_far, figure.people});
    PROBITY_TRY(receive({arrests.by, figure.label, std::string(outcome::name(arrests.report.unit)),
                         static_cast<std::int64_t>(i) + 1, figure.people, figure.in_period[i], so_far,
                         percent(outcome::Proportion{so_far, figure.people}.value()), percent(interval.low),
                         percent(interval.high)}));
  }
  return {};
}

Table arrests_table(std::vector<Arrests> made) {
  Table out;
  out.description = {
      .name = "result_first_arrest",
      .title = "First arrests after release",
      .meaning = "Shares of people followed up who were first arrested by the end of each period after "
                 "release. An arrest is no proof. Method: docs/methods/rearrest.md.",
      .columns = {{.name = "divided_by", .meaning = "fact that people are divided by", .required = true},
                  {.name = "value", .meaning = "its value; all: everyone", .required = true},
                  {.name = "unit", .meaning = "of a period", .required = true, .codes = {"week", "year"}},
                  {.name = "period", .type = CellType::integer, .meaning = "from 1", .required = true},
                  {.name = "people", .type = CellType::integer, .meaning = "followed up", .unit = "people"},
                  {.name = "arrested_in_period",
                   .type = CellType::integer,
                   .meaning = "first arrested in it",
                   .unit = "people"},
                  {.name = "arrested_so_far",
                   .type = CellType::integer,
                   .meaning = "first arrested in it or before",
                   .unit = "people"}},
      .key = {"divided_by", "value", "period"},
      .foreign_keys = {}};
  for (TableColumn& column : rate_columns("arrested so far"))
    out.description.columns.push_back(std::move(column));
  const auto reports = std::make_shared<std::vector<Arrests>>(std::move(made));
  out.rows = [reports](const RowReceiver& receive) -> base::Result<void> {
    for (const Arrests& arrests : *reports) {
      if (arrests.by == "all") {
        PROBITY_TRY(give_figure(arrests, arrests.report.all, receive));
        continue;
      }
      for (const outcome::ArrestFigure& figure : arrests.report.figures)
        PROBITY_TRY(give_figure(arrests, figure, receive));
    }
    return {};
  };
  return out;
}

base::Result<Table> first_arrests_table(const timeline::Book& book) {
  using outcome::ArrestGrouping;
  std::vector<Arrests> made;
  PROBITY_ASSIGN(outcome::ArrestReport all, outcome::arrest_report_of(book, {}));
  made.push_back({"all", std::move(all)});
  for (const ArrestGrouping by :
       {ArrestGrouping::sex, ArrestGrouping::age_band, ArrestGrouping::offence_group, ArrestGrouping::arm}) {
    PROBITY_ASSIGN(outcome::ArrestReport divided, outcome::arrest_report_of(book, {.by = by}));
    const bool says_nothing = divided.figures.size() == 1 && divided.figures.front().label == "not_stated";
    if (!says_nothing) made.push_back({std::string(outcome::name(by)), std::move(divided)});
  }
  return arrests_table(std::move(made));
}

// --- returns to custody ------------------------------------------------------------------------------------

base::Result<outcome::Report> returns_within(const timeline::Book& book, int months) {
  outcome::ReportRequest request;
  request.rule.measure = outcome::Measure::return_to_custody;
  request.rule.index = {outcome::IndexKind::release};
  request.rule.window_months = months;
  request.by = outcome::Grouping::release_year;
  return outcome::report_of(book, request);
}

base::Result<void> give_figure(const outcome::Report& report, const outcome::Figure& figure,
                               const RowReceiver& receive) {
  const outcome::Counts& counts = figure.counts;
  const outcome::Proportion returned{counts.reoffenders.certain, counts.people};
  return receive({std::int64_t{report.rule.window_months}, figure.label, counts.people, returned.count,
                  counts.reoffenders.possible, figure.technical,
                  returned.of == 0 ? Cell{} : Cell{percent(returned.value())}, percent(figure.interval.low),
                  percent(figure.interval.high),
                  std::string(report.status == outcome::Status::final ? "final" : "provisional")});
}

Table returns_table(std::vector<outcome::Report> made) {
  Table out;
  out.description = {
      .name = "result_return_to_custody",
      .title = "Returns to custody after release",
      .meaning = "Releases after which the person came back within the window, by year of release. "
                 "Method: docs/methods/proven-reoffending.md.",
      .columns =
          {{.name = "within_months",
            .type = CellType::integer,
            .meaning = "the window",
            .unit = "months",
            .required = true},
           {.name = "release_year",
            .meaning = "year in which the year of release ends; all: every release",
            .required = true},
           {.name = "releases", .type = CellType::integer, .meaning = "index events", .unit = "releases"},
           {.name = "returned",
            .type = CellType::integer,
            .meaning = "certainly returned",
            .unit = "releases"},
           {.name = "returned_possible",
            .type = CellType::integer,
            .meaning = "perhaps returned, where dates leave it open",
            .unit = "releases"},
           {.name = "technical",
            .type = CellType::integer,
            .meaning = "of them for breaking conditions: counting these punishes supervision",
            .unit = "releases"}},
      .key = {"within_months", "release_year"},
      .foreign_keys = {}};
  for (TableColumn& column : rate_columns("returned"))
    out.description.columns.push_back(std::move(column));
  out.description.columns.push_back({.name = "status",
                                     .meaning = "provisional: someone's window is still open",
                                     .required = true,
                                     .codes = {"final", "provisional"}});
  const auto reports = std::make_shared<std::vector<outcome::Report>>(std::move(made));
  out.rows = [reports](const RowReceiver& receive) -> base::Result<void> {
    for (const outcome::Report& report : *reports) {
      for (const outcome::Figure& figure : report.figures)
        PROBITY_TRY(give_figure(report, figure, receive));
      PROBITY_TRY(give_figure(report, report.all, receive));
    }
    return {};
  };
  return out;
}

// A figure that a rule refuses is left out with its reason; any other error ends the export.
template <class T>
base::Result<std::optional<T>> unless_refused(base::Result<T> made, const std::string& what,
                                              OutcomeTables& out) {
  if (made) return std::optional<T>(std::move(*made));
  if (made.error().code != base::ErrorCode::refused) return tl::unexpected(std::move(made.error()));
  out.left_out.push_back(what + ": " + made.error().message);
  return std::optional<T>();
}

} // namespace

base::Result<OutcomeTables> outcome_tables(const timeline::Book& book) {
  OutcomeTables out;
  if (any_event(book, record::is<record::offending::follow_up_ended>)) {
    PROBITY_ASSIGN(auto arrests, unless_refused(first_arrests_table(book), "first arrests", out));
    if (arrests) out.tables.push_back(std::move(*arrests));
  }
  if (any_event(book, record::is<record::custody::received>)) {
    std::vector<outcome::Report> made;
    for (const int months : return_windows) {
      PROBITY_ASSIGN(auto report,
                     unless_refused(returns_within(book, months),
                                    "returns within " + std::to_string(months) + " months", out));
      if (report) made.push_back(std::move(*report));
    }
    if (!made.empty()) out.tables.push_back(returns_table(std::move(made)));
  }
  return out;
}

Table statement_table(const contract::Statement& statement) {
  Table out;
  out.description = {
      .name = "result_statement_line",
      .title = statement.title + ", " + statement.period.text,
      .meaning = "The lines of the settled period, corrections to earlier ones not among them. Method: "
                 "docs/methods/payment.md.",
      .columns = {{.name = "line", .meaning = "id of the line", .required = true},
                  {.name = "clause", .meaning = "clause of the contract", .required = true},
                  {.name = "title", .meaning = "of the clause"},
                  {.name = "period", .meaning = "period of the line", .required = true},
                  {.name = "provider", .meaning = "accountable body"},
                  {.name = "quantity", .meaning = "how much was counted: an exact decimal or fraction"},
                  {.name = "unit", .meaning = "of the quantity"},
                  {.name = "amount",
                   .type = CellType::integer,
                   .meaning = "paid to the provider; negative: deducted",
                   .unit = "pence",
                   .required = true},
                  {.name = "provisional",
                   .type = CellType::boolean,
                   .meaning = "the period had not ended for the ledger",
                   .required = true},
                  {.name = "reason", .meaning = "of a waiver, a reinvestment or a refusal"},
                  {.name = "note", .meaning = "what must be read with it"}},
      .key = {"line"},
      .foreign_keys = {}};
  out.rows = [&statement](const RowReceiver& receive) -> base::Result<void> {
    const auto text = [](const std::string& value) { return value.empty() ? Cell{} : Cell{value}; };
    for (const contract::Line& line : statement.lines)
      PROBITY_TRY(receive({line.id, line.clause, text(line.title), line.period.text, text(line.provider),
                           line.quantity.text(), text(line.unit), line.amount.pence,
                           std::int64_t{line.provisional}, text(line.reason), text(line.note)}));
    return {};
  };
  return out;
}

} // namespace probity::app
