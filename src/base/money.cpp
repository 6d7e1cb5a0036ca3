#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/result.h"

namespace probity::base {

namespace {

using Wide = Rational::Wide;
__extension__ using UnsignedWide = unsigned __int128;

constexpr std::int64_t money_limit = std::int64_t{1} << 53;
constexpr Wide wide_limit = Wide{1} << 126;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Wide magnitude(Wide value) {
  return value < 0 ? -value : value;
}

bool fits_64(Wide value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

std::int64_t narrow(Wide value) {
  PROBITY_ENSURE(fits_64(value));
  return static_cast<std::int64_t>(value);
}

// Both non-negative, not both zero.
Wide greatest_common_divisor(Wide a, Wide b) {
  while (b != 0) {
    if (fits_64(a) && fits_64(b)) return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
    Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Wide checked_multiply(Wide a, Wide b) {
  Wide out = 0;
  PROBITY_ENSURE(!__builtin_mul_overflow(a, b, &out));
  PROBITY_ENSURE(magnitude(out) < wide_limit);
  return out;
}

Wide checked_add(Wide a, Wide b) {
  Wide out = a + b; // both below 2^126 in magnitude, so the sum is below 2^127
  PROBITY_ENSURE(magnitude(out) < wide_limit);
  return out;
}

struct Divided {
  Wide quotient;  // rounded towards minus infinity
  Wide remainder; // 0 ≤ remainder < divisor
};

Divided floor_divide(Wide value, Wide positive_divisor) {
  Wide quotient = value / positive_divisor;
  Wide remainder = value % positive_divisor;
  if (remainder < 0) {
    quotient -= 1;
    remainder += positive_divisor;
  }
  return {quotient, remainder};
}

// "0", "12", not "012" and not "".
bool is_plain_whole(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit) &&
         (text.size() == 1 || text[0] != '0');
}

// "1,234" → "1234"; nothing when a comma is out of its place.
std::optional<std::string> without_commas(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return std::string(text);
  std::string out;
  std::size_t first = text.size() % 4; // every later group is a comma and three digits
  if (first == 0) return std::nullopt;
  out += text.substr(0, first);
  for (std::size_t at = first; at < text.size(); at += 4) {
    if (text[at] != ',') return std::nullopt;
    out += text.substr(at + 1, 3);
  }
  return out; // a comma left inside a group fails the caller's digit check
}

} // namespace

std::optional<Money> parse_money(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  constexpr std::string_view pound = "£";
  if (text.starts_with(pound)) text.remove_prefix(pound.size());
  std::int64_t pence = 0;
  if (std::size_t point = text.find('.'); point != std::string_view::npos) {
    std::string_view decimals = text.substr(point + 1);
    if (decimals.size() != 2 || !is_digit(decimals[0]) || !is_digit(decimals[1])) return std::nullopt;
    pence = (decimals[0] - '0') * 10 + (decimals[1] - '0');
    text = text.substr(0, point);
  }
  std::optional<std::string> whole = without_commas(text);
  if (!whole || !is_plain_whole(*whole) || whole->size() > 15) return std::nullopt;
  std::int64_t pounds = 0;
  for (char c : *whole)
    pounds = pounds * 10 + (c - '0');
  pence += pounds * 100;
  if (pence >= money_limit) return std::nullopt;
  return Money{negative ? -pence : pence};
}

std::string to_text(Money money) {
  // The magnitude of the smallest integer has no signed counterpart.
  std::uint64_t pence = money.pence < 0 ? ~static_cast<std::uint64_t>(money.pence) + 1
                                        : static_cast<std::uint64_t>(money.pence);
  std::string pounds = fmt::format("{}", pence / 100);
  for (std::size_t at = pounds.size(); at > 3; at -= 3)
    pounds.insert(at - 3, 1, ',');
  return fmt::format("{}£{}.{:02}", money.pence < 0 ? "-" : "", pounds, pence % 100);
}

namespace {

// The lowest terms of numerator / denominator; denominator ≠ 0.
std::pair<Wide, Wide> lowest_terms(Wide numerator, Wide denominator) {
  PROBITY_ENSURE(denominator != 0);
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Wide divisor = greatest_common_divisor(magnitude(numerator), denominator);
  return {numerator / divisor, denominator / divisor};
}

} // namespace

Rational Rational::of(std::int64_t numerator, std::int64_t denominator) {
  Rational out;
  std::tie(out.numerator_, out.denominator_) = lowest_terms(numerator, denominator);
  return out;
}

std::optional<Rational> Rational::parse_decimal(std::string_view text) {
  bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::string_view decimals;
  std::size_t point = text.find('.');
  if (point != std::string_view::npos) {
    decimals = text.substr(point + 1);
    if (decimals.empty() || decimals.size() > 12 || !std::all_of(decimals.begin(), decimals.end(), is_digit))
      return std::nullopt;
    text = text.substr(0, point);
  }
  if (!is_plain_whole(text) || text.size() > 18) return std::nullopt;
  Wide numerator = 0;
  Wide denominator = 1;
  for (char c : text)
    numerator = numerator * 10 + (c - '0');
  for (char c : decimals) {
    numerator = numerator * 10 + (c - '0');
    denominator *= 10;
  }
  Rational out;
  std::tie(out.numerator_, out.denominator_) = lowest_terms(negative ? -numerator : numerator, denominator);
  return out;
}

Rational Rational::operator+(const Rational& other) const {
  // Over the least common denominator, so that intermediate values stay small.
  Wide shared = greatest_common_divisor(denominator_, other.denominator_);
  Wide left = checked_multiply(numerator_, other.denominator_ / shared);
  Wide right = checked_multiply(other.numerator_, denominator_ / shared);
  Rational out;
  std::tie(out.numerator_, out.denominator_) =
      lowest_terms(checked_add(left, right), checked_multiply(denominator_, other.denominator_ / shared));
  return out;
}

Rational Rational::operator-(const Rational& other) const {
  return *this + -other;
}

Rational Rational::operator*(const Rational& other) const {
  auto [left, right_denominator] = lowest_terms(numerator_, other.denominator_);
  auto [right, left_denominator] = lowest_terms(other.numerator_, denominator_);
  Rational out;
  out.numerator_ = checked_multiply(left, right);
  out.denominator_ = checked_multiply(left_denominator, right_denominator);
  return out;
}

Rational Rational::operator/(const Rational& other) const {
  Rational inverse;
  std::tie(inverse.numerator_, inverse.denominator_) = lowest_terms(other.denominator_, other.numerator_);
  return *this * inverse;
}

Rational Rational::operator-() const {
  Rational out = *this;
  out.numerator_ = -out.numerator_;
  return out;
}

std::strong_ordering Rational::operator<=>(const Rational& other) const {
  // By continued fractions: cross-multiplying could overflow.
  Wide a = numerator_;
  Wide b = denominator_;
  Wide c = other.numerator_;
  Wide d = other.denominator_;
  while (true) {
    Divided left = floor_divide(a, b);
    Divided right = floor_divide(c, d);
    if (left.quotient != right.quotient)
      return left.quotient < right.quotient ? std::strong_ordering::less : std::strong_ordering::greater;
    if (left.remainder == 0 || right.remainder == 0) {
      if (left.remainder == right.remainder) return std::strong_ordering::equal;
      return left.remainder == 0 ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    // r/b < s/d exactly when d/s < b/r.
    a = d;
    c = b;
    b = right.remainder;
    d = left.remainder;
  }
}

std::int64_t Rational::floor() const {
  return narrow(floor_divide(numerator_, denominator_).quotient);
}

std::int64_t Rational::ceiling() const {
  return narrow(-floor_divide(-numerator_, denominator_).quotient);
}

std::string Rational::text() const {
  return denominator_ == 1 ? fmt::format("{}", numerator_) : fmt::format("{}/{}", numerator_, denominator_);
}

std::string Rational::decimal(int decimals) const {
  PROBITY_ENSURE(decimals >= 0 && decimals <= 60);
  auto divisor = static_cast<UnsignedWide>(denominator_);
  auto size = static_cast<UnsignedWide>(magnitude(numerator_));
  std::string shown = fmt::format("{}", size / divisor);
  UnsignedWide rest = size % divisor;
  for (int i = 0; i < decimals; ++i) {
    // Ten times the rest by doubling, as ten times 2^126 does not fit: 10 is 1010 in binary.
    UnsignedWide remainder = 0;
    unsigned digit = 0;
    for (unsigned bit : {1U, 0U, 1U, 0U}) {
      remainder = remainder * 2 + (bit == 1U ? rest : 0);
      digit *= 2;
      while (remainder >= divisor) {
        remainder -= divisor;
        ++digit;
      }
    }
    shown += static_cast<char>('0' + digit);
    rest = remainder;
  }
  if (rest * 2 >= divisor) {
    std::size_t at = shown.size();
    while (at > 0 && shown[at - 1] == '9')
      shown[--at] = '0';
    if (at == 0)
      shown.insert(0, 1, '1');
    else
      ++shown[at - 1];
  }
  bool negative = numerator_ < 0 && shown.find_first_not_of('0') != std::string::npos;
  if (decimals > 0) shown.insert(shown.size() - static_cast<std::size_t>(decimals), 1, '.');
  return (negative ? "-" : "") + shown;
}

std::optional<Rounding> parse_rounding(std::string_view text) {
  for (Rounding rounding : {Rounding::half_away_from_zero, Rounding::half_even, Rounding::down, Rounding::up})
    if (to_text(rounding) == text) return rounding;
  return std::nullopt;
}

std::string_view to_text(Rounding rounding) {
  switch (rounding) {
  case Rounding::half_away_from_zero:
    return "half_away_from_zero";
  case Rounding::half_even:
    return "half_even";
  case Rounding::down:
    return "down";
  case Rounding::up:
    return "up";
  }
  broken_invariant("a rounding that has no name", __FILE__, __LINE__);
}

Money round_pence(const Rational& pence, Rounding rounding) {
  Wide denominator = pence.denominator();
  Wide whole = magnitude(pence.numerator()) / denominator;
  Wide rest = magnitude(pence.numerator()) % denominator;
  Wide twice = rest * 2; // below 2^127
  bool away = false;
  switch (rounding) {
  case Rounding::half_away_from_zero:
    away = twice >= denominator;
    break;
  case Rounding::half_even:
    away = twice > denominator || (twice == denominator && whole % 2 == 1);
    break;
  case Rounding::down:
    away = false;
    break;
  case Rounding::up:
    away = rest != 0;
    break;
  }
  if (away) whole += 1;
  PROBITY_ENSURE(whole < money_limit);
  auto rounded = static_cast<std::int64_t>(whole);
  return {pence.numerator() < 0 ? -rounded : rounded};
}

} // namespace probity::base
