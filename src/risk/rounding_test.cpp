#include "risk/rounding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::risk {
namespace {

TEST(rounding, is_half_up_of_what_is_written) {
  EXPECT_EQ(half_up(1.005, 2).text(), "1.01"); // the double is a hair below
  EXPECT_EQ(half_up(0.5, 0).text(), "1");
  EXPECT_EQ(half_up(2.5, 0).text(), "3");
  EXPECT_EQ(half_up(-2.5, 0).text(), "-3");
  EXPECT_EQ(half_up(0.49999999999, 0).text(), "0");
  EXPECT_EQ(half_up(1.23456123, 5).text(), "1.23456");
  EXPECT_EQ(half_up(1e-300, 5).text(), "0.00000");
  EXPECT_EQ(half_up(12345678.0, 2).text(), "12345678.00");
}

TEST(rounding, twice_is_not_once) {
  const Scaled five = half_up(0.4949951, 5);
  EXPECT_EQ(five.text(), "0.49500");
  EXPECT_EQ(half_up(Scaled{five.scaled, 3}, 0).text(), "50"); // once, it would be 49
}

TEST(rounding, keeps_within_limits) {
  EXPECT_EQ(kept_within({0, 0}, {1, 0}, {99, 0}).text(), "1");
  EXPECT_EQ(kept_within({100, 0}, {1, 0}, {99, 0}).text(), "99");
  EXPECT_EQ(kept_within({10'000, 2}, {0, 2}, {9'999, 2}).text(), "99.99");
}

RC_GTEST_PROP(rounding, text_with_enough_decimals_reads_back, ()) {
  const auto scaled = *rc::gen::inRange<std::int64_t>(-99'999'999, 99'999'999);
  const int decimals = *rc::gen::inRange(0, 6);
  const std::string text = Scaled{scaled, decimals}.text();
  const auto number = parse_number(text);
  RC_ASSERT(number.has_value());
  RC_ASSERT(half_up(*number, decimals) == (Scaled{scaled, decimals}));
}

RC_GTEST_PROP(rounding, is_never_half_a_unit_off, ()) {
  const double value =
      static_cast<double>(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000)) / 65'536;
  const Scaled rounded = half_up(value, 3);
  RC_ASSERT(std::abs(static_cast<double>(rounded.scaled) / 1000 - value) <= 0.0005 + 1e-12);
}

TEST(numbers, are_decimal_and_finite) {
  EXPECT_EQ(parse_number("8.797e-05"), 8.797e-05);
  for (const char* text : {"", " 1", "1 ", "+1", "0x1", "inf", "nan", "1e999", "1,5", "1.2.3"})
    EXPECT_FALSE(parse_number(text)) << text;
}

} // namespace
} // namespace probity::risk
