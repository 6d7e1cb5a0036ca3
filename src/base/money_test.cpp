#include "base/money.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::base {
namespace {

const Rounding every_rounding[] = {Rounding::half_away_from_zero, Rounding::half_even, Rounding::down,
                                   Rounding::up};
constexpr std::int64_t largest_pence = (std::int64_t{1} << 53) - 1;

Rational fraction() {
  return Rational::of(*rc::gen::inRange<std::int64_t>(-100'000'000'000, 100'000'000'000),
                      *rc::gen::inRange<std::int64_t>(1, 100'000));
}

TEST(MoneyText, PrintsPoundsAndPence) {
  EXPECT_EQ(to_text(Money{0}), "£0.00");
  EXPECT_EQ(to_text(Money{5}), "£0.05");
  EXPECT_EQ(to_text(Money{123456}), "£1,234.56");
  EXPECT_EQ(to_text(Money{-200000}), "-£2,000.00");
  EXPECT_EQ(to_text(Money{100'000'000'000}), "£1,000,000,000.00");
}

TEST(MoneyText, ParsesTheSpellingsAContractUses) {
  EXPECT_EQ(parse_money("£1,234.56"), Money{123456});
  EXPECT_EQ(parse_money("1234.56"), Money{123456});
  EXPECT_EQ(parse_money("-£2,000.00"), Money{-200000});
  EXPECT_EQ(parse_money("+£2,000"), Money{200000});
  EXPECT_EQ(parse_money("£0"), Money{0});
  EXPECT_EQ(parse_money("£90,071,992,547,409.91"), Money{largest_pence});
}

TEST(MoneyText, RefusesAnythingElse) {
  for (const char* text : {"",
                           "£",
                           "-",
                           "£-2",
                           "£1,23.00",
                           "£12,34",
                           "£1234,567",
                           ",123",
                           "£1,,234",
                           "1.5",
                           "1.234",
                           "1.",
                           ".50",
                           "£ 5",
                           "5 ",
                           "$5",
                           "1e3",
                           "007",
                           "0,123",
                           "£1,2a4.00",
                           "--5",
                           "£90,071,992,547,409.92",
                           "99999999999999999999",
                           "5.-1",
                           "five"})
    EXPECT_FALSE(parse_money(text)) << text;
}

RC_GTEST_PROP(MoneyText, PrintAndParseAreInverse, ()) {
  Money money{*rc::gen::inRange<std::int64_t>(-largest_pence, largest_pence)};
  RC_ASSERT(parse_money(to_text(money)) == money);
}

TEST(Rationals, AreInLowestTermsWithAPositiveDenominator) {
  EXPECT_EQ(Rational::of(6, -8).text(), "-3/4");
  EXPECT_EQ(Rational::of(0, -8), Rational(0));
  EXPECT_EQ(Rational::of(10, 5).text(), "2");
}

TEST(Rationals, ParseDecimals) {
  EXPECT_EQ(Rational::parse_decimal("97"), Rational(97));
  EXPECT_EQ(Rational::parse_decimal("0.25"), Rational::of(1, 4));
  EXPECT_EQ(Rational::parse_decimal("-1.5"), Rational::of(-3, 2));
  EXPECT_EQ(Rational::parse_decimal("0.000000000001"), Rational::of(1, 1'000'000'000'000));
  for (const char* text : {"", "-", "1.", ".5", "1.0000000000001", "01", "1e3", "1,000", "+1", "1/2", " 1",
                           "--1", "1234567890123456789"})
    EXPECT_FALSE(Rational::parse_decimal(text)) << text;
}

RC_GTEST_PROP(Rationals, DecimalTextOfAFiniteDecimalIsExact, ()) {
  auto thousandths = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000);
  Rational value = Rational::of(thousandths, 1000);
  RC_ASSERT(Rational::parse_decimal(value.decimal(3)) == value);
}

RC_GTEST_PROP(Rationals, ObeyTheLawsOfArithmetic, ()) {
  Rational a = fraction();
  Rational b = fraction();
  Rational c = fraction();
  RC_ASSERT(a + b == b + a);
  RC_ASSERT(a + b - b == a);
  RC_ASSERT(a - a == Rational(0));
  RC_ASSERT(a * (b + c) == a * b + a * c);
  if (b != Rational(0)) RC_ASSERT(a * b / b == a);
}

RC_GTEST_PROP(Rationals, OrderAgreesWithTheSignOfTheDifference, ()) {
  Rational a = fraction();
  Rational b = fraction();
  __extension__ __int128 difference = (a - b).numerator();
  RC_ASSERT((a < b) == (difference < 0));
  RC_ASSERT((a == b) == (difference == 0));
  RC_ASSERT((a > b) == (difference > 0));
}

RC_GTEST_PROP(Rationals, FloorAndCeilingEnclose, ()) {
  Rational value = fraction();
  RC_ASSERT(Rational(value.floor()) <= value);
  RC_ASSERT(value < Rational(value.floor() + 1));
  RC_ASSERT(value <= Rational(value.ceiling()));
  RC_ASSERT(Rational(value.ceiling() - 1) < value);
}

TEST(Rationals, CompareWhatWouldOverflowWhenMultiplied) {
  Rational big = Rational(INT64_MAX) * Rational(1'000'000'000'000'000'000);
  Rational sliver = Rational::of(1, INT64_MAX) * Rational::of(1, 1'000'000'000'000'000'000);
  EXPECT_LT(sliver, big);
  EXPECT_LT(-big, sliver);
  EXPECT_GT(big, big - Rational(1));
  EXPECT_EQ(sliver <=> sliver, std::strong_ordering::equal);
}

TEST(Rationals, StopWhenTheyOverflow) {
  Rational big = Rational(INT64_MAX) * Rational(INT64_MAX);
  EXPECT_DEATH((void)(big * big), "overflow");
  EXPECT_DEATH((void)Rational::of(1, 0), "denominator");
  EXPECT_DEATH((void)(Rational(1) / Rational(0)), "denominator");
}

TEST(Rationals, ShowDecimalsRoundedForPeople) {
  EXPECT_EQ(Rational::of(400 * 100, 412).decimal(4), "97.0874");
  EXPECT_EQ(Rational::of(2, 3).decimal(0), "1");
  EXPECT_EQ(Rational::of(-2, 3).decimal(2), "-0.67");
  EXPECT_EQ(Rational::of(1, 8).decimal(2), "0.13");
  EXPECT_EQ(Rational::of(9999, 1000).decimal(2), "10.00");
  EXPECT_EQ(Rational::of(-1, 1000).decimal(2), "0.00");
  EXPECT_EQ(Rational::of(-4, 2).decimal(1), "-2.0");
  Rational long_tail =
      Rational::of(1, INT64_MAX) * Rational::of(1, 2'000'000'000'000'000'000) + Rational::of(1, 3);
  EXPECT_EQ(long_tail.decimal(20), "0.33333333333333333333");
}

TEST(RoundPence, KnowsEachRounding) {
  auto rounded = [](std::int64_t n, std::int64_t d, Rounding rounding) {
    return round_pence(Rational::of(n, d), rounding).pence;
  };
  struct Row {
    std::int64_t numerator, denominator, half_away, half_even, down, up;
  };
  for (const Row& row :
       {Row{5, 2, 3, 2, 2, 3}, Row{-5, 2, -3, -2, -2, -3}, Row{7, 2, 4, 4, 3, 4}, Row{-7, 2, -4, -4, -3, -4},
        Row{9, 4, 2, 2, 2, 3}, Row{11, 4, 3, 3, 2, 3}, Row{-1, 3, 0, 0, 0, -1}, Row{6, 1, 6, 6, 6, 6}}) {
    EXPECT_EQ(rounded(row.numerator, row.denominator, Rounding::half_away_from_zero), row.half_away);
    EXPECT_EQ(rounded(row.numerator, row.denominator, Rounding::half_even), row.half_even);
    EXPECT_EQ(rounded(row.numerator, row.denominator, Rounding::down), row.down);
    EXPECT_EQ(rounded(row.numerator, row.denominator, Rounding::up), row.up);
  }
}

TEST(RoundPence, ElevenMonthsAndTheRemainderMakeTheYear) {
  Money year = *parse_money("£10,000,000.00");
  Money month = round_pence(Rational::of(year.pence, 12), Rounding::half_away_from_zero);
  EXPECT_EQ(to_text(month), "£833,333.33");
  Money remainder = year;
  for (int i = 0; i < 11; ++i)
    remainder = remainder - month;
  EXPECT_EQ(to_text(remainder), "£833,333.37");
}

RC_GTEST_PROP(RoundPence, IsOffByAtMostHalfAPennyOrLessThanOne, ()) {
  Rational exact = fraction();
  for (Rounding rounding : every_rounding) {
    Rational error = Rational(round_pence(exact, rounding).pence) - exact;
    if (error < Rational(0)) error = -error;
    bool half = rounding == Rounding::half_away_from_zero || rounding == Rounding::half_even;
    RC_ASSERT((half ? error <= Rational::of(1, 2) : error < Rational(1)));
  }
}

RC_GTEST_PROP(RoundPence, KeepsOrderAndSign, ()) {
  Rational a = fraction();
  Rational b = fraction();
  for (Rounding rounding : every_rounding) {
    if (a <= b) RC_ASSERT(round_pence(a, rounding) <= round_pence(b, rounding));
    RC_ASSERT(round_pence(-a, rounding) == -round_pence(a, rounding));
  }
}

RC_GTEST_PROP(RoundPence, ASumOfLinesIsWithinHalfAPennyALineOfTheExactSum, ()) {
  auto count = *rc::gen::inRange(0, 30);
  Rational exact(0);
  Money lines;
  for (int i = 0; i < count; ++i) {
    Rational line = Rational::of(*rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000),
                                 *rc::gen::inRange<std::int64_t>(1, 50));
    exact = exact + line;
    lines += round_pence(line, Rounding::half_away_from_zero);
  }
  Rational error = Rational(lines.pence) - exact;
  RC_ASSERT(error <= Rational::of(count, 2));
  RC_ASSERT(-error <= Rational::of(count, 2));
}

TEST(RoundingNames, AreReadBack) {
  for (Rounding rounding : every_rounding)
    EXPECT_EQ(parse_rounding(to_text(rounding)), rounding);
  EXPECT_FALSE(parse_rounding("half_up"));
}

} // namespace
} // namespace probity::base
