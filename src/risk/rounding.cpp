#include "risk/rounding.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/json.h"
#include "base/result.h"

namespace probity::risk {
namespace {

constexpr int most_decimals = 9;
constexpr int most_digits = 17;

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i)
    power *= 10;
  return power;
}

// The half-up quotient of a number that is not negative.
std::int64_t divided_half_up(std::int64_t number, std::int64_t by) {
  return number / by + (number % by >= by - number % by ? 1 : 0);
}

// digits × 10^exponent, the shortest that reads back as the value.
struct Written {
  std::int64_t digits = 0;
  int exponent = 0;
};

Written written(double value) {
  std::array<char, 40> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
  PROBITY_ENSURE(end.ec == std::errc());
  Written out;
  int after_point = 0;
  bool point = false;
  const char* at = text.data();
  for (; *at != 'e'; ++at) {
    if (*at == '.') {
      point = true;
      continue;
    }
    out.digits = out.digits * 10 + (*at - '0');
    after_point += point ? 1 : 0;
  }
  ++at;
  if (*at == '+') ++at;
  std::from_chars(at, end.ptr, out.exponent);
  out.exponent -= after_point;
  return out;
}

} // namespace

std::string Scaled::text() const {
  const std::int64_t unit = power_of_ten(decimals);
  const std::int64_t whole = scaled < 0 ? -scaled : scaled;
  std::string out = (scaled < 0 ? "-" : "") + std::to_string(whole / unit);
  if (decimals == 0) return out;
  const std::string rest = std::to_string(whole % unit);
  return out + "." + std::string(static_cast<std::size_t>(decimals) - rest.size(), '0') + rest;
}

Scaled half_up(double value, int decimals) {
  PROBITY_ENSURE(std::isfinite(value) && decimals >= 0 && decimals <= most_decimals);
  const Written exact = written(std::abs(value));
  const int shift = exact.exponent + decimals;
  std::int64_t scaled = 0;
  if (exact.digits == 0 || shift < -most_digits - 1) {
    scaled = 0;
  } else if (shift >= 0) {
    PROBITY_ENSURE(shift < most_digits && exact.digits < power_of_ten(most_digits - shift));
    scaled = exact.digits * power_of_ten(shift);
  } else {
    scaled = divided_half_up(exact.digits, power_of_ten(-shift));
  }
  return {std::signbit(value) ? -scaled : scaled, decimals};
}

Scaled half_up(Scaled value, int decimals) {
  PROBITY_ENSURE(decimals <= value.decimals);
  const std::int64_t unit = power_of_ten(value.decimals - decimals);
  return {value.scaled < 0 ? -divided_half_up(-value.scaled, unit) : divided_half_up(value.scaled, unit),
          decimals};
}

Scaled percent_of(double chance, int decimals) {
  return {half_up(chance, decimals + 2).scaled, decimals};
}

Scaled kept_within(Scaled value, Scaled least, Scaled most) {
  PROBITY_ENSURE(value.decimals == least.decimals && value.decimals == most.decimals);
  if (value.scaled < least.scaled) return least;
  return value.scaled > most.scaled ? most : value;
}

std::optional<double> parse_number(std::string_view text) {
  double out = 0;
  if (text.empty() || text.size() > 32) return std::nullopt;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), out);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size() || !std::isfinite(out))
    return std::nullopt;
  return out;
}

std::string number_text(double value) {
  return base::json::number_text(value);
}

} // namespace probity::risk
