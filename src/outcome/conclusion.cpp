#include "outcome/conclusion.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/result.h"
#include "outcome/distributions.h"

namespace probity::outcome {

namespace {

// "2.0 fewer", "1.5 more", "none more or fewer", in a hundred.
std::string change(double difference) {
  std::string size = fmt::format("{:.1f}", 100 * std::fabs(difference));
  if (size == "0.0") return "none more or fewer";
  return size + (difference < 0 ? " fewer" : " more");
}

std::string range(const Interval& interval) {
  double low = interval.low;
  double high = interval.high;
  if (low < 0 && high > 0) return "between " + change(low) + " and " + change(high);
  double near = std::min(std::fabs(low), std::fabs(high));
  double far = std::max(std::fabs(low), std::fabs(high));
  return fmt::format("between {:.1f} and {:.1f} {}", 100 * near, 100 * far, high <= 0 ? "fewer" : "more");
}

} // namespace

std::string to_text(Conclusion conclusion) {
  switch (conclusion) {
  case Conclusion::reduces:
    return "reduces";
  case Conclusion::increases:
    return "increases";
  case Conclusion::not_enough_evidence:
    break;
  }
  return "not enough evidence";
}

Conclusion conclude(const Difference& difference, std::int64_t people, std::int64_t fewest_people) {
  if (people < fewest_people) return Conclusion::not_enough_evidence;
  if (difference.interval.high < 0) return Conclusion::reduces;
  if (difference.interval.low > 0) return Conclusion::increases;
  return Conclusion::not_enough_evidence;
}

Difference paired_difference(const PairedOutcomes& outcomes, double confidence) {
  PROBITY_ENSURE(outcomes.pairs > 0 && outcomes.both >= 0 && outcomes.only_treated >= 0 &&
                 outcomes.only_comparison >= 0 &&
                 outcomes.both + outcomes.only_treated + outcomes.only_comparison <= outcomes.pairs);
  auto n = static_cast<double>(outcomes.pairs);
  auto b = static_cast<double>(outcomes.only_treated);
  auto c = static_cast<double>(outcomes.only_comparison);
  double middle = (b - c) / (n + 2);
  double half = two_sided_normal(confidence) * std::sqrt((b + c + 1) - (b - c) * (b - c) / (n + 2)) / (n + 2);
  return {(b - c) / n, {std::max(-1.0, middle - half), std::min(1.0, middle + half)}};
}

std::string sentence(Conclusion conclusion, Proportion with, const Difference& difference,
                     double smallest_effect, const Wording& wording) {
  if (conclusion == Conclusion::not_enough_evidence)
    return fmt::format(
        "There is not enough evidence to say that {} changes {}: of 100 people like these it may be "
        "{}. With this many people, an effect of less than {:.1f} in 100 would often have been "
        "missed.",
        wording.programme, wording.outcome, range(difference.interval), 100 * smallest_effect);
  double rate = with.value();
  std::string begin = wording.programme;
  if (!begin.empty() && begin[0] >= 'a' && begin[0] <= 'z')
    begin[0] = static_cast<char>(begin[0] - 'a' + 'A');
  return fmt::format(
      "{} {} {}: of 100 people like these, {:.1f} {}, where {:.1f} would have without it ({}).", begin,
      to_text(conclusion), wording.outcome, 100 * rate, wording.meet, 100 * (rate - difference.estimate),
      range(difference.interval));
}

} // namespace probity::outcome
