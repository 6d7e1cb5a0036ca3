#include "casework/parole/over_tariff.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Object;
using base::json::Value;

std::string review_text(const casework::OverTariff& one) {
  if (one.hearing)
    return "hearing " + base::to_text(*one.hearing) +
           (one.deferred > 0 ? ", put off " + std::to_string(one.deferred) + "×" : "");
  if (one.next_review_by) return "by " + base::to_text(*one.next_review_by);
  return "none listed";
}

Value entry_json(const casework::OverTariff& one) {
  Value out(Object{{"case", Value(one.person.hex())},
                   {"days_over", Value(std::int64_t{one.days_over})},
                   {"deferred", Value(std::int64_t{one.deferred})},
                   {"expired", Value(base::to_text(one.expired))},
                   {"recalled", Value(one.recalled)},
                   {"sentence", Value(one.sentence.text())}});
  if (!one.provider.empty()) out.set("provider", Value(one.provider.text()));
  if (one.hearing) out.set("hearing", Value(base::to_text(*one.hearing)));
  if (one.next_review_by) out.set("next_review_by", Value(base::to_text(*one.next_review_by)));
  return out;
}

base::Result<ExitStatus> run_indeterminate(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  service::KnownAs known;
  if (arguments.has("on")) known.day = arguments.day("on");
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known));
  const base::Day on = known.day.value_or(book.known_on);
  const casework::OverTariffList list = casework::over_tariff(book, ledger.zone(), on);
  if (terminal.json()) {
    base::json::Array people;
    for (const casework::OverTariff& one : list.people)
      people.push_back(entry_json(one));
    terminal.print(Value(Object{{"days", Value(list.days)},
                                {"held", Value(std::int64_t{list.held})},
                                {"never_released", Value(std::int64_t{list.never_released})},
                                {"ok", Value(true)},
                                {"on", Value(base::to_text(on))},
                                {"people", Value(std::move(people))},
                                {"size", Value(static_cast<std::int64_t>(book.size))}}));
    return ExitStatus::good;
  }
  terminal.out << terminal.paint("Held past their tariff on " + base::to_text(on), Tone::strong)
               << ", as known at size " << book.size << "\n";
  if (list.people.empty()) {
    terminal.out << "Nobody, of " << list.held << " held under an indeterminate sentence.\n";
    return ExitStatus::good;
  }
  Table table(
      {{"days over", Table::Align::right}, {"tariff ended"}, {"case"}, {"sentence"}, {""}, {"next review"}});
  for (const casework::OverTariff& one : list.people)
    table.add({std::to_string(one.days_over), base::to_text(one.expired), one.person.hex().substr(0, 8),
               std::string(one.sentence.text()), one.recalled ? "recalled" : "", review_text(one)});
  table.print(terminal);
  terminal.out << "\n"
               << list.people.size() << " of " << list.held
               << " held under an indeterminate sentence; never released: " << list.never_released << ", "
               << list.days << " days over together.\n";
  return ExitStatus::good;
}

} // namespace

Command indeterminate_command() {
  return {.name = "indeterminate",
          .group = Group::record,
          .summary = "List who is held past the tariff of an indeterminate sentence",
          .details =
              "People under a life sentence or one for public protection who are in custody after their "
              "tariff ended: how many days, and when the next review is. Those who were released and "
              "recalled are marked; their days are not added up.",
          .options = {ledger_option,
                      {.name = "on",
                       .value = "DAY",
                       .help = "the list of that day, by what was known then (default: the last day known)",
                       .form = Form::day},
                      json_option},
          .examples = {"indeterminate --ledger area.ledger",
                       "indeterminate --ledger area.ledger --on 2016-03-31"},
          .run = run_indeterminate};
}

} // namespace probity::program
