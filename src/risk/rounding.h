// Rounding as the published instruments do it: half up, of the number as it is written.
//
// "As written" is the shortest decimal text that reads back as the same double. So 1.005 rounds to 1.01 at
// two decimals, as on paper, and not to 1.00 because the double lies a hair below. The text is the same on
// every machine, so the rounded number is too. A tie goes away from zero.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace probity::risk {

// scaled / 10^decimals. "16" is {16, 0}; "0.60" is {60, 2}.
struct Scaled {
  std::int64_t scaled = 0;
  int decimals = 0;

  bool operator==(const Scaled&) const = default;
  // With exactly `decimals` digits after the point.
  [[nodiscard]] std::string text() const;
};

// `value` must be finite, `decimals` 0 to 9, and the result within ±10^17.
Scaled half_up(double value, int decimals);
// The same number with fewer decimals, half up.
Scaled half_up(Scaled value, int decimals);
// A chance of 0 to 1 as a percentage with `decimals`: 0.16540 is "17" with none, "16.54" with two. The chance
// itself is rounded, once, with two more decimals; nothing is multiplied.
Scaled percent_of(double chance, int decimals);
// 1 to 99 for whole percentages, 0.00 to 99.99 for those with two decimals: no instrument says "never" or
// "always".
Scaled kept_within(Scaled value, Scaled least, Scaled most);

// "0.5", "-1.25", "8.7e-05": a finite decimal number and nothing else.
std::optional<double> parse_number(std::string_view text);
// The shortest text that reads back as the same number: "0.4272", "1.094922933981e-6".
std::string number_text(double value);

} // namespace probity::risk
