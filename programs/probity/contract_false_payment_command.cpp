#include <fmt/format.h>

#include "app/files.h"
#include "command.h"
#include "contract/false_payment.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::Rational;
using contract::FalsePaymentQuestion;
using contract::FalsePaymentRow;
using contract::FalsePaymentTable;

template <class Number>
base::Result<std::vector<Number>> whole_numbers(const std::string& list, std::string_view option,
                                                std::int64_t least, std::int64_t most) {
  std::vector<Number> out;
  for (std::size_t from = 0; from <= list.size();) {
    const std::size_t comma = std::min(list.find(',', from), list.size());
    const std::string one = list.substr(from, comma - from);
    from = comma + 1;
    if (one.empty() || one.size() > 7 || one.find_first_not_of("0123456789") != std::string::npos ||
        std::stoll(one) < least || std::stoll(one) > most)
      return base::fail(base::ErrorCode::invalid_input,
                        "\"" + one + "\" is not a whole number from " + std::to_string(least) + " to " +
                            std::to_string(most),
                        "--" + std::string(option), "write a list like 500,1286,5143");
    out.push_back(static_cast<Number>(std::stoll(one)));
  }
  return out;
}

base::Result<std::optional<Rational>> decimal(const Arguments& arguments, std::string_view option) {
  const auto written = arguments.optional_text(option);
  if (!written) return std::optional<Rational>{};
  const auto parsed = Rational::parse_decimal(*written);
  if (!parsed || *parsed > 10'000 || *parsed < -100 || parsed->denominator() > 10'000)
    return base::fail(base::ErrorCode::invalid_input, "\"" + *written + "\" is not a plain decimal number",
                      "--" + std::string(option), "write it like 47.5 or -0.5, with at most four decimals");
  return std::optional<Rational>(*parsed);
}

