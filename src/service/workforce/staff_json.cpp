#include "service/workforce/staff_json.h"

namespace probity::service {

using base::json::Object;
using base::json::Value;

Value to_json(const casework::StaffRow& row) {
  Value out(Object{{"appeal_open", Value(row.appeal_open)},
                   {"away_long", Value(row.away_long)},
                   {"cases", Value(std::int64_t{row.load.people})},
                   {"cases_with_points", Value(std::int64_t{row.load.people_with_points})},
                   {"high_risk", Value(std::int64_t{row.load.high_risk})},
                   {"points", Value(row.load.points)},
                   {"staff", Value(row.staff.text())}});
  if (!row.grade.empty()) out.set("grade", Value(row.grade.text()));
  if (!row.away.empty()) out.set("away", Value(row.away.text()));
  if (row.away_since) out.set("away_since", Value(base::to_text(*row.away_since)));
  if (row.left) out.set("left", Value(base::to_text(*row.left)));
  if (row.available) out.set("available_points", Value(*row.available));
  return out;
}

Value to_json(const casework::Post& post) {
  Value out(Object{{"body", Value(post.body.text())},
                   {"grade", Value(post.grade.text())},
                   {"minutes", Value(post.minutes)},
                   {"post", Value(post.id.hex())},
                   {"since", Value(base::to_text(post.since))},
                   {"state", Value(post.state())}});
  if (!post.holder.empty()) out.set("holder", Value(post.holder.text()));
  return out;
}

} // namespace probity::service
