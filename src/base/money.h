// Money is integer pence. Exact amounts between inputs and a rounded line are rationals; no binary floating
// point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace probity::base {

// Pence. Negative is money due from the provider. Magnitude stays below £90,000,000,000,000 (2^53 pence).
struct Money {
  std::int64_t pence = 0;

  auto operator<=>(const Money&) const = default;
  Money operator+(Money other) const { return {pence + other.pence}; }
  Money operator-(Money other) const { return {pence - other.pence}; }
  Money operator-() const { return {-pence}; }
  Money& operator+=(Money other) {
    pence += other.pence;
    return *this;
  }
};

// "£1,234.56", "-£2,000.00", "1234.56": optional sign, optional pound sign, thousands commas in the right
// places or none, none or two decimals.
std::optional<Money> parse_money(std::string_view text);
// "£1,234.56", "-£2,000.00".
std::string to_text(Money money);

// An exact fraction, always in lowest terms with a positive denominator. Arithmetic that leaves 126 bits is a
// broken invariant (contract terms and counts are far below that).
class Rational {
 public:
  __extension__ using Wide = __int128;

  constexpr Rational() = default;
  Rational(std::int64_t whole) : numerator_(whole) {} // NOLINT(google-explicit-constructor): 3 means 3/1
  static Rational of(std::int64_t numerator, std::int64_t denominator); // denominator ≠ 0
  // "97", "0.25", "-1.5": decimal text, at most 12 decimals.
  static std::optional<Rational> parse_decimal(std::string_view text);

  [[nodiscard]] Wide numerator() const { return numerator_; }
  [[nodiscard]] Wide denominator() const { return denominator_; }
  Rational operator+(const Rational& other) const;
  Rational operator-(const Rational& other) const;
  Rational operator*(const Rational& other) const;
  Rational operator/(const Rational& other) const; // other ≠ 0
  Rational operator-() const;
  bool operator==(const Rational& other) const = default;
  std::strong_ordering operator<=>(const Rational& other) const;
  [[nodiscard]] std::int64_t ceiling() const;
  [[nodiscard]] std::int64_t floor() const;
  // Exact "n/d", or "n" when whole.
  [[nodiscard]] std::string text() const;
  // Rounded half away from zero to `decimals` places, for display only.
  [[nodiscard]] std::string decimal(int decimals) const;

 private:
  Wide numerator_ = 0;
  Wide denominator_ = 1;
};

enum class Rounding { half_away_from_zero, half_even, down, up }; // down: towards zero; up: away from zero
std::optional<Rounding> parse_rounding(std::string_view text);
std::string_view to_text(Rounding rounding);
// Exact pence → a statement line's pence.
Money round_pence(const Rational& pence, Rounding rounding);

} // namespace probity::base