base::Result<FalsePaymentQuestion> question_of(const Arguments& arguments) {
  FalsePaymentQuestion out;
  PROBITY_ASSIGN(out.people, whole_numbers<std::int64_t>(arguments.text("people"), "people", 1, 100'000));
  PROBITY_ASSIGN(out.ages, whole_numbers<int>(arguments.text("ages"), "ages", 0, 50));
  PROBITY_ASSIGN(const auto bodies, whole_numbers<int>(arguments.text("bodies"), "bodies", 1, 1000));
  out.bodies = bodies.front();
  PROBITY_ASSIGN(const auto points, decimal(arguments, "trend"));
  PROBITY_ASSIGN(const auto percent, decimal(arguments, "frequency-trend"));
  out.points_a_year = *points;
  out.percent_a_year = *percent;
  PROBITY_ASSIGN(out.binary_rate, decimal(arguments, "binary-rate"));
  PROBITY_ASSIGN(out.frequency_rate, decimal(arguments, "frequency-rate"));
  if (const auto people = arguments.optional_text("baseline-people")) {
    PROBITY_ASSIGN(const auto given, whole_numbers<std::int64_t>(*people, "baseline-people", 1, 100'000));
    out.baseline_people = given.front();
  }
  return out;
}

std::string percent(double chance) {
  return fmt::format("{:.2f} %", chance * 100);
}

void print(const FalsePaymentTable& given, Terminal& terminal) {
  const FalsePaymentQuestion& question = given.question;
  terminal.out << terminal.paint(given.clause + ": " + given.title, Tone::strong) << "\n"
               << "If the provider does nothing: its people do what people everywhere do, " +
                      given.binary_rate.decimal(2) + " reoffenders of a hundred";
  if (given.frequency_rate > 100)
    terminal.out << " and " << given.frequency_rate.decimal(2) << " reoffences of a hundred reoffenders";
  terminal.out << " in the baseline, and " << question.points_a_year.decimal(2) << " points";
  if (given.frequency_rate > 100)
    terminal.out << " and " << question.percent_a_year.decimal(2) << " % reoffences each";
  terminal.out << " a year since.\n";
  if (question.baseline_people)
    terminal.out << "The baseline was found on " << *question.baseline_people << " people.\n";
  if (!given.hurdle.empty()) terminal.out << "It pays only where " << given.hurdle << " finds a reduction.\n";
  terminal.out << "\n";
  const std::string of = "Of " + std::to_string(question.bodies) + " bodies paid";
  constexpr auto right = Table::Align::right;
  std::vector<Table::Column> columns = {{"People", right}, {"Years since the baseline", right},
                                        {"Pays", right},   {"Finds an increase", right},
                                        {of, right},       {"All paid", right}};
  const std::string together = std::to_string(given.pooled_cohorts) + " cohorts together pay";
  if (given.pooled_cohorts > 0) columns.push_back({together, right});
  Table table(columns);
  for (const FalsePaymentRow& row : given.rows) {
    std::vector<std::string> cells = {std::to_string(row.people),
                                      row.age == 0 ? std::string("no trend") : std::to_string(row.age),
                                      percent(row.pays),
                                      percent(row.takes),
                                      fmt::format("{:.1f}", row.pays * question.bodies),
                                      percent(row.all_bodies)};
    if (given.pooled_cohorts > 0) cells.push_back(row.pooled ? percent(*row.pooled) : "not computed");
    table.add(std::move(cells));
  }
  table.print(terminal);
  terminal.out << "\n\"Pays\" is that it finds a reduction: a price is paid, a stake is kept. Exact sums of "
                  "binomial chances over every count, each judged as the clause judges it. "
                  "Method: docs/methods/false-payment.md.\n\n";
}

base::Result<ExitStatus> run_contract_false_payment(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const contract::Contract contract, app::load_contract(arguments.text("contract")));
  PROBITY_ASSIGN(const FalsePaymentQuestion question, question_of(arguments));
  std::vector<std::string> clauses;
  if (const auto asked = arguments.optional_text("clause"))
    clauses.push_back(*asked);
  else
    for (const contract::OutcomeClause& clause : contract.terms().outcomes)
      clauses.push_back(clause.id);
  if (clauses.empty())
    return base::fail(base::ErrorCode::not_found, "the contract has no outcome clause", "contract");
  base::json::Array tables;
  for (const std::string& clause : clauses) {
    PROBITY_ASSIGN(const FalsePaymentTable table, false_payments(contract.terms(), clause, question));
    if (terminal.json())
      tables.push_back(contract::false_payment_json(table));
    else
      print(table, terminal);
  }
  if (terminal.json())
    terminal.print(base::json::Value(base::json::Object{{"clauses", base::json::Value(std::move(tables))},
                                                        {"ok", base::json::Value(true)}}));
  return ExitStatus::good;
}

} // namespace

Command contract_false_payment_command() {
  return {
      .name = "contract false-payment",
      .group = Group::account,
      .summary = "Say how often an outcome clause pays although the provider does nothing",
      .details =
          "For each size of a cohort and age of the baseline: the chance that the clause finds a reduction "
          "or an increase when its people only do what people everywhere do, under no trend and under a "
          "trend of the country. The usual trend is that of the years before 2015: two points fewer "
          "reoffenders and 12 % more reoffences each in four years.",
      .options =
          {contract_option,
           {.name = "clause", .value = "ID", .help = "one outcome clause; otherwise all"},
           {.name = "people", .value = "N,…", .help = "sizes of a cohort", .otherwise = "300,1286,5143"},
           {.name = "ages",
            .value = "YEARS,…",
            .help = "years since the baseline; 0: no trend",
            .otherwise = "0,2,4,6,8"},
           {.name = "trend",
            .value = "POINTS",
            .help = "reoffenders a hundred people, a year",
            .otherwise = "-0.5"},
           {.name = "frequency-trend",
            .value = "PERCENT",
            .help = "of the baseline's reoffences a reoffender, a year",
            .otherwise = "3"},
           {.name = "bodies", .value = "N", .help = "bodies under the same clause", .otherwise = "21"},
           {.name = "baseline-people", .value = "N", .help = "how many the baseline was really found on"},
           {.name = "binary-rate",
            .value = "RATE",
            .help = "reoffenders a hundred people, where the clause does not say"},
           {.name = "frequency-rate", .value = "RATE", .help = "reoffences a hundred reoffenders, likewise"},
           json_option},
      .examples = {"contract false-payment --contract contracts/crc-2015.toml",
                   "contract false-payment --contract contracts/crc-2015.toml --clause binary --people "
                   "1286 --baseline-people 1286",
                   "contract false-payment --contract contracts/peterborough-2010.toml --people 1000 "
                   "--binary-rate 58 --frequency-rate 267"},
      .run = run_contract_false_payment};
}

} // namespace probity::program
