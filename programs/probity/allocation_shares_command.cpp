#include <algorithm>
#include <set>

#include "app/files.h"
#include "casework/allocation/allocation_check.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::Rational;
using base::json::Value;

// The weights of the contract that pays by them.
base::Result<std::map<std::string, Rational>> weights_of(const std::string& file) {
  PROBITY_ASSIGN(const contract::Contract contract, app::load_contract(file));
  for (const contract::Fee& fee : contract.terms().fees)
    if (fee.kind == contract::Fee::Kind::weighted_volume) return fee.weights;
  return base::fail(base::ErrorCode::refused, "the contract pays by no weighted volume", file,
                    "name one that does, or leave --contract out");
}

std::string share_text(const Rational& part, const Rational& whole) {
  if (whole == Rational(0)) return "none";
  return (part * Rational(100) / whole).decimal(1) + " %";
}

template <class Numbers> Rational total_of(const Numbers& numbers) {
  Rational total;
  for (const auto& [body, number] : numbers)
    total = total + Rational(number);
  return total;
}

template <class Numbers> Value json_of(const Numbers& numbers) {
  const Rational total = total_of(numbers);
  base::json::Array out;
  for (const auto& [body, number] : numbers)
    out.emplace_back(base::json::Object{{"body", Value(body)},
                                        {"number", Value(Rational(number).decimal(2))},
                                        {"share", Value(share_text(Rational(number), total))}});
  return Value(std::move(out));
}

template <class Numbers>
void print(std::string_view title, const Numbers& numbers, int decimals, Terminal& terminal) {
  terminal.out << terminal.paint(title, Tone::strong) << "\n";
  if (numbers.empty()) {
    terminal.out << "None.\n\n";
    return;
  }
  const Rational total = total_of(numbers);
  Table table({{"body"}, {"number", Table::Align::right}, {"share", Table::Align::right}});
  for (const auto& [body, number] : numbers)
    table.add({body, Rational(number).decimal(decimals), share_text(Rational(number), total)});
  table.print(terminal);
  terminal.out << "\n";
}

base::Result<ExitStatus> run_allocation_shares(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known_as(arguments)));
  const base::Day to = arguments.has("to") ? arguments.day("to") : book.known_on;
  const base::Day from = arguments.has("from") ? arguments.day("from") : base::add_months(to + 1, -12);
  if (to < from)
    return base::fail(base::ErrorCode::refused, "the last day lies before the first", "--to",
                      "give --from a day that is not later");
  std::map<std::string, Rational> weights;
  if (arguments.has("contract")) {
    PROBITY_ASSIGN(weights, weights_of(arguments.text("contract")));
  }
  const casework::Shares shares = casework::shares_of(book, from, to, weights);
  if (terminal.json()) {
    Value out(base::json::Object{{"from", Value(base::to_text(from))},
                                 {"ok", Value(true)},
                                 {"people", json_of(shares.people)},
                                 {"size", Value(static_cast<std::int64_t>(book.size))},
                                 {"starts", json_of(shares.starts)},
                                 {"to", Value(base::to_text(to))}});
    if (!weights.empty()) {
      out.set("unweighted_starts", Value(shares.unweighted));
      out.set("weighted_volume", json_of(shares.volume));
    }
    terminal.print(out);
    return ExitStatus::good;
  }
  const std::string days = base::to_text(from) + " to " + base::to_text(to);
  print("People held on " + base::to_text(to), shares.people, 0, terminal);
  print("Starts, " + days, shares.starts, 0, terminal);
  if (weights.empty()) {
    terminal.out
        << "Weighted volume: not counted; name the contract that has the weights (--contract FILE)\n";
    return ExitStatus::good;
  }
  print("Weighted volume, " + days, shares.volume, 2, terminal);
  if (shares.unweighted > 0)
    terminal.out << shares.unweighted << " starts are of a type without a weight and in no volume\n";
  return ExitStatus::good;
}

} // namespace

Command allocation_shares_command() {
  return {.name = "allocation shares",
          .group = Group::account,
          .summary = "Say how people, starts and weighted volume are shared among the bodies",
          .details =
              "Three different things under three names: people held on the last day, orders imposed in "
              "the time, and the same orders by the weights of a contract. None stands in for another.",
          .options = {ledger_option,
                      {.name = "from",
                       .value = "DAY",
                       .help = "first day of the starts (default: twelve months to the last)",
                       .form = Form::day},
                      {.name = "to",
                       .value = "DAY",
                       .help = "last day (default: the last day known)",
                       .form = Form::day},
                      {.name = "contract", .value = "FILE", .help = "the contract whose weights are used"},
                      as_known_option,
                      json_option},
          .examples = {"allocation shares --ledger area.ledger --contract contracts/crc-2015.toml"},
          .run = run_allocation_shares};
}

} // namespace probity::program
