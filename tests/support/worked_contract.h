// A small contract of which the tests of pricing write the clauses, and what they ask of the lines.
#pragma once

#include <gtest/gtest.h>

#include "contract/price.h"

namespace probity::contract::worked {

using base::Money;
using base::to_text;

inline constexpr std::string_view head = R"(
schema = 1
id = "worked"
zone = "Europe/London"
authority = "Authority"
provider = "CRC1"
term = { from = "2015-04-01", to = "2018-03-31" }
periods = { unit = "month", year_starts = 4 }
)";

inline Contract contract_of(const std::string& clauses) {
  auto contract = Contract::parse(std::string(head) + clauses, "worked.toml");
  if (!contract) ADD_FAILURE() << contract.error().text();
  return std::move(*contract);
}

inline std::string annual_fee(const std::string& amount, const std::string& more = "") {
  return "\n[[fee]]\nid = \"fee\"\nsource = \"worked example\"\nkind = \"annual\"\namount = \"" + amount +
         "\"\nrounding = \"half_away_from_zero\"\nrestate = \"until_final\"\n" + more;
}

// Without a level, and without words of what it leaves undone.
inline const std::string monitored_days = R"([[monitoring]]
id = "days"
source = "worked example"
unit = "person_day"
amount = "£9.50"
rounding = "half_away_from_zero"
restate = "until_final"
linked = "one_person"
imported = "excluded"
)";

inline base::Day day(std::string_view text) {
  return *base::parse_day(text);
}

inline std::vector<Line> priced(const Contract& contract, const Cells& cells, std::string_view last,
                                const std::vector<Decision>& decisions = {}) {
  return price(cells, contract, decisions, day("2030-01-01"), *contract.terms().period(last));
}

inline std::string amount(const std::vector<Line>& lines, std::string_view id) {
  for (const Line& line : lines)
    if (line.id == id) return to_text(line.amount);
  return "no line";
}

inline const Line& line(const std::vector<Line>& lines, std::string_view id) {
  for (const Line& candidate : lines)
    if (candidate.id == id) return candidate;
  static const Line none;
  ADD_FAILURE() << "no line " << id;
  return none;
}

inline Money sum(const std::vector<Line>& lines) {
  Money out;
  for (const Line& each : lines)
    out += each.amount;
  return out;
}

} // namespace probity::contract::worked
