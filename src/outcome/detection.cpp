#include "outcome/detection.h"

#include <cmath>

#include "base/result.h"
#include "outcome/distributions.h"

namespace probity::outcome {

Detection detection(const DetectionQuestion& question) {
  double b = question.baseline;
  PROBITY_ENSURE(b > 0 && b < 1 && question.people > 0);
  PROBITY_ENSURE(question.power >= 0.5 && question.power < 1);
  double sizes = 1 / static_cast<double>(question.people);
  if (question.baseline_people) {
    PROBITY_ENSURE(*question.baseline_people > 0);
    sizes += 1 / static_cast<double>(*question.baseline_people);
  }
  double error = std::sqrt(b * (1 - b) * sizes);
  double z = two_sided_normal(question.confidence);
  return {error, z * error, (z + normal_quantile(question.power)) * error};
}

std::int64_t people_needed(double baseline, double effect, double confidence, double power) {
  PROBITY_ENSURE(baseline > 0 && baseline < 1 && effect > 0 && power >= 0.5 && power < 1);
  double z = two_sided_normal(confidence) + normal_quantile(power);
  return static_cast<std::int64_t>(std::ceil(z * z * baseline * (1 - baseline) / (effect * effect)));
}

} // namespace probity::outcome
