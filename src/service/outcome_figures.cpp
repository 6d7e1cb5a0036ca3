#include "service/outcome_figures.h"

#include <algorithm>
#include <span>

#include "service/asking.h"
#include "service/book_loader.h"

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

} // namespace

base::Result<outcome::Report> outcome_figures(Office& office, const Caller& caller,
                                              const OutcomesAsked& asked) {
  KnownAs known;
  {
    const auto held = office.hold();
    PROBITY_ASSIGN(const access::Permission permission,
                   ask(office, caller, access::Action::see_outcomes, "outcomes"));
    known.size = office.ledger().size();
    log_list(office, permission, "outcomes", {});
  }
  PROBITY_ASSIGN(const outcome::ReportRequest request, request_of(asked));
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(office.ledger_file()));
  PROBITY_ASSIGN(const timeline::Book book, load_book(ledger, known));
  return outcome::report_of(book, request);
}

} // namespace probity::service
