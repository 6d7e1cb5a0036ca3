#include "base/random.h"

#include <Random123/philox.h>

#include <cmath>

#include "base/logexp.h"
#include "base/result.h"

namespace probity::base {

namespace {

std::uint32_t low_half(std::uint64_t value) {
  return static_cast<std::uint32_t>(value);
}
std::uint32_t high_half(std::uint64_t value) {
  return static_cast<std::uint32_t>(value >> 32U);
}
std::uint64_t joined(std::uint32_t low, std::uint32_t high) {
  return std::uint64_t{high} << 32U | low;
}

} // namespace

PhiloxBlock philox4x32_10(const PhiloxBlock& counter, const std::array<std::uint32_t, 2>& key) {
  r123::Philox4x32 generator;
  r123::Philox4x32::ctr_type in{{counter[0], counter[1], counter[2], counter[3]}};
  r123::Philox4x32::key_type under{{key[0], key[1]}};
  r123::Philox4x32::ctr_type out = generator(in, under);
  return {out[0], out[1], out[2], out[3]};
}

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t key, std::uint64_t purpose) {
  PhiloxBlock own = philox4x32_10({low_half(key), high_half(key), low_half(purpose), high_half(purpose)},
                                  {low_half(seed), high_half(seed)});
  philox_key_ = {own[0], own[1]};
  upper_ = joined(own[2], own[3]);
}

std::uint64_t RandomStream::next() {
  if (left_ == 0) {
    PhiloxBlock block = philox4x32_10(
        {low_half(block_), high_half(block_), low_half(upper_), high_half(upper_)}, philox_key_);
    ++block_;
    ready_ = {joined(block[0], block[1]), joined(block[2], block[3])};
    left_ = 2;
  }
  return ready_[2 - left_--];
}

double RandomStream::uniform() {
  // 53 bits and a half: the middle of each of 2^53 equal cells of (0, 1). The last step rounds only above one
  // half.
  constexpr double cell = 0x1.0p-53;
  double middle = (static_cast<double>(next() >> 11U) + 0.5) * cell;
  return middle < 1.0 ? middle : 1.0 - cell;
}

std::uint64_t RandomStream::below(std::uint64_t limit) {
  PROBITY_ENSURE(limit >= 1);
  // Values past the largest multiple of the limit are drawn again, so that none is favoured.
  std::uint64_t excess = (std::uint64_t{0} - limit) % limit; // 2^64 mod limit
  while (true) {
    std::uint64_t value = next();
    if (value >= excess) return value % limit;
  }
}

int RandomStream::between(int lowest, int highest) {
  PROBITY_ENSURE(lowest <= highest);
  std::int64_t count = std::int64_t{highest} - lowest + 1;
  return static_cast<int>(lowest + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(count))));
}

bool RandomStream::chance(double probability) {
  return uniform() < probability;
}

std::size_t RandomStream::pick(std::span<const double> weights) {
  double sum = 0;
  for (double weight : weights) {
    PROBITY_ENSURE(weight >= 0);
    sum += weight;
  }
  PROBITY_ENSURE(sum > 0);
  double point = uniform() * sum;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    if (point < weights[i]) return i;
    point -= weights[i];
    last = i;
  }
  return last; // rounding ate the last sliver
}

int RandomStream::poisson(double mean) {
  PROBITY_ENSURE(mean >= 0 && mean <= 1e6);
  // By inversion, in parts small enough that e^-part is far above the spacing of uniform numbers.
  constexpr double largest_part = 16;
  int count = 0;
  while (mean > 0) {
    double part = mean > largest_part ? largest_part : mean;
    mean -= part;
    double point = uniform();
    double probability = exp(-part);
    for (int i = 1; point > probability && i < 200; ++i) {
      point -= probability;
      probability *= part / i;
      ++count;
    }
  }
  return count;
}

double RandomStream::normal() {
  // Marsaglia's polar method; the second value is left, so that the stream carries no hidden state.
  while (true) {
    double x = 2 * uniform() - 1;
    double y = 2 * uniform() - 1;
    double square = x * x + y * y;
    if (square > 0 && square < 1) return x * std::sqrt(-2 * log(square) / square);
  }
}

double RandomStream::exponential(double rate) {
  PROBITY_ENSURE(rate > 0);
  return -log(uniform()) / rate;
}

double RandomStream::lognormal(double log_mean, double log_deviation) {
  return exp(log_mean + log_deviation * normal());
}

double RandomStream::gamma(double shape, double scale) {
  PROBITY_ENSURE(shape > 0 && scale > 0);
  // G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables" (ACM TOMS 26, 2000).
  double boost = 1;
  if (shape < 1) {
    boost = exp(log(uniform()) / shape);
    shape += 1;
  }
  double d = shape - 1.0 / 3;
  double c = 1 / std::sqrt(9 * d);
  while (true) {
    double x = normal();
    double root = 1 + c * x;
    if (root <= 0) continue;
    double cube = root * root * root;
    if (log(uniform()) < x * x / 2 + d - d * cube + d * log(cube)) return boost * d * cube * scale;
  }
}

} // namespace probity::base
