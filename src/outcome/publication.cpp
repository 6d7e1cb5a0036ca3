#include "outcome/publication.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace probity::outcome {

bool too_small(const Proportion& group) {
  return group.of < least_people_published || group.count < least_count_published ||
         group.of - group.count < least_count_published;
}

std::vector<bool> withheld_groups(std::span<const Proportion> groups) {
  std::vector<bool> out;
  std::optional<std::size_t> smallest_shown;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    out.push_back(too_small(groups[i]));
    if (!out.back() && (!smallest_shown || groups[i].of < groups[*smallest_shown].of)) smallest_shown = i;
  }
  if (std::count(out.begin(), out.end(), true) == 1 && smallest_shown) out[*smallest_shown] = true;
  return out;
}

} // namespace probity::outcome
