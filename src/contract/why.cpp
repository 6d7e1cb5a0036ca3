#include "contract/statement.h"
#include "contract/tally.h"

#include <algorithm>
#include <memory>

namespace probity::contract {
namespace {

// Whether evidence stands behind a line: of its period, or of the whole year or all cohorts that it sums up.
bool stands_behind(const CellKey& key, const Line& line, const Terms& terms) {
  const bool same_period = key.period == line.period;
  switch (line.kind) {
  case LineKind::volume_adjustment:
    return terms.year_of(key.period) == terms.year_of(line.period);
  case LineKind::outcome:
    // People once each; strata and reoffences are counts of the same people.
    return (same_period || line.id.ends_with("pooled")) &&
           (key.dimension == "people" || key.dimension == "change" || key.dimension == "comparison" ||
            key.dimension == "baseline" || key.dimension == score_dimension ||
            key.dimension == unscored_dimension);
  case LineKind::cap: // worked out from other lines: the records are theirs
  case LineKind::earn_back:
  case LineKind::waiver:
  case LineKind::reinvestment:
  case LineKind::foundation:
  case LineKind::foundation_recovered:
    return false;
  default:
    return same_period && (line.dimension.empty() || key.dimension == line.dimension);
  }
}

// Whether the line prices the cell.
bool is_priced_by(const CellKey& key, const Line& line, const Terms& terms) {
  std::string_view counted = line.clause; // the clause whose cells the line prices
  for (const Deduction& deduction : terms.deductions)
    if (deduction.id == line.clause) counted = deduction.of;
  return key.clause == counted && key.provider == line.provider && stands_behind(key, line, terms);
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

std::function<bool(const CellKey&)> behind_lines(const Statement& statement, const Contract& contract) {
  struct Priced {
    Line line;
    const Terms* terms;
  };
  auto lines = std::make_shared<std::vector<Priced>>();
  const auto add = [&](const Line& line) {
    lines->push_back({line, &contract.terms_at(line.period.first(), statement.known_on)});
  };
  for (const Line& line : statement.lines)
    add(line);
  for (const Correction& correction : statement.corrections)
    add(correction.line);
  return [lines](const CellKey& key) {
    return std::any_of(lines->begin(), lines->end(),
                       [&](const Priced& one) { return is_priced_by(key, one.line, *one.terms); });
  };
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
  const auto cite_clause = [&](const Clause& clause) {
    if (clause.id != line->clause) return;
    out.clause_source = clause.source;
    out.assumed = clause.assumed;
  };
  const auto cite = [&](const auto& clauses) {
    for (const Clause& clause : clauses)
      cite_clause(clause);
  };
  const auto cite_one = [&](const auto& clause) {
    if (clause) cite_clause(*clause);
  };
  for (const Fee* fee : terms.fees_read(statement.readings))
    cite_clause(*fee);
  cite(terms.unit_payments);
  cite(terms.monitoring);
  cite(terms.deductions);
  cite(terms.outcomes);
  cite_one(terms.deduction_cap);
  cite_one(terms.outcome_cap);
  for (const Evidence& evidence : settlement.evidence)
    if (is_priced_by(evidence.key, *line, terms)) out.evidence.push_back(evidence);
  std::stable_sort(out.evidence.begin(), out.evidence.end(), [&](const Evidence& a, const Evidence& b) {
    return rank(a, line->kind) < rank(b, line->kind);
  });
  return out;
}

} // namespace probity::contract
