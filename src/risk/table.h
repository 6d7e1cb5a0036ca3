// What an instrument is made of: its numbers, its bands and where they are written. Changing any of them
// makes another version: a table is never altered once it has been used, so that an old score can be made
// again.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"

namespace probity::risk {

constexpr int not_stepped = std::numeric_limits<int>::min();

// One number. Three kinds of row:
//   {"sanctions_total", -0.0147…}           multiplied by a quantity
//   {"offence:Theft (non-motor)", 0.6612}   added when the level after the colon holds
//   {"age_male", -0.6251, 18}               added when a whole number is 18 or more and below the next row's
struct Coefficient {
  std::string_view term;
  double value = 0;
  int from = not_stepped;
};

// A band begins at this figure (inclusive); bands ascend.
struct BandFloor {
  std::int64_t from = 0; // in units of the figure's last decimal
  std::string_view band; // "MEDIUM"
};

// What becomes of the terms: their sum, or the least of them, as of steps of which the most urgent counts.
enum class Together { sum, least };

// One version of one model of an instrument.
struct Table {
  std::string_view instrument; // "ogrs3"
  std::string_view model;      // "static", "dynamic", or empty where there is one
  std::string_view version;    // "1"; a number that grows
  base::Day stated_on;         // the day on which the source said so
  std::string_view source;     // where each number can be looked up
  std::vector<Coefficient> coefficients;
  std::vector<BandFloor> bands;
  std::string_view mapping = {}; // "offence codes 1" where offence codes are grouped
  std::optional<base::Digest> mapping_digest = std::nullopt; // of that mapping

  Together together = Together::sum;

  // The number of a term, or of a term's level; nothing when the table has no such row.
  [[nodiscard]] std::optional<double> find(std::string_view term, std::string_view level = {}) const;
  // The row of a stepped term in which a number falls; nothing below the first step.
  [[nodiscard]] const Coefficient* step(std::string_view term, int number) const;
  // The band in which a figure falls; it must not be below the first.
  [[nodiscard]] std::string_view band(std::int64_t figure) const;
  // SHA-256 over everything above that decides a score, the mapping included.
  [[nodiscard]] base::Digest digest() const;
};

} // namespace probity::risk
