// Random numbers that are a function of what they are for: (seed, key, purpose, position). No state is
// shared, so that any order, thread count or machine gives the same numbers, and what one purpose draws never
// moves another's.
//
// Philox4x32-10 of J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as
// 1, 2, 3" (SC11, 2011), by way of the Random123 library. The block of (key, purpose) under the seed gives
// the stream its own Philox key and upper counter; Philox is a permutation, so that no two streams of one
// seed share a block.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace probity::base {

using PhiloxBlock = std::array<std::uint32_t, 4>;
// One block of Philox4x32-10, for the published test vectors.
PhiloxBlock philox4x32_10(const PhiloxBlock& counter, const std::array<std::uint32_t, 2>& key);

class RandomStream {
 public:
  // `key`: whose numbers (a person, a session). `purpose`: what for (a number that the caller names, never
  // reused).
  RandomStream(std::uint64_t seed, std::uint64_t key, std::uint64_t purpose);

  std::uint64_t next();
  // In (0, 1), never 0 nor 1: odd multiples of 2^-54.
  double uniform();
  // 0 … limit − 1, every value equally likely; limit ≥ 1.
  std::uint64_t below(std::uint64_t limit);
  // lowest … highest, both included.
  int between(int lowest, int highest);
  bool chance(double probability);
  // Index of a weight, with probability weight / sum of weights. Weights ≥ 0, the sum > 0.
  std::size_t pick(std::span<const double> weights);
  template <class T> const T& one_of(std::span<const T> values) { return values[below(values.size())]; }

  int poisson(double mean);        // 0 ≤ mean ≤ 1,000,000
  double normal();                 // mean 0, standard deviation 1
  double exponential(double rate); // mean 1 / rate
  double lognormal(double log_mean, double log_deviation);
  double gamma(double shape, double scale); // mean shape × scale

 private:
  std::array<std::uint32_t, 2> philox_key_{};
  std::uint64_t upper_ = 0;
  std::uint64_t block_ = 0;
  std::array<std::uint64_t, 2> ready_{};
  std::size_t left_ = 0; // values of ready_ that are not used yet
};

} // namespace probity::base
