#include "service/settlement_input.h"

#include <algorithm>

namespace probity::service {

using base::json::Value;

base::Result<std::map<std::string, std::string>> parse_readings(const std::vector<std::string>& given) {
  std::map<std::string, std::string> out;
  for (const std::string& list : given) {
    std::size_t from = 0;
    while (from <= list.size()) {
      const std::size_t comma = std::min(list.find(',', from), list.size());
      const std::string pair = list.substr(from, comma - from);
      const std::size_t equals = pair.find('=');
      if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
        return base::fail(base::ErrorCode::invalid_input, "\"" + pair + "\" is not CLAUSE=NAME", "--reading",
                          "write it like --reading release_recorded=notified,plan_filed=gated");
      out[pair.substr(0, equals)] = pair.substr(equals + 1);
      from = comma + 1;
    }
  }
  return out;
}

base::Result<SettlementInput> load_settlement_input(const ledger::Ledger& ledger, contract::Contract contract,
                                                    const rules::Register& rule_register,
                                                    const KnownAs& known_as,
                                                    const std::function<void(std::uint64_t)>& progress) {
  PROBITY_ASSIGN(auto working_days, rules::WorkingDays::from(rule_register));
  PROBITY_ASSIGN(auto book, load_book(ledger, known_as, progress));
  const contract::Terms& terms = contract.terms();
  const contract::Period last = terms.period_of(std::clamp(book.known_on, terms.from, terms.to));
  PROBITY_ASSIGN(auto snapshots,
                 load_snapshots(ledger, contract::snapshot_days(contract, last, book.known_on)));
  return SettlementInput{
      std::move(book),      std::move(contract),          std::move(working_days), rule_register.digest(), {},
      std::move(snapshots), contract::FileAsked::in_force};
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

Value to_json(const contract::Why& why) {
  base::json::Array evidence;
  for (const contract::Evidence& one : why.evidence)
    evidence.push_back(to_json(one));
  base::json::Array decided;
  for (const std::uint64_t event : why.line.events)
    decided.emplace_back(static_cast<std::int64_t>(event));
  base::json::Array parents;
  for (const std::string& parent : why.line.parents)
    parents.emplace_back(parent);
  Value out;
  out.set("line_id", Value(why.line.id));
  out.set("pence", Value(why.line.amount.pence));
  out.set("exact_pence", Value(why.line.exact.text()));
  out.set("quantity", Value(why.line.quantity.text()));
  out.set("rate", Value(why.line.rate));
  out.set("reason", Value(why.line.reason));
  out.set("note", Value(why.line.note));
  out.set("source", Value(why.clause_source));
  out.set("parents", Value(std::move(parents)));
  out.set("events", Value(std::move(decided)));
  out.set("evidence", Value(std::move(evidence)));
  return out;
}

Value to_json(const contract::Evidence& evidence) {
  base::json::Array events;
  for (const std::uint64_t index : evidence.events)
    events.emplace_back(static_cast<std::int64_t>(index));
  Value out;
  out.set("case", Value(evidence.person.hex()));
  out.set("state", Value(duty::to_text(evidence.state)));
  out.set("reason", Value(evidence.reason));
  out.set("due", Value(base::to_text(evidence.due)));
  out.set("count", Value(evidence.count));
  out.set("provider", Value(evidence.key.provider));
  out.set("dimension", Value(evidence.key.dimension));
  out.set("events", Value(std::move(events)));
  out.set("sentence", Value(evidence.sentence));
  return out;
}

} // namespace probity::service
