#include "pages/report/small_numbers.h"

#include <algorithm>

#include "outcome/report.h"
#include "pages/report/report_words.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::Line;
using contract::LineKind;
using contract::ServiceLevel;
using contract::Statement;
using contract::Terms;

bool shows_withheld_level(const Statement& statement, const Terms& terms, const std::string& clause,
                          const std::string& provider) {
  for (const contract::Deduction& deduction : terms.deductions) {
    if (deduction.id != clause) continue;
    for (const ServiceLevel& level : statement.levels)
      if (level.measure == deduction.of && level.provider == provider && is_withheld(level)) return true;
  }
  return false;
}

// By the rule of published outcomes: outcome/report.h.
bool is_small_outcome(const contract::OutcomeShown& shown) {
  const contract::PeopleCounts& counts = shown.counts.cohort;
  return counts.people > 0 && (counts.people < outcome::least_people_published ||
                               counts.reoffenders < outcome::least_count_published ||
                               counts.people - counts.reoffenders < outcome::least_count_published);
}

bool shows_small_outcome(const Statement& statement, const Line& line) {
  return std::any_of(statement.outcomes.begin(), statement.outcomes.end(),
                     [&](const contract::OutcomeShown& shown) {
                       return shown.clause == line.clause && is_small_outcome(shown);
                     });
}

bool is_counted(const Line& line) {
  return line.unit != "instalment" && line.unit != "deduction" && line.unit != "ceiling" &&
         line.unit != "decision";
}

bool is_small_line(const Statement& statement, const Terms& terms, const Line& line) {
  if (line.amount.pence == 0) return false;
  const bool few = is_counted(line) && line.quantity > base::Rational(0) &&
                   line.quantity < base::Rational(least_published);
  return few || shows_small_outcome(statement, line) ||
         shows_withheld_level(statement, terms, line.clause, line.provider);
}

// A line that follows from a small one shows it too: what was waived or given back of it.
void add_followers(const std::vector<Line>& lines, std::vector<bool>& small) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t j = 0; j < lines.size(); ++j)
      if (small[i] && lines[j].clause == lines[i].clause && lines[j].provider == lines[i].provider &&
          lines[j].kind != LineKind::fee && lines[j].amount.pence != 0)
        small[j] = true;
}

// One line alone would be known from the total.
void add_company(const std::vector<Line>& lines, std::vector<bool>& small) {
  if (std::count(small.begin(), small.end(), true) != 1) return;
  std::size_t best = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (small[i] || lines[i].amount.pence == 0) continue;
    const auto rank = [&](std::size_t at) {
      const std::int64_t pence = lines[at].amount.pence;
      return std::make_pair(lines[at].kind == LineKind::fee, pence < 0 ? -pence : pence);
    };
    if (best == lines.size() || rank(i) < rank(best)) best = i;
  }
  if (best < lines.size()) small[best] = true;
}

Line together(const Statement& statement) {
  const SmallNumberWords& words = small_number_words();
  Line out;
  out.id = statement.contract + "/" + statement.period.text + "/withheld";
  out.kind = LineKind::deduction;
  out.clause = "withheld";
  out.title = words.lines_together;
  out.period = statement.period;
  out.unit = words.lines;
  out.rate = words.withheld_rate;
  return out;
}

std::vector<contract::Correction> as_one(const std::vector<contract::Correction>& corrections,
                                         std::string_view title) {
  if (corrections.empty()) return {};
  contract::Correction all;
  all.line.id = "withheld";
  all.line.kind = LineKind::deduction;
  all.line.title = std::string(title);
  for (const contract::Correction& one : corrections) {
    all.line.amount += one.line.amount;
    all.issued += one.issued;
    all.change += one.change;
    all.supersedes.insert(all.supersedes.end(), one.supersedes.begin(), one.supersedes.end());
  }
  std::sort(all.supersedes.begin(), all.supersedes.end());
  all.supersedes.erase(std::unique(all.supersedes.begin(), all.supersedes.end()), all.supersedes.end());
  return {all};
}

} // namespace

bool is_small(std::int64_t count) {
  return count > 0 && count < least_published;
}

std::string published(std::int64_t count) {
  if (is_small(count)) return fewer_than(least_published);
  return with_commas(static_cast<std::uint64_t>(count));
}

bool is_withheld(const ServiceLevel& level) {
  return is_small(level.cell.met) || is_small(level.counted - level.cell.met);
}

Statement published(const Statement& statement, const Terms& terms) {
  const SmallNumberWords& words = small_number_words();
  Statement out = statement;
  std::vector<bool> small(statement.lines.size(), false);
  for (std::size_t i = 0; i < statement.lines.size(); ++i)
    small[i] = is_small_line(statement, terms, statement.lines[i]);
  add_followers(statement.lines, small);
  add_company(statement.lines, small);
  out.lines.clear();
  Line withheld = together(statement);
  std::int64_t count = 0;
  for (std::size_t i = 0; i < statement.lines.size(); ++i) {
    if (!small[i]) {
      out.lines.push_back(statement.lines[i]);
      continue;
    }
    ++count;
    withheld.amount += statement.lines[i].amount;
    withheld.provisional = withheld.provisional || statement.lines[i].provisional;
    if (count == 1) withheld.provider = statement.lines[i].provider;
    if (withheld.provider != statement.lines[i].provider) withheld.provider = words.several_providers;
  }
  if (count > 0) {
    withheld.quantity = count;
    out.lines.push_back(withheld);
  }
  // Each line's own sum on the account would undo it.
  out.issued_lines.clear();
  out.corrections = as_one(statement.corrections, words.corrections_together);
  out.drift = as_one(statement.drift, words.changes_together);
  out.reliefs.clear();
  for (contract::OutcomeShown& shown : out.outcomes) {
    if (!is_small_outcome(shown)) continue;
    shown.counts = {};
    shown.result = {};
    shown.words = words.too_few_people;
  }
  return out;
}

std::vector<std::pair<std::size_t, std::size_t>> joined(const std::vector<std::int64_t>& counts,
                                                        std::size_t border) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  const auto side = [&](std::size_t from, std::size_t to) {
    const std::size_t before = out.size();
    std::int64_t sum = 0;
    std::size_t first = from;
    for (std::size_t i = from; i < to; ++i) {
      sum += counts[i];
      if (is_small(sum)) continue;
      out.emplace_back(first, i);
      first = i + 1;
      sum = 0;
    }
    if (first == to) return true;
    // What is left is small: it joins the neighbours before it until they hold enough.
    while (out.size() > before) {
      out.back().second = to - 1;
      std::int64_t held = 0;
      for (std::size_t i = out.back().first; i < to; ++i)
        held += counts[i];
      if (!is_small(held)) return true;
      out.pop_back();
    }
    return false;
  };
  if (!side(0, std::min(border, counts.size())) || !side(std::min(border, counts.size()), counts.size()))
    return {};
  return out;
}

} // namespace probity::pages
