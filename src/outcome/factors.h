// What sources state of people, column by column, and when each column was known: the material of a model
// that forecasts. A column that anyone states of the time under supervision is known afterwards, and no
// forecast may use it: it counts what happened until the very thing that is to be forecast.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "timeline/book.h"

namespace probity::outcome {

enum class Known { at_release, afterwards };

enum class FactorKind {
  number,     // whole numbers; yes and no as 1 and 0
  level,      // categories
  billionths, // of the column's unit
};

struct FactorColumn {
  FactorKind kind = FactorKind::number;
  Known known = Known::at_release;
  std::int64_t stated = 0; // of so many people
};

struct Factor {
  std::int64_t number = 0; // of a level 0
  record::Symbol level;    // of a number empty
  bool at_least = false;   // the number means this or more
};

struct PersonFactors {
  base::StreamId person;
  std::uint64_t event = 0; // risk.factors_recorded that they come from
  std::map<std::string, Factor, std::less<>> values;
};

struct FactorTable {
  std::map<std::string, FactorColumn, std::less<>> columns; // all, whenever known
  std::vector<PersonFactors> people; // known at release only; of several statements the first, by stream
};
FactorTable factor_table(const timeline::Book& book);

} // namespace probity::outcome
