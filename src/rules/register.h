// The register of parameters: every number that law, guidance or a schedule fixes, with the days it holds
// for, the day it was made public and where it is written. Nothing else in the program holds such a number.
//
// A register is one or more TOML files:
//
//   schema = 1
//   every.source = "…"            # optional: a field that every row has unless it gives its own
//   [[row]]
//   id = "first_contact.community"
//   value = 5                     # integer, or text where the unit says so; floats are refused
//   unit = "business_day"
//   valid_from = 2015-02-01       # TOML dates
//   valid_to = 2021-06-25         # optional: the last day
//   published_on = 2015-02-01
//   withdrawn_on = 2016-01-01     # optional: the first day on which it no longer counts
//   source = "…"
//   note = "unverified: …"        # optional
//
// `on = DATE` stands for valid_from and valid_to of the same day. Unknown fields and units are refused.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/money.h"
#include "base/result.h"

namespace probity::rules {

struct Row {
  std::string id;
  std::string value; // as written; an integer in decimal
  std::string unit;  // one of `units`
  base::Day valid_from;
  std::optional<base::Day> valid_to; // inclusive
  base::Day published_on;
  std::optional<base::Day> withdrawn_on;
  std::string source;
  std::string note;
  std::string where; // "supervision.toml row 3 (line 25)"

  // The value as a number, an exact decimal or money; an error naming the row when its unit is another.
  [[nodiscard]] base::Result<std::int64_t> integer() const;
  [[nodiscard]] base::Result<base::Rational> decimal() const;
  [[nodiscard]] base::Result<base::Money> money() const;
  // Public, and not withdrawn, by the day.
  [[nodiscard]] bool counts_by(base::Day known) const {
    return published_on <= known && !(withdrawn_on && *withdrawn_on <= known);
  }
};

struct RuleFile {
  std::string_view name; // "supervision.toml"
  std::string_view text;
};

class Register {
 public:
  // All files or none. Errors name file, row and field.
  static base::Result<Register> parse(std::span<const RuleFile> files);
  // Every *.toml of the directory.
  static base::Result<Register> load(const std::string& directory);

  // The row in force on `on`, by what was public on `known`: of the rows that count by then, the one with the
  // newest valid_from not after `on` (of two, the later published). When that one has ended, there is none:
  // an older row does not come back. `not_found` otherwise. The pointer lives as long as the register.
  [[nodiscard]] base::Result<const Row*> value(std::string_view id, base::Day on, base::Day known) const;
  // All rows of an id by valid_from, then published_on; empty when the register has none.
  [[nodiscard]] std::span<const Row> rows(std::string_view id) const;
  // All rows by id, valid_from, published_on.
  [[nodiscard]] std::span<const Row> rows() const { return rows_; }
  // SHA-256 over the names and texts of the files, sorted by name: the rules that a figure was made with.
  [[nodiscard]] const base::Digest& digest() const { return digest_; }

 private:
  std::vector<Row> rows_;
  base::Digest digest_;
};

// Of England and Wales, from rules/england-wales/, built into the program.
const Register& england_wales();

} // namespace probity::rules
