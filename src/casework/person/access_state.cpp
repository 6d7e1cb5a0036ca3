#include "casework/person/access_state.h"

#include <algorithm>

#include "record/access.h"

namespace probity::casework {

using record::Symbol;

Standing Access::standing(Symbol staff, base::Day on) const {
  static const Symbol exclusion("exclusion");
  bool listed = false;
  bool list = false;
  for (const Limit& limit : limits) {
    if (!limit.holds(on)) continue;
    if (limit.kind == exclusion) {
      if (limit.staff == staff) return Standing::excluded;
      continue;
    }
    list = true;
    listed = listed || limit.staff == staff;
  }
  return list && !listed ? Standing::not_on_list : Standing::admitted;
}

bool Access::limited(base::Day on) const {
  return std::any_of(limits.begin(), limits.end(), [&](const Limit& limit) { return limit.holds(on); });
}

bool Access::has(Symbol kind, Symbol staff, base::Day on) const {
  return std::any_of(limits.begin(), limits.end(), [&](const Limit& limit) {
    return limit.kind == kind && limit.staff == staff && limit.holds(on);
  });
}

void apply(Access& access, const record::Event& event) {
  if (record::is<record::access::limited>(event)) {
    access.limits.push_back({record::symbol<record::access::limited, "limit">(event),
                             record::symbol<record::access::limited, "staff">(event),
                             record::day<record::access::limited, "until">(event)});
  } else if (record::is<record::access::lifted>(event)) {
    const Symbol kind = record::symbol<record::access::lifted, "limit">(event);
    const Symbol staff = record::symbol<record::access::lifted, "staff">(event);
    std::erase_if(access.limits,
                  [&](const Access::Limit& limit) { return limit.kind == kind && limit.staff == staff; });
  }
}

} // namespace probity::casework
