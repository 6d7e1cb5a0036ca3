#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/files.h"
#include "base/logexp.h"
#include "outcome/report.h"
#include "outcome/risk_model.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using outcome::Proportion;
using outcome::RiskModel;
using Align = Table::Align;

constexpr int most_folds = 100;
constexpr double normal_95 = 1.96;

std::string percent(const Proportion& proportion) {
  return proportion.of == 0 ? "none" : fmt::format("{:.1f} %", 100 * proportion.value());
}

tl::unexpected<base::Error> wrong(const std::string& value, std::string_view option, std::string hint) {
  return base::fail(base::ErrorCode::invalid_input, "\"" + value + "\" is not understood",
                    "--" + std::string(option), std::move(hint));
}

// "0.5", "0.25": strictly between 0 and 1, at most four decimals.
base::Result<double> threshold_of(const std::string& text) {
  const std::string hint = "write a share between 0 and 1, like 0.5";
  if (text.size() < 3 || text.size() > 6 || !text.starts_with("0.") ||
      text.find_first_not_of("0123456789", 2) != std::string::npos)
    return wrong(text, "threshold", hint);
  const double value = std::stod(text);
  if (value == 0) return wrong(text, "threshold", hint);
  return value;
}

base::Result<outcome::RiskModelRequest> request_of(const Arguments& arguments) {
  outcome::RiskModelRequest out;
  if (arguments.has("within")) out.within = static_cast<int>(arguments.integer("within"));
  const std::int64_t folds = arguments.integer("folds");
  if (folds < 2 || folds > most_folds)
    return wrong(std::to_string(folds), "folds", "2 to " + std::to_string(most_folds));
  out.folds = static_cast<int>(folds);
  out.seed = static_cast<std::uint64_t>(arguments.integer("seed"));
  PROBITY_ASSIGN(out.threshold, threshold_of(arguments.text("threshold")));
  out.use = arguments.all("use");
  out.leave_out =
      arguments.has("leave-out") ? arguments.all("leave-out") : std::vector<std::string>{"Race", "race"};
  out.by = arguments.all("by");
  return out;
}

void print_validity(const RiskModel& model, Terminal& terminal) {
  const auto area = [](const outcome::Discrimination& it) {
    return fmt::format("{:.4f} (95 % interval {:.4f} to {:.4f})", it.area, it.interval.low, it.interval.high);
  };
  terminal.out << "Of people it had not seen (" << model.request.folds << " folds, seed "
               << model.request.seed << "):\n"
               << "  tells apart     AUC " << area(model.discrimination) << "\n"
               << fmt::format("  Brier score     {:.4f}; saying {} of everyone: {:.4f}\n",
                              model.calibration.brier, percent(model.arrested), model.brier_of_rate);
  if (model.calibration.slope && model.calibration.in_the_large)
    terminal.out << fmt::format(
        "  calibration     slope {:.3f} (1 is right), in the large {:+.3f} (0 is right)\n",
        model.calibration.slope->estimate, model.calibration.in_the_large->estimate);
}

void print_calibration(const RiskModel& model, Terminal& terminal) {
  terminal.out << "\nDoes 30 % mean three in ten? By tenth of predicted risk:\n";
  Table table({{"people", Align::right},
               {"predicted", Align::right},
               {"arrested", Align::right},
               {"95 % interval", Align::right}});
  for (const outcome::CalibrationGroup& group : model.calibration.groups)
    table.add({outcome::count_text(group.observed.of), fmt::format("{:.1f} %", 100 * group.mean_predicted),
               percent(group.observed), outcome::percent_text(group.interval)});
  table.print(terminal);
}

void print_groups(const RiskModel& model, Terminal& terminal) {
  if (model.groups.empty()) return;
  terminal.out << fmt::format("\nErrors where a risk of {:.0f} % or more is flagged:\n",
                              100 * model.request.threshold);
  Table table({{""},
               {"people", Align::right},
               {"arrested", Align::right},
               {"flagged", Align::right},
               {"wrongly flagged", Align::right},
               {"missed", Align::right},
               {"flags that were right", Align::right},
               {"AUC", Align::right}});
  for (const outcome::RiskGroup& group : model.groups)
    table.add({group.column + " " + group.level, outcome::count_text(group.errors.outcome.of),
               percent(group.errors.outcome), percent(group.errors.flagged),
               percent(group.errors.false_positive), percent(group.errors.false_negative),
               percent(group.errors.precision),
               group.discrimination ? fmt::format("{:.3f}", group.discrimination->area) : "none"});
  table.print(terminal);
  terminal.out << wrapped(
                      "Wrongly flagged: of those who were not arrested. Missed: of those who were. Where "
                      "groups are arrested at different rates, no score can be equal in all three errors; "
                      "which must be equal is a decision for people.",
                      static_cast<std::size_t>(terminal.width()), 0)
               << "\n";
}

void print_coefficients(const RiskModel& model, Terminal& terminal) {
  terminal.out << "\nMade of " << model.factors.size() << " columns known at release; fitted on all:\n";
  Table table({{"column"}, {"odds ratio", Align::right}, {"95 % interval", Align::right}});
  for (std::size_t i = 1; i < model.model.coefficients.size(); ++i) {
    const double estimate = model.model.coefficients[i];
    const double error = normal_95 * model.model.standard_error(i);
    table.add({model.model.names[i - 1], fmt::format("{:.3f}", base::exp(estimate)),
               fmt::format("{:.3f} to {:.3f}", base::exp(estimate - error), base::exp(estimate + error))});
  }
  table.print(terminal);
}

