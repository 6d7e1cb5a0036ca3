// What a comparison could have found: printed beside every test, so that "no change" is read as what it is.
//
// With n = 1,286 people and a baseline of 47.5 %, a difference under 2.7 points is never significant at
// 95 %, and a true one is found four times in five only from 3.9 points on; from 5.5 if the baseline was
// itself counted on as many people.
#pragma once

#include <cstdint>
#include <optional>

namespace probity::outcome {

struct DetectionQuestion {
  double baseline = 0.5;                       // the expected rate, in (0, 1)
  std::int64_t people = 0;                     // measured now; > 0
  std::optional<std::int64_t> baseline_people; // > 0 when the baseline was sampled; none when it is fixed
  double confidence = 0.95;                    // two-sided
  double power = 0.80;                         // chance of finding a true difference; in [0.5, 1)
};

struct Detection {
  double standard_error = 0;      // of the difference, as a proportion
  double critical_difference = 0; // a smaller observed difference is not significant
  double smallest_effect = 0;     // the smallest true difference found with the stated power
};

// Normal approximation with the baseline's variance on both sides: the smallest effect is
// (z_{confidence} + z_{power}) × standard error. Differences are proportions: 0.027 is 2.7 points.
Detection detection(const DetectionQuestion& question);

// The fewest people with which `effect` (a proportion, > 0) is found against a fixed baseline.
std::int64_t people_needed(double baseline, double effect, double confidence = 0.95, double power = 0.80);

} // namespace probity::outcome
