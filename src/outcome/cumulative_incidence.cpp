#include "outcome/cumulative_incidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/logexp.h"
#include "base/result.h"
#include "outcome/distributions.h"

namespace probity::outcome {

namespace {

// The variance of F(t) is Σ over earlier times s of the multinomial variance of that day's hazards, each
// weighed with what it does to F(t): that weight is A − B·F(t), so that three sums over s give every later t.
class IncidenceVariance {
 public:
  // `hazard`: of this cause, `other`: of all the rest, out of `n` at risk; `before`: free of any event
  // before this time; `share`: F at this time.
  void add(double n, double hazard, double other, double before, double share) {
    double all = hazard + other;
    // The last ones leave: nothing follows for F to lose.
    double loss = all < 1 ? 1 / (1 - all) : 0;
    double of_cause = before + share * loss;
    double of_rest = share * loss;
    // Σ c² p − (Σ c p)² with c = A − B·F(t).
    double mean_constant = of_cause * hazard + of_rest * other;
    double mean_slope = loss * all;
    constant_ +=
        (of_cause * of_cause * hazard + of_rest * of_rest * other - mean_constant * mean_constant) / n;
    linear_ += (mean_constant * loss - mean_constant * mean_slope) / n;
    square_ += (loss * loss * all - mean_slope * mean_slope) / n;
  }
  [[nodiscard]] double at(double share) const {
    return std::max(0.0, constant_ - 2 * linear_ * share + square_ * share * share);
  }

 private:
  double constant_ = 0;
  double linear_ = 0;
  double square_ = 0;
};

} // namespace

const IncidenceStep* IncidenceCurves::at(std::int32_t time) const {
  auto after = std::upper_bound(steps.begin(), steps.end(), time,
                                [](std::int32_t t, const IncidenceStep& step) { return t < step.time; });
  return after == steps.begin() ? nullptr : &*std::prev(after);
}

IncidenceCurves cumulative_incidence(std::span<const FollowUp> people, int causes, double confidence) {
  PROBITY_ENSURE(causes >= 1);
  double z = two_sided_normal(confidence);
  auto kinds = static_cast<std::size_t>(causes);
  IncidenceCurves curves;
  curves.people = static_cast<std::int64_t>(people.size());
  std::vector<double> share(kinds, 0);
  std::vector<IncidenceVariance> variance(kinds);
  double free = 1;
  for (const Departures& row : departures(people, causes)) {
    auto n = static_cast<double>(row.at_risk);
    auto all = static_cast<double>(row.events());
    double before = free;
    free *= (n - all) / n;
    IncidenceStep step{row.time, row.at_risk, row.censored, free, {}};
    for (std::size_t k = 0; k < kinds; ++k) {
      auto d = static_cast<double>(row.by_cause[k]);
      share[k] += before * (d / n);
      if (all > 0) variance[k].add(n, d / n, (all - d) / n, before, share[k]);
      Incidence incidence{row.by_cause[k], share[k], std::sqrt(variance[k].at(share[k])), {}};
      if (share[k] > 0 && share[k] < 1 && incidence.standard_error > 0) {
        double log_share = base::log(share[k]);
        double half = z * incidence.standard_error / (share[k] * -log_share);
        incidence.interval =
            Interval{base::exp(log_share * base::exp(half)), base::exp(log_share * base::exp(-half))};
      }
      step.by_cause.push_back(incidence);
    }
    curves.steps.push_back(std::move(step));
  }
  return curves;
}

} // namespace probity::outcome
