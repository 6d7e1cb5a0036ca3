#include "contract/outcome_statement.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "contract/pricing.h"

namespace probity::contract {
namespace {

using base::json::Value;

bool of_outcomes(const Line& line) {
  return line.kind == LineKind::outcome || line.kind == LineKind::foundation_recovered ||
         (line.kind == LineKind::cap && line.clause == "outcome_cap");
}

std::optional<OutcomeShown> shown_of(const OutcomeClause& clause, const Period& period,
                                     std::string_view provider, const Cells& cells, base::Day known_on) {
  const OutcomeTerms& terms = clause.terms;
  const auto cohort = terms.cohort_ending(period.first_month + (period.months - 1));
  if (!cohort) return std::nullopt;
  OutcomeShown out;
  out.clause = clause.id;
  out.title = clause.title;
  out.provider = provider;
  out.cohort = *cohort;
  out.snapshot = terms.snapshot_day(*cohort);
  out.counts = outcome_counts(cells, clause.id, provider, period);
  const bool assessed = terms.counted == OutcomeTerms::Counted::by_assessor;
  if (assessed && out.counts.cohort.people == 0 && !out.counts.change) {
    out.result.reason = "the assessor has not determined it";
  } else {
    out.result = judge(terms, out.counts);
    out.state = assessed || known_on >= out.snapshot ? OutcomeShown::State::determined
                                                     : OutcomeShown::State::provisional;
  }
  out.words = out.result.words(terms);
  return out;
}

Value count(std::int64_t n) {
  return Value(n);
}

Value people_json(const PeopleCounts& counts) {
  const auto ratio = [](std::int64_t of, std::int64_t among) {
    return Value(among == 0 ? std::string() : base::Rational::of(of * 100, among).decimal(6));
  };
  Value out;
  out.set("people", count(counts.people));
  out.set("reoffenders", count(counts.reoffenders));
  out.set("reoffences", count(counts.reoffences));
  // The three figures that are only read together.
  out.set("reoffenders_per_100_people", ratio(counts.reoffenders, counts.people));
  out.set("reoffences_per_100_reoffenders", ratio(counts.reoffences, counts.reoffenders));
  out.set("reoffences_per_100_people", ratio(counts.reoffences, counts.people));
  return out;
}

} // namespace

std::string_view to_text(OutcomeShown::State state) {
  switch (state) {
  case OutcomeShown::State::not_known:
    return "not_known";
  case OutcomeShown::State::provisional:
    return "provisional";
  case OutcomeShown::State::determined:
    return "determined";
  }
  return "";
}

void add_late_outcomes(Statement& statement, const Contract& contract, const Measured& measured,
                       const std::vector<Decision>& decisions, const std::vector<Line>& priced) {
  if (measured.later.empty()) return;
  Cells now = measured.cells;
  std::set<std::tuple<std::string, base::Month>> recounted;
  for (const auto& [key, cell] : measured.later)
    recounted.insert({key.clause, key.period.first_month});
  std::erase_if(now, [&](const auto& cell) {
    return recounted.contains({cell.first.clause, cell.first.period.first_month});
  });
  for (const auto& [key, cell] : measured.later)
    now[key] = cell;
  std::map<std::string, const Line*> before;
  for (const Line& line : priced)
    before[line.id] = &line;
  for (Line& line :
       price(now, contract, decisions, statement.known_on, statement.period, statement.readings)) {
    if (!of_outcomes(line)) continue;
    const auto found = before.find(line.id);
    const base::Money stands = found == before.end() ? base::Money{} : found->second->amount;
    const base::Money change = line.amount - stands;
    if (change.pence == 0) continue;
    line.note = "recorded after the snapshot: " + line.note;
    Correction drift{std::move(line), stands, change, {}};
    statement.drift.push_back(std::move(drift));
  }
}

std::vector<OutcomeShown> outcomes_shown(const Statement& statement, const Contract& contract,
                                         const Cells& cells) {
  std::vector<OutcomeShown> out;
  std::set<Period> corrected;
  for (const auto* changes : {&statement.corrections, &statement.drift})
    for (const Correction& change : *changes)
      if (of_outcomes(change.line)) corrected.insert(change.line.period);
  corrected.insert(statement.period);
  for (const Period& period : corrected) {
    const Terms& terms = contract.terms_at(period.first(), statement.known_on);
    for (const OutcomeClause& clause : terms.outcomes) {
      std::set<std::string> providers(terms.providers.begin(), terms.providers.end());
      if (terms.providers.empty())
        for (const auto& [key, cell] : cells)
          if (key.clause == clause.id && key.period == period && !key.provider.empty())
            providers.insert(key.provider);
      for (const std::string& provider : providers)
        if (auto shown = shown_of(clause, period, provider, cells, statement.known_on))
          out.push_back(std::move(*shown));
    }
  }
  return out;
}

Value outcome_json(const OutcomeShown& shown) {
  const OutcomeResult& result = shown.result;
  Value out;
  out.set("clause", Value(shown.clause));
  out.set("title", Value(shown.title));
  out.set("provider", Value(shown.provider));
  out.set("cohort", Value(outcome::to_text(shown.cohort)));
  out.set("state", Value(to_text(shown.state)));
  out.set("snapshot", Value(base::to_text(shown.snapshot)));
  out.set("counts", people_json(shown.counts.cohort));
  if (shown.counts.comparison) out.set("comparison", people_json(*shown.counts.comparison));
  if (shown.counts.baseline) out.set("baseline", people_json(*shown.counts.baseline));
  out.set("result", Value(to_text(result.kind)));
  out.set("rate", Value(result.rate.text()));
  out.set("expected", Value(result.expected.text()));
  out.set("unadjusted_expected", Value(result.raw_expected.text()));
  out.set("difference_points", Value(result.difference.text()));
  out.set("difference_percent", Value(result.percent.text()));
  if (result.deviation) {
    out.set("deviation", Value(result.deviation->difference.text()));
    out.set("variance", Value(result.deviation->variance.text()));
    out.set("z", Value(fmt::format("{:.6f}", result.deviation->z())));
  }
  out.set("words", Value(shown.words));
  return out;
}

} // namespace probity::contract
