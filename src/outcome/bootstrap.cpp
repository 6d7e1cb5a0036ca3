#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "base/random.h"
#include "outcome/frequency.h"

namespace probity::outcome {

namespace {

using base::ErrorCode;
using base::fail;

constexpr std::uint64_t purpose_first = 0x6f757463626f6f31; // own streams for the two groups
constexpr std::uint64_t purpose_second = 0x6f757463626f6f32;

struct Rates {
  double share = 0;
  double per_reoffender = 0; // not a number when nobody reoffends
  double per_person = 0;
};

Rates rates_of(const FrequencyCounts& counts) {
  auto people = static_cast<double>(counts.people);
  auto reoffenders = static_cast<double>(counts.reoffenders);
  auto reoffences = static_cast<double>(counts.reoffences);
  return {reoffenders / people, reoffences / reoffenders, reoffences / people};
}

// Sorted, so that who stands where in the input cannot show.
std::vector<std::int32_t> sorted(std::span<const std::int32_t> counts) {
  std::vector<std::int32_t> result(counts.begin(), counts.end());
  std::sort(result.begin(), result.end());
  return result;
}

FrequencyCounts redrawn(const std::vector<std::int32_t>& counts, base::RandomStream random) {
  FrequencyCounts drawn;
  drawn.people = static_cast<std::int64_t>(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    std::int32_t reoffences = counts[random.below(counts.size())];
    drawn.reoffenders += reoffences > 0 ? 1 : 0;
    drawn.reoffences += reoffences;
  }
  return drawn;
}

// Between order statistics in proportion, as R's default quantile.
double quantile(const std::vector<double>& ordered, double probability) {
  double place = probability * static_cast<double>(ordered.size() - 1);
  auto below = static_cast<std::size_t>(place);
  if (below + 1 >= ordered.size()) return ordered.back();
  return ordered[below] + (place - static_cast<double>(below)) * (ordered[below + 1] - ordered[below]);
}

RateEstimate percentile(double estimate, std::vector<double> replicates, double confidence) {
  std::erase_if(replicates, [](double value) { return !std::isfinite(value); });
  if (replicates.empty()) return {estimate, {estimate, estimate}};
  std::sort(replicates.begin(), replicates.end());
  double tail = (1 - confidence) / 2;
  return {estimate, {quantile(replicates, tail), quantile(replicates, 1 - tail)}};
}

base::Result<bool> check(std::span<const std::int32_t> counts, const BootstrapOptions& options,
                         const char* whose) {
  PROBITY_ENSURE(options.replicates >= 100 && options.confidence > 0 && options.confidence < 1);
  if (counts.empty()) return fail(ErrorCode::invalid_input, "there is nobody to draw from", whose);
  if (count_frequency(counts).reoffenders == 0)
    return fail(ErrorCode::invalid_input, "nobody reoffends, so there is no frequency to draw", whose);
  return true;
}

struct Replicates {
  std::vector<double> share;
  std::vector<double> per_reoffender;
  std::vector<double> per_person;

  void add(const Rates& rates) {
    share.push_back(rates.share);
    per_reoffender.push_back(rates.per_reoffender);
    per_person.push_back(rates.per_person);
  }
};

Rates ratio(const Rates& a, const Rates& b) {
  return {a.share / b.share, a.per_reoffender / b.per_reoffender, a.per_person / b.per_person};
}

} // namespace

base::Result<BootstrapFrequency> bootstrap_frequency(std::span<const std::int32_t> counts,
                                                     const BootstrapOptions& options) {
  PROBITY_TRY(check(counts, options, "people"));
  std::vector<std::int32_t> pool = sorted(counts);
  Rates found = rates_of(count_frequency(counts));
  Replicates replicates;
  for (int r = 0; r < options.replicates; ++r)
    replicates.add(rates_of(redrawn(pool, {options.seed, static_cast<std::uint64_t>(r), purpose_first})));
  return BootstrapFrequency{
      percentile(found.share, std::move(replicates.share), options.confidence),
      percentile(found.per_reoffender, std::move(replicates.per_reoffender), options.confidence),
      percentile(found.per_person, std::move(replicates.per_person), options.confidence)};
}

base::Result<BootstrapRatios> bootstrap_ratios(std::span<const std::int32_t> a,
                                               std::span<const std::int32_t> b,
                                               const BootstrapOptions& options) {
  PROBITY_TRY(check(a, options, "first group"));
  PROBITY_TRY(check(b, options, "second group"));
  std::vector<std::int32_t> first = sorted(a);
  std::vector<std::int32_t> second = sorted(b);
  Rates found = ratio(rates_of(count_frequency(a)), rates_of(count_frequency(b)));
  Replicates replicates;
  for (int r = 0; r < options.replicates; ++r) {
    auto key = static_cast<std::uint64_t>(r);
    replicates.add(ratio(rates_of(redrawn(first, {options.seed, key, purpose_first})),
                         rates_of(redrawn(second, {options.seed, key, purpose_second}))));
  }
  return BootstrapRatios{
      percentile(found.share, std::move(replicates.share), options.confidence),
      percentile(found.per_reoffender, std::move(replicates.per_reoffender), options.confidence),
      percentile(found.per_person, std::move(replicates.per_person), options.confidence)};
}

} // namespace probity::outcome