void print_left_out(const RiskModel& model, Terminal& terminal) {
  const std::size_t width = static_cast<std::size_t>(terminal.width());
  terminal.out << "\n";
  if (!model.known_afterwards.empty()) {
    std::string names;
    for (const outcome::ColumnKnownAfterwards& column : model.known_afterwards)
      names += (names.empty() ? "" : ", ") + column.name;
    terminal.out << wrapped("Refused, since they are known only afterwards: " + names +
                                ". They count what happened until the arrest itself; whoever is arrested "
                                "early has less of it.",
                            width, 0)
                 << "\n";
  }
  std::string left_out;
  for (const std::string& name : model.left_out)
    left_out += (left_out.empty() ? "" : ", ") + name;
  if (!left_out.empty())
    terminal.out << wrapped("Left out on purpose: " + left_out + ". Other columns may stand in for it.",
                            width, 0)
                 << "\n";
  for (const outcome::DroppedColumn& column : model.dropped)
    terminal.out << wrapped("Dropped: " + column.name + " (" + column.reason + ").", width, 0) << "\n";
  if (model.not_followed > 0)
    terminal.out << "Left out: " << model.not_followed << " people who were not followed for so long.\n";
  if (model.without_factors > 0)
    terminal.out << "Left out: " << model.without_factors
                 << " people of whom nothing is stated at release.\n";
}

base::Result<ExitStatus> run_risk_model(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const outcome::RiskModelRequest request, request_of(arguments));
  PROBITY_ASSIGN(const auto ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const timeline::Book book, [&] {
    Progress progress(terminal, "Reading", "events", ledger.size());
    return service::load_book(ledger, known_as(arguments), [&](std::uint64_t read) { progress.at(read); });
  }());
  PROBITY_ASSIGN(const RiskModel model, outcome::risk_model_of(book, request));
  if (arguments.has("csv"))
    PROBITY_TRY(app::write_file(arguments.text("csv"), outcome::risk_model_csv(model)));
  if (terminal.json()) {
    base::json::Value out = outcome::risk_model_json(model);
    out.set("ok", base::json::Value(true));
    terminal.print(out);
    return ExitStatus::good;
  }
  const std::string unit(outcome::name(model.unit));
  terminal.out << terminal.paint("The risk of arrest within " + std::to_string(model.within) + " " + unit +
                                     (model.within == 1 ? "" : "s") +
                                     " of release, from what was known at release",
                                 Tone::strong)
               << "\n"
               << outcome::count_text(model.arrested.of) << " people, "
               << outcome::count_text(model.arrested.count) << " arrested (" << percent(model.arrested)
               << ").\n\n";
  print_validity(model, terminal);
  print_calibration(model, terminal);
  print_groups(model, terminal);
  print_coefficients(model, terminal);
  print_left_out(model, terminal);
  terminal.out << wrapped(
                      "It is made for comparing like with like and for research. It decides about nobody, "
                      "nothing pays by it, and arrest is no proof of an offence.",
                      static_cast<std::size_t>(terminal.width()), 0)
               << "\nLedger " << model.origin << " at size " << model.snapshot.size << ", root "
               << model.snapshot.root.hex() << (model.replayed ? ", replayed" : "") << "\n";
  return ExitStatus::good;
}

} // namespace

Command risk_model_command() {
  return {
      .name = "risk model",
      .group = Group::account,
      .summary = "Fit a model of the risk of arrest on what was known at release, and judge it",
      .details =
          "A logistic regression on the columns that imported sources state of people at release, judged on "
          "people it has not seen: how well it tells them apart, whether its chances mean what they say, and "
          "its errors by group. Columns that are known only afterwards are refused by name, with the reason. "
          "The same ledger size gives the same bytes.",
      .options = {ledger_option,
                  {.name = "within",
                   .value = "PERIODS",
                   .help = "years, or weeks, as the source counts (all that were followed unless given)",
                   .form = Form::count},
                  {.name = "use",
                   .value = "COLUMN",
                   .help = "this column alone, and others given likewise",
                   .times = Times::repeated},
                  {.name = "leave-out",
                   .value = "COLUMN",
                   .help = "not this column (Race unless given; \"none\" leaves nothing out)",
                   .times = Times::repeated},
                  {.name = "by",
                   .value = "COLUMN",
                   .help = "show errors by this column (Gender and Race where they are stated)",
                   .times = Times::repeated},
                  {.name = "threshold", .value = "SHARE", .help = "who is flagged", .otherwise = "0.5"},
                  {.name = "folds",
                   .value = "N",
                   .help = "parts in which people are held back",
                   .otherwise = "10",
                   .form = Form::count},
                  {.name = "seed",
                   .value = "N",
                   .help = "decides who is in which part",
                   .otherwise = "1",
                   .form = Form::count},
                  as_known_option,
                  {.name = "csv", .value = "FILE", .help = "write the coefficients as CSV too"},
                  json_option},
      .examples =
          {"risk model --ledger georgia.ledger",
           "risk model --ledger georgia.ledger --within 1 --leave-out Race --leave-out Residence_PUMA",
           "risk model --ledger georgia.ledger --use Delinquency_Reports   (refused, with the reason)"},
      .run = run_risk_model};
}

} // namespace probity::program
