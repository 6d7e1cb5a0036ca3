#include "outcome/matching.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>
#include <tuple>

namespace probity::outcome {

namespace {

using base::ErrorCode;
using base::fail;

struct Candidate {
  double score = 0;
  std::uint64_t key = 0;
  std::size_t row = 0;

  bool operator<(const Candidate& other) const {
    return std::tie(score, key, row) < std::tie(other.score, other.key, other.row);
  }
};

struct Spread {
  double mean = 0;
  double variance = 0; // of a sample: divided by n − 1
};

Spread spread_of(const std::vector<double>& values) {
  Spread spread;
  if (values.empty()) return spread;
  auto n = static_cast<double>(values.size());
  for (double value : values)
    spread.mean += value;
  spread.mean /= n;
  for (double value : values)
    spread.variance += (value - spread.mean) * (value - spread.mean);
  spread.variance = n > 1 ? spread.variance / (n - 1) : 0;
  return spread;
}

// The nearest that is free. Of equally near ones, the smallest key.
std::set<Candidate>::const_iterator nearest(const std::set<Candidate>& free, double score) {
  auto above = free.lower_bound({score, 0, 0});
  if (above == free.begin()) return above;
  auto below = free.lower_bound({std::prev(above)->score, 0, 0});
  if (above == free.end()) return below;
  double up = above->score - score;
  double down = score - below->score;
  if (up != down) return up < down ? above : below;
  return above->key < below->key ? above : below;
}

double standardised(double from, double deviation) {
  if (deviation > 0) return from / deviation;
  if (from == 0) return 0;
  return std::copysign(std::numeric_limits<double>::infinity(), from);
}

} // namespace

base::Result<Matching> match_nearest(std::span<const double> log_odds, std::span<const std::uint8_t> treated,
                                     std::span<const std::uint64_t> keys, double caliper_deviations) {
  PROBITY_ENSURE(log_odds.size() == treated.size() && keys.size() == treated.size() &&
                 caliper_deviations > 0);
  std::vector<Candidate> wanting;
  std::set<Candidate> free;
  std::set<std::uint64_t> seen;
  for (std::size_t row = 0; row < log_odds.size(); ++row) {
    PROBITY_ENSURE(std::isfinite(log_odds[row]));
    if (!seen.insert(keys[row]).second)
      return fail(ErrorCode::invalid_input,
                  "two rows have the same key, so ties between them cannot be decided",
                  "row " + std::to_string(row + 1), "Give every row a key of its own.");
    Candidate candidate{log_odds[row], keys[row], row};
    if (treated[row] != 0)
      wanting.push_back(candidate);
    else
      free.insert(candidate);
  }
  if (wanting.empty() || free.empty())
    return fail(ErrorCode::invalid_input, wanting.empty()
                                              ? "nobody took part, so there is nobody to match"
                                              : "everybody took part, so there is nobody to compare with");
  std::sort(wanting.begin(), wanting.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.key < b.key;
  });
  // In the order of scores, so that the order of rows cannot move the last bits of the caliper.
  std::vector<double> treated_scores;
  std::vector<double> free_scores;
  for (const Candidate& candidate : wanting)
    treated_scores.push_back(candidate.score);
  for (const Candidate& candidate : free)
    free_scores.push_back(candidate.score);
  Matching matching;
  matching.caliper = caliper_deviations *
                     std::sqrt((spread_of(treated_scores).variance + spread_of(free_scores).variance) / 2);
  for (const Candidate& one : wanting) {
    auto found = nearest(free, one.score);
    double distance = found == free.end() ? 0 : std::fabs(found->score - one.score);
    if (found == free.end() || distance > matching.caliper) {
      matching.unmatched.push_back(one.row);
      continue;
    }
    matching.pairs.push_back({one.row, found->row, distance});
    free.erase(found);
  }
  return matching;
}

std::vector<Balance> balance_table(const Covariates& covariates, std::span<const std::uint8_t> treated,
                                   const Matching& matching) {
  std::vector<Balance> table;
  for (std::size_t j = 0; j < covariates.columns(); ++j) {
    std::vector<double> treated_before;
    std::vector<double> comparison_before;
    for (std::size_t i = 0; i < covariates.rows(); ++i)
      (treated[i] != 0 ? treated_before : comparison_before).push_back(covariates.row(i)[j]);
    std::vector<double> treated_after;
    std::vector<double> comparison_after;
    for (const MatchedPair& pair : matching.pairs) {
      treated_after.push_back(covariates.row(pair.treated)[j]);
      comparison_after.push_back(covariates.row(pair.comparison)[j]);
    }
    Spread first = spread_of(treated_before);
    Spread second = spread_of(comparison_before);
    double deviation = std::sqrt((first.variance + second.variance) / 2);
    Balance row{covariates.names[j],
                first.mean,
                second.mean,
                spread_of(treated_after).mean,
                spread_of(comparison_after).mean,
                0,
                0};
    row.difference_before = standardised(row.treated_before - row.comparison_before, deviation);
    row.difference_after = standardised(row.treated_after - row.comparison_after, deviation);
    table.push_back(std::move(row));
  }
  return table;
}

double worst_imbalance(std::span<const Balance> table) {
  double worst = 0;
  for (const Balance& row : table)
    worst = std::max(worst, std::fabs(row.difference_after));
  return worst;
}

} // namespace probity::outcome
