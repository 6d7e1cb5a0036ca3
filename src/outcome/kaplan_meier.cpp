#include "outcome/kaplan_meier.h"

#include <algorithm>
#include <cmath>

#include "base/logexp.h"
#include "outcome/distributions.h"

namespace probity::outcome {

const SurvivalStep* SurvivalCurve::at(std::int32_t time) const {
  auto after = std::upper_bound(steps.begin(), steps.end(), time,
                                [](std::int32_t t, const SurvivalStep& step) { return t < step.time; });
  return after == steps.begin() ? nullptr : &*std::prev(after);
}

std::optional<std::int32_t> SurvivalCurve::median() const {
  for (const SurvivalStep& step : steps)
    if (step.survival <= 0.5) return step.time;
  return std::nullopt;
}

SurvivalCurve kaplan_meier(std::span<const FollowUp> people, double confidence) {
  int causes = 1;
  for (const FollowUp& person : people)
    causes = std::max(causes, static_cast<int>(person.cause));
  double z = two_sided_normal(confidence);
  SurvivalCurve curve;
  curve.people = static_cast<std::int64_t>(people.size());
  double survival = 1;
  double greenwood = 0; // Σ d / (n (n − d)): the variance of log S
  for (const Departures& row : departures(people, causes)) {
    SurvivalStep step{row.time, row.at_risk, row.events(), row.censored, 0, 0, {}};
    auto n = static_cast<double>(step.at_risk);
    auto d = static_cast<double>(step.events);
    survival *= (n - d) / n;
    step.survival = survival;
    if (step.events < step.at_risk) {
      greenwood += d / (n * (n - d));
      step.standard_error = survival * std::sqrt(greenwood);
    }
    if (survival > 0 && survival < 1) {
      double log_survival = base::log(survival);
      double half = z * std::sqrt(greenwood) / -log_survival; // on the scale of log(−log S)
      step.interval =
          Interval{base::exp(log_survival * base::exp(half)), base::exp(log_survival * base::exp(-half))};
    }
    curve.steps.push_back(step);
  }
  return curve;
}

} // namespace probity::outcome
