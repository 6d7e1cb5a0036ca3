#include "contract/outcome_result.h"

#include <fmt/format.h>

namespace probity::contract {
namespace {

using base::Rational;
using Kind = OutcomeResult::Kind;

// Cases and whom they are counted among.
struct Ratio {
  std::int64_t cases = 0;
  std::int64_t divisor = 0;
};

Ratio ratio_of(OutcomeTerms::Figure figure, const PeopleCounts& counts) {
  switch (figure) {
  case OutcomeTerms::Figure::reoffenders:
    return {counts.reoffenders, counts.people};
  case OutcomeTerms::Figure::reoffences_per_reoffender:
    return {counts.reoffences, counts.reoffenders};
  case OutcomeTerms::Figure::reoffences_per_person:
    return {counts.reoffences, counts.people};
  }
  return {};
}

bool sound(const PeopleCounts& counts) {
  return counts.people <= most_cohort_people && counts.reoffenders >= 0 &&
         counts.reoffenders <= counts.people && counts.reoffences >= 0 &&
         counts.reoffences <= 1000 * most_cohort_people;
}

OutcomeResult without(Kind kind, std::string reason) {
  OutcomeResult out;
  out.kind = kind;
  out.reason = std::move(reason);
  return out;
}

constexpr std::int64_t million = 1'000'000; // scores are millionths

struct Baseline {
  Rational rate;           // per head
  std::int64_t people = 0; // that it was found on; 0: known exactly
  std::string missing;     // why there is none
};

Baseline baseline_of(const OutcomeTerms& terms, const OutcomeCounts& counts) {
  const auto counted = [&](const std::optional<PeopleCounts>& found, std::string_view missing) {
    Baseline out;
    const Ratio ratio = found ? ratio_of(terms.figure, *found) : Ratio{};
    if (ratio.divisor == 0)
      out.missing = missing;
    else
      out = {Rational::of(ratio.cases, ratio.divisor), ratio.divisor, ""};
    return out;
  };
  switch (terms.baseline_from) {
  case OutcomeTerms::BaselineFrom::contract:
    return {terms.baseline_rate,
            terms.baseline == OutcomeTerms::Baseline::sampled ? terms.baseline_people : 0, ""};
  case OutcomeTerms::BaselineFrom::event: {
    Baseline out = counted(counts.baseline, "no baseline has been set");
    if (terms.baseline == OutcomeTerms::Baseline::fixed) out.people = 0;
    return out;
  }
  case OutcomeTerms::BaselineFrom::others:
    return counted(counts.comparison, "no other body has people in the cohort");
  case OutcomeTerms::BaselineFrom::assessor:
    return counted(counts.comparison, "the assessor states no comparison group");
  }
  return {};
}

// The variance of (cases − expected cases) if nothing but chance moved them; 0 where nothing could vary.
Rational variance_of(const OutcomeTerms& terms, const OutcomeCounts& counts, const Baseline& baseline,
                     const Ratio& ratio) {
  if (terms.baseline == OutcomeTerms::Baseline::concurrent) {
    // Two samples: the common rate of both together. As one fraction, since its parts would not fit.
    const Ratio other = ratio_of(terms.figure, *counts.comparison);
    const std::int64_t all = ratio.divisor + other.divisor;
    const std::int64_t cases = ratio.cases + other.cases;
    return Rational::of(ratio.divisor, other.divisor) * Rational::of(cases, all) * Rational(all - cases);
  }
  Rational out = 0;
  if (terms.adjustment == OutcomeTerms::Adjustment::strata) {
    for (const auto& [name, stratum] : counts.strata) {
      const Rational& rate = terms.stratum_rates.at(name);
      out = out + Rational(stratum.people) * rate * (Rational(1) - rate);
    }
  } else if (terms.adjustment == OutcomeTerms::Adjustment::scores) {
    out = Rational::of(counts.score_variance, million) / million;
  } else {
    out = Rational(ratio.divisor) * baseline.rate * (Rational(1) - baseline.rate);
  }
  // A baseline that was itself found on people varies too.
  if (baseline.people > 0) out = out * Rational::of(baseline.people + ratio.divisor, baseline.people);
  return out;
}

// Why the scores cannot adjust; empty when they can.
std::string missing_scores(const OutcomeTerms& terms, const OutcomeCounts& counts) {
  if (terms.adjustment != OutcomeTerms::Adjustment::scores) return "";
  const std::int64_t all = counts.cohort.people + counts.unscored;
  if (Rational(counts.unscored * 100) > terms.unscored_at_most * Rational(all))
    return std::to_string(counts.unscored) + " of " + std::to_string(all) +
           " people have no score, and the clause lets at most " + terms.unscored_at_most.decimal(2) +
           " % be without";
  return "";
}

// What the scores lead one to expect, at the baseline's level.
Rational expected_by_scores(const OutcomeTerms& terms, const OutcomeCounts& counts, const Rational& rate) {
  Rational out = Rational::of(counts.score_sum, million);
  if (terms.baseline_mean_score)
    out = out + Rational(counts.cohort.people) * (rate - *terms.baseline_mean_score);
  return out;
}

std::string missing_stratum(const OutcomeTerms& terms, const OutcomeCounts& counts) {
  if (terms.adjustment == OutcomeTerms::Adjustment::strata)
    for (const auto& [name, stratum] : counts.strata)
      if (!terms.stratum_rates.contains(name)) return "the file has no rate for the stratum \"" + name + "\"";
  return "";
}

Kind kind_of(const OutcomeTerms& terms, const OutcomeResult& result) {
  const Rational& change =
      terms.change_in == OutcomeTerms::ChangeIn::points ? result.difference : result.percent;
  const outcome::Direction chance =
      terms.test == OutcomeTerms::Test::none
          ? (change < 0 ? outcome::Direction::lower : outcome::Direction::higher)
          : outcome::decide(*result.deviation, terms.critical);
  if (change < 0 && -change >= terms.reduction_at_least && chance == outcome::Direction::lower)
    return Kind::reduction;
  if (change > 0 && change >= terms.increase_at_least && chance == outcome::Direction::higher)
    return Kind::increase;
  return Kind::no_change;
}

OutcomeResult judge_stated(const OutcomeTerms& terms, std::int64_t change) {
  if (terms.test == OutcomeTerms::Test::z)
    return without(Kind::not_measured, "the assessor states a change only, and the clause tests counts");
  OutcomeResult out;
  out.stated = true;
  (terms.change_in == OutcomeTerms::ChangeIn::points ? out.difference : out.percent) =
      Rational::of(change, 1000);
  out.kind = kind_of(terms, out);
  return out;
}

// A change with its sign: "-2.80".
std::string sized(const Rational& value, int decimals) {
  const std::string text = value.decimal(decimals);
  return (value > 0 ? "+" : "") + text;
}

} // namespace

PeopleCounts& PeopleCounts::operator+=(const PeopleCounts& other) {
  people += other.people;
  reoffenders += other.reoffenders;
  reoffences += other.reoffences;
  return *this;
}

std::string_view to_text(OutcomeResult::Kind kind) {
  switch (kind) {
  case Kind::not_known:
    return "not known";
  case Kind::not_measured:
    return "not measured";
  case Kind::reduction:
    return "reduction";
  case Kind::no_change:
    return "no change";
  case Kind::increase:
    return "increase";
  }
  return "";
}

OutcomeResult judge(const OutcomeTerms& terms, const OutcomeCounts& counts) {
  if (counts.change) return judge_stated(terms, *counts.change);
  const Ratio ratio = ratio_of(terms.figure, counts.cohort);
  if (counts.cohort.people < terms.minimum)
    return without(Kind::not_measured, std::to_string(counts.cohort.people) + " people, measured from " +
                                           std::to_string(terms.minimum));
  if (ratio.divisor == 0) return without(Kind::not_measured, "no reoffenders to divide by");
  for (const PeopleCounts& each :
       {counts.cohort, counts.comparison.value_or(PeopleCounts{}), counts.baseline.value_or(PeopleCounts{})})
    if (!sound(each)) return without(Kind::not_measured, "the counts contradict one another");
  const Baseline baseline = baseline_of(terms, counts);
  if (!baseline.missing.empty()) return without(Kind::not_measured, baseline.missing);
  if (const std::string missing = missing_stratum(terms, counts); !missing.empty())
    return without(Kind::not_measured, missing);
  if (const std::string missing = missing_scores(terms, counts); !missing.empty())
    return without(Kind::not_measured, missing);

  OutcomeResult out;
  out.cases = ratio.cases;
  out.divisor = ratio.divisor;
  out.expected_cases = Rational(ratio.divisor) * baseline.rate;
  out.raw_expected = baseline.rate * 100;
  if (terms.adjustment == OutcomeTerms::Adjustment::strata) {
    out.expected_cases = 0;
    for (const auto& [name, stratum] : counts.strata)
      out.expected_cases = out.expected_cases + Rational(stratum.people) * terms.stratum_rates.at(name);
  }
  if (terms.adjustment == OutcomeTerms::Adjustment::scores)
    out.expected_cases = expected_by_scores(terms, counts, baseline.rate);
  const Rational divisor(ratio.divisor);
  out.rate = Rational(ratio.cases) / divisor * 100;
  out.expected = out.expected_cases / divisor * 100;
  out.difference = (out.cases - out.expected_cases) / divisor * 100;
  out.raw_difference = out.rate - out.raw_expected;
  if (out.expected_cases != 0) out.percent = (out.cases - out.expected_cases) / out.expected_cases * 100;
  if (terms.test == OutcomeTerms::Test::z) {
    const Rational variance = variance_of(terms, counts, baseline, ratio);
    if (variance == 0) return without(Kind::not_measured, "rates of none or all leave nothing to test");
    out.deviation = outcome::Deviation{out.cases - out.expected_cases, variance};
  }
  out.kind = kind_of(terms, out);
  return out;
}

OutcomeResult judge_pooled(const OutcomeTerms& terms, const std::vector<OutcomeResult>& cohorts) {
  OutcomeResult out;
  for (const OutcomeResult& cohort : cohorts) {
    if (cohort.kind == Kind::not_known || cohort.kind == Kind::not_measured)
      return without(cohort.kind, "a cohort is " + std::string(to_text(cohort.kind)));
    if (cohort.stated) return without(Kind::not_measured, "cohorts can be put together by their counts only");
    out.cases = out.cases + cohort.cases;
    out.expected_cases = out.expected_cases + cohort.expected_cases;
    out.divisor += cohort.divisor;
  }
  if (out.divisor == 0 || out.expected_cases == 0) return without(Kind::not_measured, "no cohort");
  const Rational divisor(out.divisor);
  out.rate = out.cases / divisor * 100;
  out.expected = out.raw_expected = out.expected_cases / divisor * 100;
  out.difference = out.raw_difference = (out.cases - out.expected_cases) / divisor * 100;
  out.percent = (out.cases - out.expected_cases) / out.expected_cases * 100;
  const Rational& change = terms.change_in == OutcomeTerms::ChangeIn::points ? out.difference : out.percent;
  out.kind = change < 0 && -change >= terms.pooled_at_least.value_or(0) ? Kind::reduction : Kind::no_change;
  return out;
}

std::string OutcomeResult::words(const OutcomeTerms& terms) const {
  if (kind == Kind::not_known || kind == Kind::not_measured)
    return std::string(to_text(kind)) + (reason.empty() ? "" : ": " + reason);
  std::string out;
  if (stated) {
    out = "a change of " +
          (terms.change_in == OutcomeTerms::ChangeIn::points ? sized(difference, 2) + " points"
                                                             : sized(percent, 2) + " %") +
          " as the assessor states it";
  } else {
    out = rate.decimal(2) + " " + std::string(unit_of(terms.figure)) + " against " + expected.decimal(2) +
          " expected: " + sized(difference, 2) + " points, " + sized(percent, 2) + " %";
    if (expected != raw_expected)
      out += " (unadjusted " + sized(raw_difference, 2) + " points against " + raw_expected.decimal(2) + ")";
    if (deviation) out += fmt::format("; z {:.3f}, critical ", deviation->z()) + terms.critical.decimal(3);
  }
  return out + ": " + std::string(to_text(kind));
}

} // namespace probity::contract
