#include "outcome/comparison.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "outcome/report.h"

namespace probity::outcome {
namespace {

using base::Rational;

const Rational& critical() {
  static const Rational value = Rational::of(196, 100);
  return value;
}

double as_double(const Rational& value) {
  return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

// 2.73 of 0.0273.
std::string points(double proportion) {
  return Rational::of(std::llround(proportion * 10000), 100).decimal(2);
}

std::string sentence_of(const Comparison& comparison) {
  const std::string found = comparison.direction == Direction::lower ? "Lower than could be chance."
                            : comparison.direction == Direction::higher
                                ? "Higher than could be chance."
                                : "Not enough evidence of a difference.";
  const std::string difference = (comparison.deviation.difference * Rational(100)).decimal(2);
  return words_for(comparison.label) + " against " + comparison.against + ": " + difference +
         " points (95 % interval " + points(comparison.interval.low) + " to " +
         points(comparison.interval.high) + "). " + found + " Significant from " +
         points(comparison.detection.critical_difference) +
         " points on; a true difference is found four times in five from " +
         points(comparison.detection.smallest_effect) + " on.";
}

void finish(Comparison& comparison, const DetectionQuestion& question) {
  comparison.direction = decide(comparison.deviation, critical());
  comparison.detection = detection(question);
  comparison.sentence = sentence_of(comparison);
}

// The tests take a count for normally distributed.
base::Result<void> enough(std::int64_t people, double rate, const std::string& label) {
  constexpr double least = 5;
  if (static_cast<double>(people) * std::min(rate, 1 - rate) >= least) return {};
  return base::fail(base::ErrorCode::refused,
                    "with " + count_text(people) +
                        " there are too few to compare: fewer than 5 are expected to "
                        "reoffend, or not to",
                    label);
}

std::vector<std::int32_t> reoffences_of_each(const Cohort& cohort) {
  std::vector<std::int32_t> out;
  out.reserve(cohort.members.size());
  for (const Member& member : cohort.members)
    out.push_back(static_cast<std::int32_t>(
        std::count_if(member.reoffences.begin(), member.reoffences.end(),
                      [](const Reoffence& reoffence) { return reoffence.certainty == Certainty::certain; })));
  return out;
}

} // namespace

std::optional<Baseline> parse_baseline(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto percent = Rational::parse_decimal(text.substr(0, slash));
  if (!percent || *percent <= Rational(0) || *percent >= Rational(100)) return std::nullopt;
  Baseline out{*percent / Rational(100), std::nullopt};
  if (slash != std::string_view::npos) {
    const std::string_view people = text.substr(slash + 1);
    std::int64_t number = 0;
    const auto [at, fault] = std::from_chars(people.data(), people.data() + people.size(), number);
    if (fault != std::errc{} || at != people.data() + people.size() || number < 1 || number > 1'000'000'000)
      return std::nullopt;
    out.people = number;
  }
  return out;
}

std::string to_text(const Baseline& baseline) {
  const std::string rate = percent_text(baseline.rate);
  return baseline.people ? rate + " of " + count_text(*baseline.people) + " people"
                         : rate + ", taken as fixed";
}

base::Result<Comparison> compare(const std::string& label, const Counts& counts, const Baseline& baseline) {
  const Proportion observed{counts.reoffenders.certain, counts.people};
  Comparison out;
  out.label = label;
  out.against = to_text(baseline);
  PROBITY_ASSIGN(out.deviation, against_fixed(observed, baseline.rate));
  const double rate = as_double(baseline.rate);
  PROBITY_TRY(enough(counts.people, rate, label));
  if (baseline.people) PROBITY_TRY(enough(*baseline.people, rate, label));
  if (baseline.people) {
    // b(1 − b)/n + b(1 − b)/m, the first term being known.
    out.deviation.variance =
        out.deviation.variance * Rational::of(*baseline.people + counts.people, *baseline.people);
    const Proportion sampled{std::llround(rate * static_cast<double>(*baseline.people)), *baseline.people};
    out.interval = difference(observed, sampled).interval;
  } else {
    const Interval wilson = wilson_interval(observed);
    out.interval = {wilson.low - rate, wilson.high - rate};
  }
  finish(out, {.baseline = rate, .people = counts.people, .baseline_people = baseline.people});
  return out;
}

base::Result<Comparison> compare(const Cohort& cohort, const Cohort& against) {
  PROBITY_TRY(joined({cohort, against}));
  const Proportion now{cohort.all.reoffenders.certain, cohort.all.people};
  const Proportion then{against.all.reoffenders.certain, against.all.people};
  Comparison out;
  out.label = cohort.rule.period ? to_text(*cohort.rule.period) : "all";
  out.against = to_text(*against.rule.period) + " (" + percent_text(rates(against.all).binary) + " of " +
                count_text(against.all.people) + ")";
  PROBITY_ASSIGN(out.deviation, between(now, then));
  out.interval = difference(now, then).interval;
  // Chance is measured at the rate of both together, as in the test.
  const Proportion both{now.count + then.count, now.of + then.of};
  PROBITY_TRY(enough(now.of, both.value(), cohort.id));
  PROBITY_TRY(enough(then.of, both.value(), against.id));
  finish(out, {.baseline = both.value(), .people = now.of, .baseline_people = then.of});
  return out;
}

base::Result<FrequencyComparison> compare_frequency(const Cohort& cohort, const Cohort& against) {
  PROBITY_TRY(joined({cohort, against}));
  FrequencyComparison out;
  PROBITY_ASSIGN(out.per_person,
                 quasi_poisson_ratio(reoffences_of_each(cohort), reoffences_of_each(against)));
  const auto text = [](double value) { return Rational::of(std::llround(value * 1000), 1000).decimal(3); };
  const RateEstimate& ratio = out.per_person.ratio;
  out.sentence = "Reoffences per person were " + text(ratio.estimate) + " times those of " +
                 to_text(*against.rule.period) + " (95 % interval " + text(ratio.interval.low) + " to " +
                 text(ratio.interval.high) + ", quasi-Poisson, dispersion " +
                 text(out.per_person.dispersion) + ", p = " + text(out.per_person.p_value) + ").";
  return out;
}

} // namespace probity::outcome
