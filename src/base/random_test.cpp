#include "base/random.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <functional>
#include <set>
#include <vector>

#include "base/bytes.h"
#include "support/real_data.h"

namespace probity::base {
namespace {

struct Moments {
  double mean;
  double variance;
};

Moments moments(int count, const std::function<double()>& draw) {
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < count; ++i) {
    double value = draw();
    sum += value;
    squares += value * value;
  }
  double mean = sum / count;
  return {mean, squares / count - mean * mean};
}

// The three philox4x32-10 lines of Random123 1.14.0, tests/kat_vectors (D. E. Shaw Research).
TEST(Philox, GivesThePublishedAnswers) {
  EXPECT_EQ(philox4x32_10({0, 0, 0, 0}, {0, 0}),
            (PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox4x32_10({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox4x32_10({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(RandomStreams, AreTheSameOnEveryMachine) {
  // The digest of what every kind of draw gave when it was written: any other is another history.
  RandomStream stream(7, 42, 3);
  std::string written;
  auto add = [&written](double value) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned shift = 0; shift < 64; shift += 8)
      written += static_cast<char>(bits >> shift & 255U);
  };
  for (int i = 0; i < 2'000; ++i) {
    add(static_cast<double>(stream.next() >> 11U));
    add(stream.uniform());
    add(static_cast<double>(stream.below(1'000'003)));
    add(stream.poisson(0.01 * i));
    add(stream.normal());
    add(stream.exponential(0.5));
    add(stream.lognormal(1.0, 0.7));
    add(stream.gamma(0.3, 2.0));
    add(stream.gamma(4.0, 0.5));
  }
  EXPECT_EQ(sha256(bytes_of(written)).hex(),
            "6e56bb8fa715ea6fd91a2333a4a1fbf33e12a8be716867b2c71c982c22abd38a");
}

TEST(RandomStreams, DifferBySeedKeyAndPurpose) {
  std::set<std::uint64_t> firsts;
  for (std::uint64_t seed : {0U, 1U, 7U})
    for (std::uint64_t key = 0; key < 30; ++key)
      for (std::uint64_t purpose = 0; purpose < 30; ++purpose)
        firsts.insert(RandomStream(seed, key, purpose).next());
  EXPECT_EQ(firsts.size(), 3U * 30U * 30U);
}

RC_GTEST_PROP(RandomStreams, RepeatThemselves,
              (std::uint64_t seed, std::uint64_t key, std::uint64_t purpose)) {
  RandomStream first(seed, key, purpose);
  RandomStream second(seed, key, purpose);
  for (int i = 0; i < 9; ++i)
    RC_ASSERT(first.next() == second.next());
}

RC_GTEST_PROP(RandomStreams, StayInTheirRanges, (std::uint64_t seed)) {
  RandomStream stream(seed, 1, 1);
  auto limit = *rc::gen::inRange<std::uint64_t>(1, UINT64_MAX);
  auto lowest = *rc::gen::inRange(-1000, 1000);
  auto highest = lowest + *rc::gen::inRange(0, 100);
  double rate = *rc::gen::inRange(1, 1000) / 100.0;
  for (int i = 0; i < 20; ++i) {
    RC_ASSERT(stream.below(limit) < limit);
    int value = stream.between(lowest, highest);
    RC_ASSERT(lowest <= value);
    RC_ASSERT(value <= highest);
    double uniform = stream.uniform();
    RC_ASSERT(uniform > 0.0);
    RC_ASSERT(uniform < 1.0);
    RC_ASSERT(stream.exponential(rate) > 0.0);
    RC_ASSERT(stream.gamma(rate, 1.0) >= 0.0);
    RC_ASSERT(stream.poisson(rate) >= 0);
    RC_ASSERT(!stream.chance(0.0));
    RC_ASSERT(stream.chance(1.0));
  }
}

TEST(RandomStreams, BelowReachesEveryValueEquallyOften) {
  RandomStream stream(1, 2, 3);
  std::vector<int> seen(7);
  for (int i = 0; i < 70'000; ++i)
    ++seen[stream.below(7)];
  for (int count : seen)
    EXPECT_NEAR(count, 10'000, 500);
}

TEST(RandomStreams, PickFollowsTheWeights) {
  RandomStream stream(1, 2, 4);
  const std::vector<double> weights{0.0, 1.0, 3.0, 0.0};
  std::vector<int> seen(weights.size());
  for (int i = 0; i < 40'000; ++i)
    ++seen[stream.pick(weights)];
  EXPECT_EQ(seen[0], 0);
  EXPECT_NEAR(seen[1], 10'000, 500);
  EXPECT_NEAR(seen[2], 30'000, 500);
  EXPECT_EQ(seen[3], 0);
  EXPECT_DEATH((void)stream.pick(std::vector<double>{0.0}), "sum");
}

TEST(RandomStreams, HaveTheMomentsOfTheirDistributions) {
  if (support::left_to_the_other_build("moments of the distributions")) return;
  RandomStream stream(2017, 5, 6);
  constexpr int count = 200'000;
  struct Row {
    const char* name;
    std::function<double()> draw;
    double mean, variance;
  };
  const double lognormal_mean = std::exp(0.5 + 0.08);
  const Row rows[] = {
      {"uniform", [&] { return stream.uniform(); }, 0.5, 1.0 / 12},
      {"chance", [&] { return stream.chance(0.3) ? 1.0 : 0.0; }, 0.3, 0.21},
      {"poisson 0.4", [&] { return stream.poisson(0.4); }, 0.4, 0.4},
      {"poisson 12", [&] { return stream.poisson(12); }, 12, 12},
      {"poisson 75", [&] { return stream.poisson(75); }, 75, 75},
      {"normal", [&] { return stream.normal(); }, 0, 1},
      {"exponential", [&] { return stream.exponential(0.25); }, 4, 16},
      {"lognormal", [&] { return stream.lognormal(0.5, 0.4); }, lognormal_mean,
       lognormal_mean * lognormal_mean * (std::exp(0.16) - 1)},
      {"gamma 0.5", [&] { return stream.gamma(0.5, 3); }, 1.5, 4.5},
      {"gamma 6", [&] { return stream.gamma(6, 0.5); }, 3, 1.5},
  };
  for (const Row& row : rows) {
    Moments found = moments(count, row.draw);
    EXPECT_NEAR(found.mean, row.mean, 5 * std::sqrt(row.variance / count)) << row.name;
    EXPECT_NEAR(found.variance, row.variance, 0.04 * row.variance) << row.name;
  }
}

} // namespace
} // namespace probity::base
