// Two settlements of one period, line by line: at two ledger sizes, under two contract files, or by two
// readings. Every difference says what differs: the quantity, the rate, the note, and the cases behind it.
#pragma once

#include <string>
#include <vector>

#include "contract/statement.h"

namespace probity::contract {

// A case that stands otherwise behind a line in the one settlement than in the other.
struct CaseChanged {
  base::StreamId person;
  std::string before; // sentence of the evidence; empty: no such case
  std::string after;
  std::vector<std::uint64_t> events; // of both, in order
};

struct LineCompared {
  enum class Kind { same, changed, only_before, only_after } kind = Kind::same;
  enum class Section { line, correction } section = Section::line;
  std::string key; // the line's id without its contract, so that two files can be compared
  std::string title;
  base::Money before;
  base::Money after;
  std::vector<std::string> reasons; // in words, each naming what differs; empty for `same`
  std::vector<CaseChanged> cases;
};
std::string_view to_text(LineCompared::Kind kind);

struct Side {
  std::string label; // as asked: "1200", "contracts/crc-2017.toml", "plan=gated"
  std::string contract;
  std::uint64_t size = 0;
  base::Digest root;
  base::Day known_on;
  base::Digest terms;
  std::map<std::string, std::string> readings;
  base::Money total;
};

struct Comparison {
  Period period;
  Side before;
  Side after;
  std::vector<LineCompared> lines; // in the order of the first, then what only the second has
  [[nodiscard]] base::Money change() const { return after.total - before.total; }
};

// Cases are compared where both settlements kept their evidence.
Comparison compare(const Settlement& before, const Contract& contract_before, std::string before_label,
                   const Settlement& after, const Contract& contract_after, std::string after_label);

base::json::Value comparison_json(const Comparison& comparison);
// One row a line: RFC 4180, CRLF, header first.
std::string comparison_csv(const Comparison& comparison);

} // namespace probity::contract
