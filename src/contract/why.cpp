#include "contract/statement.h"
#include "contract/tally.h"

#include <algorithm>

namespace probity::contract {
namespace {

// Whether evidence stands behind a line: of its period, or of the whole year or all cohorts that it sums up.
bool stands_behind(const Evidence& evidence, const Line& line, const Terms& terms) {
  const bool same_period = evidence.key.period == line.period;
  switch (line.kind) {
  case LineKind::volume_adjustment:
    return terms.year_of(evidence.key.period) == terms.year_of(line.period);
  case LineKind::outcome:
    // People once each; strata and reoffences are counts of the same people.
    return (same_period || line.id.ends_with("pooled")) &&
           (evidence.key.dimension == "people" || evidence.key.dimension == "change" ||
            evidence.key.dimension == "comparison" || evidence.key.dimension == "baseline" ||
            evidence.key.dimension == score_dimension || evidence.key.dimension == unscored_dimension);
  case LineKind::foundation:
  case LineKind::foundation_recovered:
    return false;
  default:
    return same_period && (line.dimension.empty() || evidence.key.dimension == line.dimension);
  }
}

// What the line is made of first, then those it is not, then whom it was judged against.
int rank(const Evidence& evidence, LineKind kind) {
  if (is_priced(evidence, kind)) return 0;
  return evidence.key.dimension == "comparison" || evidence.key.dimension == "baseline" ||
                 evidence.key.dimension == score_dimension
             ? 2
             : 1;
}

} // namespace

bool is_priced(const Evidence& evidence, LineKind kind) {
  switch (kind) {
  case LineKind::deduction:
    return evidence.state == duty::State::missed;
  case LineKind::outcome: // those who reoffended, or the event that states the change
    return (evidence.key.dimension == "people" && evidence.state == duty::State::missed) ||
           evidence.key.dimension == "change";
  default:
    return evidence.state == duty::State::met;
  }
}

base::Result<Why> why(const Settlement& settlement, const Contract& contract, std::string_view line_id) {
  const Statement& statement = settlement.statement;
  const Line* line = statement.line(line_id);
  if (line == nullptr)
    for (const Correction& correction : statement.corrections)
      if (correction.line.id == line_id) line = &correction.line;
  if (line == nullptr) {
    std::string known;
    for (const Line& candidate : statement.lines)
      known += "\n  " + candidate.id;
    return base::fail(base::ErrorCode::not_found,
                      "this statement has no line \"" + std::string(line_id) + "\"", "line",
                      "its lines are:" + known);
  }
  Why out;
  out.line = *line;
  const Terms& terms = contract.terms_at(line->period.first(), statement.known_on);
  std::string counted = line->clause; // the clause whose cells the line prices
  const auto cite = [&](const auto& clauses) {
    for (const auto& clause : clauses)
      if (clause.id == line->clause) {
        out.clause_source = clause.source;
        out.assumed = clause.assumed;
      }
  };
  cite(terms.fees);
  cite(terms.unit_payments);
  cite(terms.monitoring);
  cite(terms.deductions);
  cite(terms.outcomes);
  for (const Deduction& deduction : terms.deductions)
    if (deduction.id == line->clause) counted = deduction.of;
  for (const Evidence& evidence : settlement.evidence)
    if (evidence.key.clause == counted && evidence.key.provider == line->provider &&
        stands_behind(evidence, *line, terms))
      out.evidence.push_back(evidence);
  std::stable_sort(out.evidence.begin(), out.evidence.end(), [&](const Evidence& a, const Evidence& b) {
    return rank(a, line->kind) < rank(b, line->kind);
  });
  return out;
}

} // namespace probity::contract
