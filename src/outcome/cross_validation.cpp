#include "outcome/cross_validation.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "base/random.h"

namespace probity::outcome {

namespace {

constexpr std::uint64_t purpose_folds = 0x6f757463666f6c64;

} // namespace

base::Result<std::vector<int>> keyed_folds(std::span<const std::uint64_t> keys, int folds,
                                           std::uint64_t seed) {
  PROBITY_ENSURE(folds >= 2);
  std::map<std::uint64_t, int> fold_of;
  for (std::uint64_t key : keys)
    fold_of.emplace(key, 0);
  if (fold_of.size() < static_cast<std::size_t>(folds))
    return base::fail(base::ErrorCode::invalid_input, std::to_string(fold_of.size()) +
                                                          " people cannot be cut into " +
                                                          std::to_string(folds) + " parts");
  std::vector<std::pair<std::uint64_t, std::uint64_t>> order; // (drawn, key)
  order.reserve(fold_of.size());
  for (const auto& [key, unset] : fold_of)
    order.emplace_back(base::RandomStream(seed, key, purpose_folds).next(), key);
  std::sort(order.begin(), order.end());
  for (std::size_t i = 0; i < order.size(); ++i)
    fold_of[order[i].second] = static_cast<int>(i % static_cast<std::size_t>(folds));
  std::vector<int> result;
  result.reserve(keys.size());
  for (std::uint64_t key : keys)
    result.push_back(fold_of[key]);
  return result;
}

base::Result<CrossValidation> cross_validate(const Covariates& covariates,
                                             std::span<const std::uint8_t> outcome,
                                             std::span<const std::uint64_t> keys, int folds,
                                             std::uint64_t seed) {
  PROBITY_ENSURE(covariates.rows() == outcome.size() && keys.size() == outcome.size());
  CrossValidation result;
  PROBITY_ASSIGN(result.fold, keyed_folds(keys, folds, seed));
  result.predicted.resize(outcome.size());
  for (int left_out = 0; left_out < folds; ++left_out) {
    Covariates seen{covariates.names, {}};
    std::vector<std::uint8_t> seen_outcome;
    for (std::size_t i = 0; i < outcome.size(); ++i) {
      if (result.fold[i] == left_out) continue;
      seen.add_row(covariates.row(i));
      seen_outcome.push_back(outcome[i]);
    }
    auto model = fit_logistic(seen, seen_outcome);
    if (!model)
      return tl::unexpected<base::Error>(
          std::move(model.error()).at("without part " + std::to_string(left_out + 1) + ","));
    for (std::size_t i = 0; i < outcome.size(); ++i)
      if (result.fold[i] == left_out) result.predicted[i] = model->probability(covariates.row(i));
  }
  return result;
}

} // namespace probity::outcome
