#include "settlement_options.h"

#include "app/files.h"
#include "rules/register.h"

namespace probity::program {

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
  PROBITY_ASSIGN(auto ledger, ledger::Ledger::open(choice.ledger));
  Progress progress(terminal, "Reading", "events", ledger.size());
  PROBITY_ASSIGN(SettlementInput input,
                 service::load_settlement_input(ledger, std::move(contract), rule_register, choice.known_as,
                                                [&](std::uint64_t read) { progress.at(read); }));
  input.readings = choice.readings;
  input.file = choice.file;
  return input;
}

base::Result<SettlementInput> settlement_input(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const SettlementChoice choice, settlement_choice(arguments));
  return settlement_input(choice, terminal);
}

} // namespace probity::program
