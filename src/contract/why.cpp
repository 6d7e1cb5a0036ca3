#include "contract/statement.h"

#include <algorithm>

namespace probity::contract {

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
  for (const Deduction& deduction : terms.deductions)
    if (deduction.id == line->clause) counted = deduction.of;
  for (const Evidence& evidence : settlement.evidence)
    if (evidence.key.clause == counted && evidence.key.provider == line->provider &&
        (line->kind == LineKind::volume_adjustment
             ? terms.year_of(evidence.key.period) == terms.year_of(line->period)
             : evidence.key.period == line->period) &&
        (line->dimension.empty() || evidence.key.dimension == line->dimension))
      out.evidence.push_back(evidence);
  // The cases that the line is made of come first.
  const duty::State priced = line->kind == LineKind::deduction ? duty::State::missed : duty::State::met;
  std::stable_sort(out.evidence.begin(), out.evidence.end(), [&](const Evidence& a, const Evidence& b) {
    return (a.state == priced) > (b.state == priced);
  });
  return out;
}

} // namespace probity::contract
