// Intervals for a proportion and for the difference of two.
//
// E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (JASA 22, 1927);
// C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits" (Biometrika 26, 1934);
// R. G. Newcombe, "Interval estimation for the difference between independent proportions" (Statistics in
// Medicine 17, 1998), method 10, which is built of Wilson intervals and has no continuity correction.
// Formulas and the choice between them: docs/methods/outcome-statistics.md.
#pragma once

#include <cstdint>

namespace probity::outcome {

// `count` of `of`: 3 people of 10. 0 ≤ count ≤ of.
struct Proportion {
  std::int64_t count = 0;
  std::int64_t of = 0;

  bool operator==(const Proportion&) const = default;
  // count / of; `of` must not be 0.
  [[nodiscard]] double value() const;
};

struct Interval {
  double low = 0;
  double high = 0;

  bool operator==(const Interval&) const = default;
  [[nodiscard]] bool contains(double x) const { return low <= x && x <= high; }
};

// Wilson's score interval: the default everywhere. Inside [0, 1]; about the stated coverage on average.
// Nobody measured (0 of 0) is [0, 1]: nothing is known. 0 < confidence < 1.
Interval wilson_interval(Proportion proportion, double confidence = 0.95);

// The exact interval of Clopper and Pearson: never less than the stated coverage, and therefore wider.
Interval exact_interval(Proportion proportion, double confidence = 0.95);

// a − b with Newcombe's interval, inside [−1, 1]. Both must measure someone.
struct Difference {
  double estimate = 0;
  Interval interval;
};
Difference difference(Proportion a, Proportion b, double confidence = 0.95);

} // namespace probity::outcome
