#include "outcome/calibration.h"

#include <algorithm>
#include <cstddef>

#include "outcome/distributions.h"
#include "outcome/logistic.h"

namespace probity::outcome {

namespace {

struct Predicted {
  double probability = 0;
  bool happened = false;
};

// Rows of equal prediction stay together: the middle of their ranks decides.
std::vector<CalibrationGroup> grouped(const std::vector<Predicted>& sorted, int groups) {
  std::vector<CalibrationGroup> result;
  auto number = static_cast<std::size_t>(groups);
  std::size_t open = number; // the part that the last group covers; none yet
  for (std::size_t from = 0; from < sorted.size();) {
    std::size_t to = from;
    std::int64_t happened = 0;
    for (; to < sorted.size() && sorted[to].probability == sorted[from].probability; ++to)
      happened += sorted[to].happened ? 1 : 0;
    std::size_t part = number * (from + to) / (2 * sorted.size());
    double probability = sorted[from].probability;
    if (part != open) result.push_back({probability, probability, 0, {0, 0}, {}});
    open = part;
    CalibrationGroup& group = result.back();
    group.highest = probability;
    group.mean_predicted += probability * static_cast<double>(to - from); // the sum for now
    group.observed.of += static_cast<std::int64_t>(to - from);
    group.observed.count += happened;
    from = to;
  }
  for (CalibrationGroup& group : result) {
    group.mean_predicted /= static_cast<double>(group.observed.of);
    group.interval = wilson_interval(group.observed);
  }
  return result;
}

Coefficient coefficient_of(const LogisticModel& model, std::size_t index) {
  double half = two_sided_normal(0.95) * model.standard_error(index);
  double estimate = model.coefficients[index];
  return {estimate, model.standard_error(index), {estimate - half, estimate + half}};
}

} // namespace

base::Result<Calibration> calibration(std::span<const double> predicted,
                                      std::span<const std::uint8_t> outcome, int groups) {
  PROBITY_ENSURE(predicted.size() == outcome.size() && groups >= 1);
  if (predicted.empty()) return base::fail(base::ErrorCode::invalid_input, "there is no prediction to judge");
  std::vector<Predicted> sorted;
  sorted.reserve(predicted.size());
  for (std::size_t i = 0; i < predicted.size(); ++i) {
    if (!(predicted[i] > 0 && predicted[i] < 1))
      return base::fail(base::ErrorCode::invalid_input,
                        "a prediction must lie between 0 and 1, neither included",
                        "row " + std::to_string(i + 1));
    sorted.push_back({predicted[i], outcome[i] != 0});
  }
  std::sort(sorted.begin(), sorted.end(), [](const Predicted& a, const Predicted& b) {
    return a.probability != b.probability ? a.probability < b.probability : a.happened < b.happened;
  });
  Calibration found;
  found.groups = grouped(sorted, groups);
  Covariates log_odds{{"logit of the prediction"}, {}};
  std::vector<std::uint8_t> happened;
  for (const Predicted& row : sorted) {
    double error = (row.happened ? 1.0 : 0.0) - row.probability;
    found.expected += row.probability;
    found.observed += row.happened ? 1 : 0;
    found.brier += error * error;
    log_odds.values.push_back(logit(row.probability));
    happened.push_back(row.happened ? 1 : 0);
  }
  found.brier /= static_cast<double>(sorted.size());
  if (auto model = fit_logistic(log_odds, happened)) {
    found.intercept = coefficient_of(*model, 0);
    found.slope = coefficient_of(*model, 1);
  }
  if (auto model = fit_intercept(happened, log_odds.values)) found.in_the_large = coefficient_of(*model, 0);
  return found;
}

} // namespace probity::outcome
