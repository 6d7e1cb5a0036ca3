#include "pages/account/bridge.h"

#include <algorithm>

#include "pages/account/statement_words.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::Line;
using contract::Statement;
using contract::Terms;

template <class Clauses> const std::string* title_in(const Clauses& clauses, std::string_view id) {
  for (const auto& clause : clauses)
    if (clause.id == id) return &clause.title;
  return nullptr;
}

std::string clause_title(const Terms& terms, const Line& line) {
  for (const std::string* title :
       {title_in(terms.fees, line.clause), title_in(terms.unit_payments, line.clause),
        title_in(terms.monitoring, line.clause), title_in(terms.deductions, line.clause),
        title_in(terms.outcomes, line.clause)})
    if (title != nullptr) return *title + ", " + spaced(to_text(line.kind));
  return spaced(to_text(line.kind)) + " " + line.clause;
}

std::string row_of(const Statement& statement, const Line& line) {
  return "line-" + std::to_string(&line - statement.lines.data() + 1);
}

} // namespace

std::vector<Step> bridge(const Statement& statement, const Terms& terms) {
  const StatementWords& words = statement_words();
  std::vector<const Line*> lines;
  for (const Line& line : statement.lines)
    lines.push_back(&line);
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line* a, const Line* b) { return a->kind < b->kind; });

  std::vector<Step> out;
  std::vector<const Line*> first; // of each step
  for (const Line* line : lines) {
    const auto same = std::find_if(first.begin(), first.end(), [&](const Line* one) {
      return one->kind == line->kind && one->clause == line->clause;
    });
    const auto at = static_cast<std::size_t>(same - first.begin());
    if (same == first.end()) {
      first.push_back(line);
      out.push_back({Step::Kind::change, line->title, row_of(statement, *line), {}, {}, 0});
    } else if ((*same)->title != line->title) {
      out[at].label = clause_title(terms, *line);
    }
    out[at].amount += line->amount;
    ++out[at].lines;
  }
  if (!statement.corrections.empty()) {
    Step corrected{Step::Kind::change, std::string(words.step_of_corrections), "corrections", {}, {}, 0};
    for (const contract::Correction& correction : statement.corrections)
      corrected.amount += correction.change;
    corrected.lines = statement.corrections.size();
    out.push_back(std::move(corrected));
  }
  base::Money running;
  for (Step& step : out) {
    running += step.amount;
    step.after = running;
  }
  out.push_back({Step::Kind::sum, std::string(words.step_of_total), "", statement.total, statement.total, 0});
  if (statement.issued_already.pence != 0) {
    out.push_back({Step::Kind::change, std::string(words.step_on_the_account), "", -statement.issued_already,
                   statement.total - statement.issued_already, 0});
    out.push_back({Step::Kind::sum, std::string(words.step_of_sum_due), "", statement.due, statement.due, 0});
  }
  return out;
}

} // namespace probity::pages
