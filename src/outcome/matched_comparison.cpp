#include "outcome/matched_comparison.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace probity::outcome {

namespace {

struct CompleteRows {
  Covariates covariates;
  std::vector<std::uint8_t> treated;
  std::vector<std::uint64_t> keys;
  std::vector<std::size_t> given; // the row it was
};

CompleteRows complete_rows(const Covariates& covariates, std::span<const std::uint8_t> treated,
                           std::span<const std::uint64_t> keys) {
  CompleteRows complete{{covariates.names, {}}, {}, {}, {}};
  for (std::size_t i = 0; i < covariates.rows(); ++i) {
    std::span<const double> row = covariates.row(i);
    if (!std::all_of(row.begin(), row.end(), [](double value) { return std::isfinite(value); })) continue;
    complete.covariates.add_row(row);
    complete.treated.push_back(treated[i]);
    complete.keys.push_back(keys[i]);
    complete.given.push_back(i);
  }
  return complete;
}

AttritionStep step_of(std::string name, std::span<const std::uint8_t> treated) {
  auto took_part =
      std::count_if(treated.begin(), treated.end(), [](std::uint8_t value) { return value != 0; });
  return {std::move(name), took_part, static_cast<std::int64_t>(treated.size()) - took_part};
}

PairedOutcomes outcomes_of(const Matching& matching, std::span<const std::uint8_t> outcome) {
  PairedOutcomes found;
  for (const MatchedPair& pair : matching.pairs) {
    bool with = outcome[pair.treated] != 0;
    bool without = outcome[pair.comparison] != 0;
    ++found.pairs;
    found.both += with && without ? 1 : 0;
    found.only_treated += with && !without ? 1 : 0;
    found.only_comparison += !with && without ? 1 : 0;
  }
  return found;
}

} // namespace

base::Result<MatchedComparison> compare_matched(const Covariates& covariates,
                                                std::span<const std::uint8_t> treated,
                                                std::span<const std::uint8_t> outcome,
                                                std::span<const std::uint64_t> keys,
                                                const MatchingOptions& options) {
  PROBITY_ENSURE(covariates.rows() == treated.size() && outcome.size() == treated.size() &&
                 keys.size() == treated.size());
  CompleteRows complete = complete_rows(covariates, treated, keys);
  MatchedComparison found;
  found.attrition.push_back(step_of("given", treated));
  found.attrition.push_back(step_of("everything known that is matched on", complete.treated));
  PROBITY_ASSIGN(found.propensity, fit_logistic(complete.covariates, complete.treated));
  std::vector<double> log_odds;
  for (std::size_t i = 0; i < complete.given.size(); ++i)
    log_odds.push_back(found.propensity.log_odds(complete.covariates.row(i)));
  PROBITY_ASSIGN(found.matching,
                 match_nearest(log_odds, complete.treated, complete.keys, options.caliper_deviations));
  if (found.matching.pairs.empty())
    return base::fail(base::ErrorCode::invalid_input,
                      "nobody who did not take part is near enough to anybody who did", {},
                      "The two groups are too unlike to compare; a wider caliper would hide that.");
  found.balance = balance_table(complete.covariates, complete.treated, found.matching);
  found.balanced = worst_imbalance(found.balance) <= options.largest_imbalance;
  auto pairs = static_cast<std::int64_t>(found.matching.pairs.size());
  found.attrition.push_back({"matched within the caliper", pairs, pairs});
  for (MatchedPair& pair : found.matching.pairs)
    pair = {complete.given[pair.treated], complete.given[pair.comparison], pair.distance};
  for (std::size_t& row : found.matching.unmatched)
    row = complete.given[row];
  found.outcomes = outcomes_of(found.matching, outcome);
  found.difference = paired_difference(found.outcomes, options.confidence);
  double without = found.outcomes.comparison().value();
  if (without > 0 && without < 1)
    found.detection = detection(
        {.baseline = without, .people = pairs, .baseline_people = pairs, .confidence = options.confidence});
  if (found.balanced) found.conclusion = conclude(found.difference, pairs, options.fewest_pairs);
  return found;
}

} // namespace probity::outcome
