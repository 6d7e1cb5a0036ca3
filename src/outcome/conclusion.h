// What may be concluded from a comparison, and how it is said. Three conclusions only: it reduces the
// outcome, it increases it, or there is not enough evidence. "No effect" is never one of them: too few people
// look the same as no effect, so the smallest effect that would have been found stands beside.
#pragma once

#include <cstdint>
#include <string>

#include "outcome/intervals.h"

namespace probity::outcome {

enum class Conclusion { reduces, increases, not_enough_evidence };
std::string to_text(Conclusion conclusion); // "reduces", "increases", "not enough evidence"

// By whether the interval of (with − without) leaves 0 out. A group smaller than `fewest_people` never gives
// more than "not enough evidence".
Conclusion conclude(const Difference& difference, std::int64_t people, std::int64_t fewest_people);

// Outcomes within pairs: two in a pair, one who took part and one who did not.
struct PairedOutcomes {
  std::int64_t pairs = 0;
  std::int64_t both = 0; // both have the outcome
  std::int64_t only_treated = 0;
  std::int64_t only_comparison = 0;

  [[nodiscard]] Proportion treated() const { return {both + only_treated, pairs}; }
  [[nodiscard]] Proportion comparison() const { return {both + only_comparison, pairs}; }
};

// Rate of those who took part less the rate of their pairs, with the interval of A. Agresti and Y. Min
// (Statistics in Medicine 24, 2005): Wald's for pairs after half a pair is added to each of the four cells.
// Pairs are not independent, so Newcombe's interval of two samples would not do. pairs > 0.
Difference paired_difference(const PairedOutcomes& outcomes, double confidence = 0.95);

struct Wording {
  std::string programme = "taking part"; // as within a sentence
  std::string outcome = "proven reoffending";
  std::string meet = "reoffend"; // what people do
};
// Per 100 people like those who took part. "Taking part reduces proven reoffending: of 100 people like
// these, 33.0 reoffend, where 40.0 would have without it (between 2.0 and 12.0 fewer)." `smallest_effect` as
// a proportion (detection.h).
std::string sentence(Conclusion conclusion, Proportion with, const Difference& difference,
                     double smallest_effect, const Wording& wording = {});

} // namespace probity::outcome
