#include "casework/custody/release_list.h"
#include "rules/register.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Value;
using casework::ItemStatus;

constexpr int two_weeks = 14;

std::string owner_text(const casework::ListedRelease& one) {
  if (!one.practitioner.empty()) return std::string(one.practitioner.text()).substr(0, 8);
  if (!one.duty_team.empty()) return "duty team " + std::string(one.duty_team.text());
  return "nobody";
}

Value item_json(const casework::BoardItem& one) {
  Value out(base::json::Object{{"due", Value(base::to_text(one.due))},
                               {"item", Value(to_text(one.item))},
                               {"status", Value(to_text(one.status))}});
  if (one.event > 0) out.set("event", Value(static_cast<std::int64_t>(one.event)));
  return out;
}

Value entry_json(const casework::ListedRelease& one) {
  base::json::Array items;
  for (const casework::BoardItem& item : one.board.items)
    items.push_back(item_json(item));
  Value out(base::json::Object{{"case", Value(one.person.hex())},
                               {"custody", Value(one.board.stay.hex())},
                               {"items", Value(std::move(items))},
                               {"known_as", Value(to_text(one.board.basis))},
                               {"known_by", Value(static_cast<std::int64_t>(one.board.source.event))},
                               {"licence", Value(one.licence)},
                               {"missing", Value(static_cast<std::int64_t>(one.board.missing().size()))},
                               {"release_day", Value(base::to_text(one.board.day))}});
  if (one.board.stop) out.set("hard_stop", Value(base::to_text(one.board.stop->day)));
  if (!one.provider.empty()) out.set("provider", Value(one.provider.text()));
  if (!one.practitioner.empty()) out.set("practitioner", Value(one.practitioner.text()));
  if (!one.duty_team.empty()) out.set("duty_team", Value(one.duty_team.text()));
  return out;
}

std::string answer_text(const casework::BoardItem& one) {
  return one.event == 0 ? "" : "event " + std::to_string(one.event);
}

void print_release(const casework::ListedRelease& one, Terminal& terminal) {
  terminal.out << "\n"
               << terminal.paint(base::to_text(one.board.day), Tone::strong) << "  "
               << one.person.hex().substr(0, 8) << ", " << owner_text(one) << ", " << to_text(one.board.basis)
               << "; licence " << one.licence;
  if (one.board.stop && one.board.basis == casework::ReleaseBoard::Basis::planned)
    terminal.out << ", hard stop " << base::to_text(one.board.stop->day);
  terminal.out << "\n";
  Table table({{"what"}, {""}, {"by"}, {"answered by"}});
  for (const casework::BoardItem& item : one.board.items)
    if (item.status != ItemStatus::not_needed)
      table.add({std::string(to_text(item.item)), std::string(to_text(item.status)), base::to_text(item.due),
                 answer_text(item)});
  table.print(terminal);
}

base::Result<ExitStatus> run_releases(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  service::KnownAs known;
  if (arguments.has("on")) known.day = arguments.day("on");
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known));
  const base::Day on = known.day.value_or(book.known_on);
  const int within = arguments.has("within") ? static_cast<int>(arguments.integer("within")) : two_weeks;
  std::optional<record::Symbol> provider;
  if (arguments.has("provider")) provider = record::Symbol(arguments.text("provider"));
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), on));
  const auto list = casework::releases(book, ledger.zone(), policy, working_days, on, within, provider);
  if (terminal.json()) {
    base::json::Array entries;
    for (const casework::ListedRelease& one : list)
      entries.push_back(entry_json(one));
    terminal.print(Value(base::json::Object{{"ok", Value(true)},
                                            {"on", Value(base::to_text(on))},
                                            {"releases", Value(std::move(entries))},
                                            {"size", Value(static_cast<std::int64_t>(book.size))},
                                            {"within", Value(std::int64_t{within})}}));
    return ExitStatus::good;
  }
  terminal.out << terminal.paint("Releases around " + base::to_text(on), Tone::strong)
               << ", as known at size " << book.size << "\n";
  if (list.empty()) terminal.out << "None within " << within << " days, and nothing missing of one before.\n";
  for (const casework::ListedRelease& one : list)
    print_release(one, terminal);
  return ExitStatus::good;
}

} // namespace

Command releases_command() {
  return {.name = "releases",
          .group = Group::record,
          .summary = "List releases with what is in place for the day and what is missing",
          .details =
              "Each release from the day on, and each before it of which something is missing: what has to "
              "be in place on the day of release, whether it is, and the event of the ledger that says so. "
              "What is missing stands on the lists of `probity owed` too.",
          .options = {ledger_option,
                      {.name = "on",
                       .value = "DAY",
                       .help = "the list of that day, by what was known then (default: the last day known)",
                       .form = Form::day},
                      {.name = "within",
                       .value = "DAYS",
                       .help = "how many days ahead (default: 14)",
                       .form = Form::count},
                      {.name = "provider", .value = "NAME", .help = "an accountable body"},
                      json_option},
          .examples = {"releases --ledger area.ledger --provider CRC1",
                       "releases --ledger area.ledger --on 2016-03-31 --within 28 --json"},
          .run = run_releases};
}

} // namespace probity::program
