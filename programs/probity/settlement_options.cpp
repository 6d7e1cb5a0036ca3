#include "settlement_options.h"

#include <algorithm>

#include "app/files.h"
#include "rules/register.h"

namespace probity::program {

base::Result<std::map<std::string, std::string>> parse_readings(const std::vector<std::string>& given) {
  std::map<std::string, std::string> out;
  for (const std::string& list : given) {
    std::size_t from = 0;
    while (from <= list.size()) {
      const std::size_t comma = std::min(list.find(',', from), list.size());
      const std::string pair = list.substr(from, comma - from);
      const std::size_t equals = pair.find('=');
      if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
        return base::fail(base::ErrorCode::invalid_input, "\"" + pair + "\" is not MEASURE=NAME", "--reading",
                          "write it like --reading release_recorded=notified,plan_filed=gated");
      out[pair.substr(0, equals)] = pair.substr(equals + 1);
      from = comma + 1;
    }
  }
  return out;
}

service::KnownAs known_as(const Arguments& arguments) {
  service::KnownAs out;
  if (!arguments.has("as-known")) return out;
  if (const auto day = base::parse_day(arguments.text("as-known")))
    out.day = *day;
  else
    out.size = static_cast<std::uint64_t>(arguments.integer("as-known"));
  return out;
}

base::Result<SettlementChoice> settlement_choice(const Arguments& arguments) {
  SettlementChoice out;
  out.ledger = arguments.text("ledger");
  out.contract = arguments.optional_text("contract").value_or("");
  out.known_as = known_as(arguments);
  out.rules = arguments.optional_text("rules");
  PROBITY_ASSIGN(out.readings, parse_readings(arguments.all("reading")));
  return out;
}

base::Result<SettlementInput> settlement_input(const SettlementChoice& choice, Terminal& terminal) {
  PROBITY_ASSIGN(auto contract, app::load_contract(choice.contract));
  std::optional<rules::Register> other;
  if (choice.rules) {
    PROBITY_ASSIGN(other, rules::Register::load(*choice.rules));
  }
  const rules::Register& rule_register = other ? *other : rules::england_wales();
  PROBITY_ASSIGN(auto working_days, rules::WorkingDays::from(rule_register));
  PROBITY_ASSIGN(auto ledger, ledger::Ledger::open(choice.ledger));
  Progress progress(terminal, "Reading", "events", ledger.size());
  PROBITY_ASSIGN(auto book,
                 service::load_book(ledger, choice.known_as, [&](std::uint64_t read) { progress.at(read); }));
  const contract::Terms& terms = contract.terms();
  const contract::Period last = terms.period_of(std::clamp(book.known_on, terms.from, terms.to));
  PROBITY_ASSIGN(auto snapshots,
                 service::load_snapshots(ledger, contract::snapshot_days(contract, last, book.known_on)));
  return SettlementInput{std::move(book),
                         std::move(contract),
                         std::move(working_days),
                         rule_register.digest(),
                         choice.readings,
                         std::move(snapshots),
                         choice.file};
}

base::Result<SettlementInput> settlement_input(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const SettlementChoice choice, settlement_choice(arguments));
  return settlement_input(choice, terminal);
}

base::Result<contract::Settlement>
settle(const SettlementInput& input, const std::string& period,
       const std::function<bool(const contract::CellKey&)>& keep_evidence) {
  contract::SettleOptions options;
  options.period = period;
  options.file = input.file;
  options.readings = input.readings;
  options.keep_evidence = keep_evidence;
  for (const auto& [day, book] : input.snapshots)
    options.snapshots[day] = &book;
  return contract::settle(input.book, input.contract, input.working_days, input.rules_hash, options);
}

} // namespace probity::program
