#include "contract/provider_verdicts.h"

#include <algorithm>
#include <set>

#include "contract/pricing.h"
#include "contract/provider_words.h"
#include "contract/tally.h"

namespace probity::contract {
namespace {

using Kind = OutcomeResult::Kind;

constexpr std::size_t least_for_funnel = 4;

base::Result<const OutcomeClause*> clause_asked(const Terms& terms, const std::string& asked) {
  std::vector<const OutcomeClause*> fitting;
  std::string known;
  for (const OutcomeClause& clause : terms.outcomes)
    if (clause.terms.figure == OutcomeTerms::Figure::reoffenders &&
        clause.terms.counted == OutcomeTerms::Counted::from_record) {
      fitting.push_back(&clause);
      known += (known.empty() ? "" : ", ") + clause.id;
    }
  const std::string hint = known.empty() ? "the contract has none" : "such are: " + known;
  if (!asked.empty()) {
    for (const OutcomeClause* clause : fitting)
      if (clause->id == asked) return clause;
    return base::fail(base::ErrorCode::not_found,
                      "the contract has no clause \"" + asked +
                          "\" about reoffenders that is counted from the record",
                      "clause", hint);
  }
  if (fitting.size() != 1)
    return base::fail(base::ErrorCode::invalid_input,
                      fitting.empty()
                          ? "no clause of the contract is about reoffenders counted from the record"
                          : "the contract has several clauses about reoffenders",
                      "clause", hint);
  return fitting.front();
}

// Lower is lower, higher is higher.
OutcomeTerms rate_alone(OutcomeTerms terms) {
  terms.test = OutcomeTerms::Test::none;
  terms.adjustment = OutcomeTerms::Adjustment::none;
  terms.reduction_at_least = 0;
  terms.increase_at_least = 0;
  return terms;
}

Verdict verdict_of(const OutcomeTerms& terms, Kind kind) {
  switch (kind) {
  case Kind::reduction:
    return terms.pay.empty() ? Verdict::left_alone : Verdict::paid;
  case Kind::increase:
    return terms.take.empty() && !terms.stake ? Verdict::left_alone : Verdict::deducted;
  case Kind::no_change:
    return terms.stake ? Verdict::deducted : Verdict::left_alone;
  case Kind::not_known:
  case Kind::not_measured:
    break;
  }
  return Verdict::not_measured;
}

void judge_both(ProviderVerdict& verdict, const OutcomeTerms& terms) {
  const OutcomeTerms alone = rate_alone(terms);
  verdict.by_rate = judge(alone, verdict.counts);
  verdict.by_clause = judge(terms, verdict.counts);
  verdict.paid_by_rate = verdict_of(terms, verdict.by_rate.kind);
  verdict.paid_by_clause = verdict_of(terms, verdict.by_clause.kind);
}

// One chance for all: that of the body and those it is compared with, which are everyone.
void find_luck(ProviderVerdict& verdict, const OutcomeTerms& terms) {
  if (terms.baseline_from != OutcomeTerms::BaselineFrom::others || !verdict.counts.comparison ||
      verdict.paid_by_clause == Verdict::not_measured)
    return;
  const PeopleCounts& own = verdict.counts.cohort;
  const PeopleCounts& others = *verdict.counts.comparison;
  const double chance = static_cast<double>(own.reoffenders + others.reoffenders) /
                        static_cast<double>(own.people + others.people);
  verdict.luck_by_rate = false_chances_beside(rate_alone(terms), own.people, others.people, chance);
  verdict.luck_by_clause = false_chances_beside(terms, own.people, others.people, chance);
}

std::set<std::string> bodies_in(const Cells& cells, const std::string& clause) {
  std::set<std::string> out;
  for (const auto& [key, cell] : cells)
    if (key.clause == clause && key.dimension == "people" && !key.provider.empty()) out.insert(key.provider);
  return out;
}

OutcomeCounts& operator+=(OutcomeCounts& all, const OutcomeCounts& counts) {
  all.cohort += counts.cohort;
  for (const auto& [name, stratum] : counts.strata)
    all.strata[name] += stratum;
  all.unscored += counts.unscored;
  all.score_sum += counts.score_sum;
  all.score_variance += counts.score_variance;
  const auto put = [](std::optional<PeopleCounts>& into, const std::optional<PeopleCounts>& more) {
    if (more) (into ? *into : into.emplace()) += *more;
  };
  put(all.comparison, counts.comparison);
  put(all.baseline, counts.baseline);
  return all;
}

void add_left_out(ProviderVerdicts& out, const Cells& cells, const Period& period) {
  const OutcomeClause& clause = out.clause;
  for (const auto& [key, cell] : cells) {
    if (key.clause != clause.id || !(key.period == period) || !key.provider.empty()) continue;
    if (const auto none = cell.excluded.find("no_body_accountable"); none != cell.excluded.end())
      out.without_body += none->second;
    if (!key.dimension.starts_with(not_compared_prefix)) continue;
    const std::string body = key.dimension.substr(not_compared_prefix.size());
    for (BodyLeftOut& left : out.left_out)
      if (left.body == body) left.people += cell.excluded_in_all();
  }
}

void add_cohort(ProviderVerdicts& out, const Cells& cells, const std::set<std::string>& bodies,
                const Period& period, const OutcomeTerms& terms) {
  ProviderCohort cohort;
  cohort.period = period.text;
  cohort.cohort = terms.cohort_ending(period.first_month + (period.months - 1));
  cohort.determined = out.snapshot.known_on >= terms.snapshot_day(*cohort.cohort);
  for (const std::string& body : bodies) {
    ProviderVerdict verdict;
    verdict.provider = body;
    verdict.counts = outcome_counts(cells, out.clause.id, body, period);
    judge_both(verdict, terms);
    find_luck(verdict, terms);
    out.by_rate.add(verdict.paid_by_rate, verdict.luck_by_rate);
    out.by_clause.add(verdict.paid_by_clause, verdict.luck_by_clause);
    const auto same = [&](const ProviderVerdict& candidate) { return candidate.provider == body; };
    auto sum = std::find_if(out.together.verdicts.begin(), out.together.verdicts.end(), same);
    if (sum == out.together.verdicts.end()) {
      sum = out.together.verdicts.insert(sum, ProviderVerdict{});
      sum->provider = body;
    }
    if (verdict.counts.cohort.people > 0) sum->counts += verdict.counts;
    cohort.verdicts.push_back(std::move(verdict));
  }
  out.together.determined = out.together.determined && cohort.determined;
  add_left_out(out, cells, period);
  out.cohorts.push_back(std::move(cohort));
}

void add_funnel(ProviderVerdicts& out) {
  std::vector<outcome::Proportion> units;
  for (const ProviderVerdict& verdict : out.together.verdicts)
    if (verdict.counts.cohort.people > 0)
      units.push_back({verdict.counts.cohort.reoffenders, verdict.counts.cohort.people});
  if (units.size() < least_for_funnel || units.size() != out.together.verdicts.size()) return;
  const double target = outcome::pooled_rate(units);
  if (target > 0 && target < 1) out.funnel = outcome::funnel(units, target);
}

// Whoever is supervised in another state returns there: their rate is that of nobody here, nor of a
// comparison.
base::Result<void> refuse_elsewhere(const timeline::Book& book, const OutcomeClause& clause) {
  if (clause.terms.rule.measure != outcome::Measure::return_to_custody) return {};
  outcome::CohortRule rule = clause.terms.rule;
  rule.period.reset();
  rule.strata = {outcome::Grouping::provider};
  PROBITY_ASSIGN(const outcome::Cohort all, outcome::cohort_of(book, rule));
  for (const auto& [body, counts] : all.strata)
    if (outcome::returns_elsewhere(body) && !clause.terms.not_compared.contains(body))
      return base::fail(base::ErrorCode::refused,
                        "\"" + body +
                            "\" cannot be judged nor compared with: those supervised in another "
                            "state return to custody there, and these records do not see it",
                        "outcome " + clause.id, "name it under `not_compared`, with the reason");
  return {};
}

} // namespace

std::string_view to_text(Verdict verdict) {
  static constexpr std::string_view words[] = {"paid", "deducted", "left alone", "not measured"};
  return words[static_cast<std::size_t>(verdict)];
}

void VerdictSums::add(Verdict verdict, const std::optional<FalseChances>& luck) {
  ++of[static_cast<std::size_t>(verdict)];
  if (!luck) return;
  by_luck.pays += luck->pays;
  by_luck.takes += luck->takes;
}

base::Result<ProviderVerdicts> provider_verdicts(const timeline::Book& book, const Contract& contract,
                                                 const Cells& cells, const ProviderQuestion& question) {
  const Terms& made = contract.terms();
  PROBITY_ASSIGN(const OutcomeClause* clause, clause_asked(made, question.clause));
  std::optional<Period> only;
  if (!question.period.empty()) {
    PROBITY_ASSIGN(only, made.period(question.period));
  }
  PROBITY_TRY(refuse_elsewhere(book, *clause));
  ProviderVerdicts out;
  out.contract = made.id;
  out.clause = *clause;
  out.snapshot = {book.size, book.root, book.known_on};
  out.origin = book.origin;
  out.replayed = book.replayed;
  for (const auto& [body, reason] : clause->terms.not_compared)
    out.left_out.push_back({body, 0, false, reason});
  const std::set<std::string> bodies = bodies_in(cells, clause->id);
  for (const Period& period : made.periods_to(made.period_of(std::min(made.to, book.known_on)))) {
    if (only && !(period == *only)) continue;
    const OutcomeClause* in_force = contract.terms_at(period.first(), book.known_on).outcome(clause->id);
    const auto cohort = in_force->terms.cohort_ending(period.first_month + (period.months - 1));
    if (cohort && in_force->terms.paid_from(*cohort) <= book.known_on)
      add_cohort(out, cells, bodies, period, in_force->terms);
  }
  if (out.cohorts.empty() || bodies.empty())
    return base::fail(base::ErrorCode::not_found,
                      only ? "no cohort of " + clause->id + " that is known ends in " + question.period
                           : "no cohort of " + clause->id + " is known yet",
                      "period", "cohorts are known from their snapshot on");
  for (ProviderVerdict& verdict : out.together.verdicts)
    judge_both(verdict, clause->terms);
  add_funnel(out);
  out.audience = question.audience;
  if (out.audience == outcome::Audience::publication) withhold_small(out);
  put_in_words(out);
  return out;
}

} // namespace probity::contract
