// Who of the staff may act on a record: limited access as a fold.
#pragma once

#include <optional>
#include <vector>

#include "record/event.h"

namespace probity::casework {

enum class Standing { admitted, excluded, not_on_list };

struct Access {
  struct Limit {
    record::Symbol kind; // "exclusion" or "restriction"
    record::Symbol staff;
    std::optional<base::Day> until; // last day

    [[nodiscard]] bool holds(base::Day on) const { return !until || on <= *until; }
  };
  std::vector<Limit> limits;

  // An exclusion weighs more than being on the list.
  [[nodiscard]] Standing standing(record::Symbol staff, base::Day on) const;
  [[nodiscard]] bool limited(base::Day on) const;
  [[nodiscard]] bool has(record::Symbol kind, record::Symbol staff, base::Day on) const;
};

void apply(Access& access, const record::Event& event);

} // namespace probity::casework
