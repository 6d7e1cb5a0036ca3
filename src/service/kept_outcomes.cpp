#include "service/kept_outcomes.h"

#include <algorithm>
#include <span>

namespace probity::service {
namespace {

base::Result<void> check(std::string_view name, const std::string& given,
                         std::span<const std::string_view> choices) {
  if (std::find(choices.begin(), choices.end(), given) != choices.end()) return {};
  std::string known;
  for (const std::string_view one : choices)
    known += (known.empty() ? "" : ", ") + std::string(one);
  return base::fail(base::ErrorCode::invalid_input, "there is no such choice for " + std::string(name),
                    std::string(name), "Known are " + known);
}

base::Result<outcome::ReportRequest> request_of(const OutcomesAsked& asked) {
  PROBITY_TRY(check("months", asked.months, outcome_windows));
  PROBITY_TRY(check("proof", asked.proof, outcome_proofs));
  PROBITY_TRY(check("by", asked.by, outcome_groupings));
  outcome::ReportRequest out;
  out.rule.measure = outcome::Measure::return_to_custody;
  out.rule.index = {outcome::IndexKind::release};
  out.rule.window_months = std::stoi(asked.months);
  out.rule.proof = asked.proof == "any" ? outcome::Proof::any : outcome::Proof::new_crime;
  out.by = outcome::grouping_named(asked.by);
  out.audience = outcome::Audience::publication;
  return out;
}

// There is one for everybody who was released, and nobody is shown.
void leave_members_out(outcome::Report& report) {
  for (outcome::Cohort& cohort : report.cohorts) {
    cohort.members = {};
    cohort.exclusions = {};
  }
}

} // namespace

base::Result<void> KeptOutcomes::read_on(std::uint64_t size) {
  if (size <= book_.book().size) return {};
  counted_.clear();
  ++readings_;
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(ledger_file_));
  auto changed = book_.read(ledger, size);
  if (changed) return {};
  book_ = {}; // half read: the next one starts anew
  return tl::unexpected(std::move(changed.error()));
}

base::Result<outcome::Report> KeptOutcomes::of(const OutcomesAsked& asked, std::uint64_t size) {
  PROBITY_ASSIGN(const outcome::ReportRequest request, request_of(asked));
  const std::lock_guard counting(mutex_);
  PROBITY_TRY(read_on(size));
  if (const auto kept = counted_.find(asked); kept != counted_.end()) return kept->second;
  PROBITY_ASSIGN(outcome::Report report, outcome::report_of(book_.book(), request));
  leave_members_out(report);
  return counted_.emplace(asked, std::move(report)).first->second;
}

std::uint64_t KeptOutcomes::readings() const {
  const std::lock_guard counting(mutex_);
  return readings_;
}

} // namespace probity::service
