#include "casework/risk/risk_register_policy.h"

#include <algorithm>

#include "casework/policy_reader.h"
#include "record/risk_register.h"

namespace probity::casework {

base::Result<RiskRegisterPolicy> read_risk_register_policy(const PolicyReader& reader) {
  RiskRegisterPolicy out;
  PROBITY_TRY(reader.limit("assessment.completed", out.assessment_completed));
  PROBITY_TRY(reader.limit("assessment.locked", out.assessment_locked));
  PROBITY_TRY(reader.limit("assessment.reviewed", out.assessment_reviewed));
  for (const std::string_view kind : record::risk::flag_kinds)
    PROBITY_TRY(reader.limit("flag.review." + std::string(kind), out.flag_review[std::string(kind)]));
  PROBITY_ASSIGN(const rules::Row* row, reader.row("flag.stays"));
  const std::string& stay = row->value;
  for (std::size_t from = 0; from < stay.size();) {
    const std::size_t to = std::min(stay.find(',', from), stay.size());
    out.flags_that_stay.insert(stay.substr(from, to - from));
    from = to + 1;
  }
  return out;
}

} // namespace probity::casework
