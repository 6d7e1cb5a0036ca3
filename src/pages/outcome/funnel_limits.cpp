#include "pages/outcome/funnel_limits.h"

#include <algorithm>
#include <cmath>

#include "base/money.h"
#include "pages/outcome/outcome_words.h"

namespace probity::pages {
namespace {

// φ is said with two decimals.
constexpr double hundred = 100;

html::Limits limits_at(double target, std::int64_t people, const outcome::Overdispersion& over) {
  const auto at = [&](double confidence) {
    return over.present ? outcome::widened_funnel_limits(target, people, confidence, over.phi)
                        : outcome::funnel_limits(target, people, confidence);
  };
  const outcome::Interval inner = at(0.95);
  const outcome::Interval outer = at(0.998);
  return {inner.low, inner.high, outer.low, outer.high};
}

std::string limits_words(const outcome::Overdispersion& over, const std::string& units) {
  const std::string phi = base::Rational::of(std::llround(over.phi * hundred), 100).decimal(2);
  return over.present ? widened_limits(units, phi) : exact_limits(units, phi);
}

} // namespace

void put_limits(html::FunnelPlot& plot, const outcome::Funnel& funnel) {
  double most = 1;
  for (std::size_t i = 0; i < plot.points.size(); ++i) {
    const outcome::FunnelPoint& point = funnel.points[i];
    plot.points[i].limits = {point.limits_95.low, point.limits_95.high, point.limits_998.low,
                             point.limits_998.high};
    most = std::max(most, static_cast<double>(plot.points[i].of));
  }
  for (std::int64_t size = 2; static_cast<double>(size) < most * 1.25 + 2;
       size += std::max<std::int64_t>(1, size / 8))
    plot.limits.push_back({static_cast<double>(size), limits_at(funnel.target, size, funnel.overdispersion)});
  plot.centre = funnel.target;
  plot.limits_are = limits_words(funnel.overdispersion, plot.units);
}

} // namespace probity::pages
