#include "casework/case_words.h"
#include "record/risk_register.h"

namespace probity::casework {
namespace {

std::string assessment_text(const RiskRegister& all) {
  if (all.assessments.empty()) return "none";
  const Assessment& last = all.assessments.back();
  if (last.abandoned) return "abandoned";
  if (last.locked) return "locked";
  return last.completed ? "completed" : "started";
}

} // namespace

void add_risk_register_words(CaseWords& words, const CaseState& state, const Policy& policy) {
  const RiskRegister& all = state.risk_register;
  words.emplace_back("assessment", assessment_text(all));
  std::string flags;
  for (const Flag& one : all.flags)
    if (one.in_force(policy.risk_register))
      flags += (flags.empty() ? "" : ",") + std::string(one.kind.text()) +
               (one.level.empty() ? "" : ":" + std::string(one.level.text()));
  words.emplace_back("flags", flags.empty() ? "none" : flags);
  for (const std::string_view group : record::risk::harm_groups) {
    const record::Symbol level =
        all.judgements.empty() ? record::Symbol{} : all.judgements.back().level_of(record::Symbol(group));
    words.emplace_back("harm_" + std::string(group), level.empty() ? "none" : std::string(level.text()));
  }
}

} // namespace probity::casework
