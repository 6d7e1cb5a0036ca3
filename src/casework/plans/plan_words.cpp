#include "casework/plans/plan_words.h"

namespace probity::casework {
namespace {

std::string stage(const Plan& one) {
  if (one.withdrawn) return "withdrawn";
  if (one.returned) return "returned";
  if (!one.filed) return "draft";
  if (one.ended) return "ended";
  if (one.to_replace) return "to_replace";
  return one.signed_off ? "signed_off" : "filed";
}

std::string timing(const Plan& one) {
  if (!one.filed) return "not_filed";
  return one.timing.empty() ? "not_checked" : std::string(one.timing.text());
}

std::string content(const Plan& one) {
  if (one.verdict.empty()) return "not_checked";
  std::string out;
  for (const record::Symbol finding : one.findings)
    out += (out.empty() ? "" : ", ") + std::string(finding.text());
  return out.empty() ? std::string(one.verdict.text()) : out;
}

} // namespace

void add_plan_words(std::vector<std::pair<std::string, std::string>>& words, const PlanState& plans) {
  for (const std::string kind : {"sentence", "resettlement"}) {
    const Plan* last = nullptr;
    for (const Plan& one : plans.plans)
      if (one.kind.text() == kind) last = &one;
    const std::string prefix = kind == "sentence" ? "plan" : "resettlement_plan";
    words.emplace_back(prefix, last == nullptr ? "none" : stage(*last));
    words.emplace_back(prefix + "_timing", last == nullptr ? "none" : timing(*last));
    words.emplace_back(prefix + "_content", last == nullptr ? "none" : content(*last));
  }
}

} // namespace probity::casework
