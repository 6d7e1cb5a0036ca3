#include "contract/outcome_reader.h"

#include <algorithm>

#include "contract/clause_tables.h"
#include "contract/outcome_price_reader.h"

namespace probity::contract {
namespace {

using base::Rational;
using base::json::Value;
using Figure = OutcomeTerms::Figure;

base::Month month_of(ClauseReader& reader, std::string_view key, std::string_view question) {
  const std::string written = reader.text(key, question);
  if (written.empty()) return {};
  const auto month = base::parse_month(written);
  if (!month) reader.fault(key, "must be a month like 2015-10");
  return month.value_or(base::Month{});
}

// A rate per hundred, brought to one head.
Rational rate_of(ClauseReader& reader, std::string_view key, std::string_view question, Figure figure) {
  const Rational rate = reader.decimal(key, question);
  if (rate.denominator() > 10'000)
    reader.fault(key, "must have at most four decimals");
  else if (rate < 0 || rate > 100'000 || (figure == Figure::reoffenders && rate > 100))
    reader.fault(key, figure == Figure::reoffenders
                          ? "must lie between 0 and 100: reoffenders a hundred people"
                          : "must lie between 0 and 100,000: reoffences a hundred, so 4.20 each is \"420\"");
  return rate / 100;
}

void read_cohort(ClauseReader& clause, OutcomeTerms& out, base::Month term_last) {
  out.last_month = term_last;
  needed_table(clause, "cohort", "whose reoffending is counted", [&](ClauseReader& reader) {
    out.first_cohort = month_of(reader, "first", "with which month the first cohort begins");
    out.cohort_months = static_cast<int>(reader.integer("months", "how many months a cohort lasts", 1, 12));
    if (reader.has("last")) out.last_month = month_of(reader, "last", "");
    if (out.counted == OutcomeTerms::Counted::by_assessor) return;
    out.rule.measure = static_cast<outcome::Measure>(
        reader.optional_choice("measure", {"proven_reoffending", "return_to_custody"}, 0));
    out.rule.proof = static_cast<outcome::Proof>(reader.optional_choice("proof", {"any", "new_crime"}, 0));
    out.rule.index.clear();
    for (const std::string& kind : reader.texts("index")) {
      bool known = false;
      for (const outcome::IndexKind candidate : {outcome::IndexKind::release, outcome::IndexKind::order,
                                                 outcome::IndexKind::conviction, outcome::IndexKind::caution})
        if (outcome::name(candidate) == kind) {
          out.rule.index.push_back(candidate);
          known = true;
        }
      if (!known)
        reader.fault("index", "names \"" + kind + "\"; it may name release, order, conviction, caution");
    }
    if (out.rule.index.empty())
      reader.fault("index", "is missing: the clause leaves open what brings a person into the cohort");
    out.rule.linked =
        reader.choice("linked", {"one_person", "separate"}, "whether linked records are one person") == 0
            ? timeline::Linked::one_person
            : timeline::Linked::separate;
    reader.choice("owner_on", {"index"}, "whose cohort a person is in who is later transferred");
    reader.choice("imported", {"counted"}, "whether imported records count");
  });
}

void read_not_compared(ClauseReader& clause, OutcomeTerms& out) {
  const Value* table = clause.get("not_compared");
  if (table == nullptr) return;
  if (table->object() == nullptr) {
    clause.fault("not_compared", "must be a table: the name of each body, and why");
    return;
  }
  if (out.counted == OutcomeTerms::Counted::by_assessor)
    clause.fault("not_compared", "has no place beside an assessor, who chooses whom to compare");
  ClauseReader reader(*table, clause.where() + " not_compared", clause.faults());
  for (const auto& [body, reason] : *table->object())
    out.not_compared[body] = reader.text(body, "why " + body + " is not compared");
  reader.finish();
}

void read_snapshot(ClauseReader& clause, OutcomeTerms& out) {
  needed_table(clause, "snapshot", "when a figure is final", [&](ClauseReader& reader) {
    outcome::CohortRule& rule = out.rule;
    rule.window_months = static_cast<int>(
        reader.integer("window_months", "in how many months a reoffence is committed", 1, 120));
    rule.proof_months =
        static_cast<int>(reader.integer("proof_months", "in how many further months it is proved", 0, 60));
    rule.snapshot_lag_months = static_cast<int>(
        reader.integer("lag_months", "how many months after that the record is read", 0, 60));
    out.restate_months = static_cast<int>(reader.optional_integer("restate_months", 0, 0, 1200));
    const std::int64_t until = rule.window_months + rule.proof_months + rule.snapshot_lag_months;
    if (reader.has("provisional_from_months"))
      out.provisional_from_months = static_cast<int>(
          reader.integer("provisional_from_months", "", 1, std::max<std::int64_t>(until, 1)));
  });
}

void read_strata(ClauseReader& reader, OutcomeTerms& out) {
  for (const std::string& name : reader.texts("by")) {
    if (const auto grouping = outcome::grouping_named(name))
      out.rule.strata.push_back(*grouping);
    else
      reader.fault("by", "names \"" + name +
                             "\", by which no cohort is divided (sex, age_band, index_kind, "
                             "disposal, supervision, offence_group, release_year)");
  }
  if (out.rule.strata.empty())
    reader.fault("by", "is missing: the clause leaves open by what people are divided");
  needed_table(reader, "rates", "what people of each stratum did in the baseline", [&](ClauseReader& rates) {
    const Value* table = reader.get("rates");
    if (table->object() == nullptr) return;
    for (const auto& [name, rate] : *table->object())
      out.stratum_rates[name] = rate_of(rates, name, "", Figure::reoffenders);
  });
}

void read_scores(ClauseReader& reader, OutcomeTerms& out) {
  out.score.instrument = record::Symbol(reader.text("instrument", "whose scores are taken"));
  out.score.version =
      record::Symbol(reader.text("version", "of which version: another is another instrument"));
  out.score.forecast = record::Symbol(reader.text("forecast", "which of the instrument's chances is taken"));
  out.score.recorded_within_days = static_cast<int>(reader.integer(
      "recorded_within_days", "how many days after the index day a score may still be recorded", 0, 366));
  out.unscored_at_most =
      reader.decimal("unscored_at_most", "how many percent of the cohort may be without a score");
  if (out.unscored_at_most < 0 || out.unscored_at_most > 100)
    reader.fault("unscored_at_most", "must lie between 0 and 100: percent of the cohort");
  if (reader.has("baseline_mean"))
    out.baseline_mean_score = rate_of(reader, "baseline_mean", "", Figure::reoffenders);
}

void read_adjustment(ClauseReader& clause, OutcomeTerms& out) {
  needed_table(clause, "adjustment", "whether different people are compared as if they were alike",
               [&](ClauseReader& reader) {
                 const std::size_t kind = reader.choice("kind", {"none", "strata", "scores"}, "how");
                 out.adjustment = static_cast<OutcomeTerms::Adjustment>(kind);
                 if (out.adjustment == OutcomeTerms::Adjustment::none) return;
                 if (out.figure != Figure::reoffenders || out.counted != OutcomeTerms::Counted::from_record)
                   reader.fault("kind", "adjusts people, which needs reoffenders counted from the record");
                 if (out.adjustment == OutcomeTerms::Adjustment::strata)
                   read_strata(reader, out);
                 else
                   read_scores(reader, out);
               });
}

void read_baseline(ClauseReader& clause, OutcomeTerms& out) {
  using From = OutcomeTerms::BaselineFrom;
  needed_table(clause, "baseline", "against what a result is judged", [&](ClauseReader& reader) {
    out.baseline = static_cast<OutcomeTerms::Baseline>(
        reader.choice("kind", {"fixed", "sampled", "concurrent"}, "what kind of baseline it is"));
    if (out.baseline == OutcomeTerms::Baseline::concurrent) {
      out.baseline_from = out.counted == OutcomeTerms::Counted::by_assessor ? From::assessor : From::others;
      reader.choice("of", {out.baseline_from == From::assessor ? "assessor" : "other_bodies"},
                    "who is compared");
      if (out.adjustment != OutcomeTerms::Adjustment::none)
        reader.fault("kind", "is \"concurrent\", which cannot be adjusted by rates of the past");
      return;
    }
    if (reader.optional_choice("set_by", {"contract", "event"}, 0) == 1) {
      out.baseline_from = From::event;
      return;
    }
    out.baseline_rate = rate_of(reader, "rate", "the baseline's rate per hundred", out.figure);
    if (out.baseline == OutcomeTerms::Baseline::sampled)
      out.baseline_people =
          reader.integer("people", "how many the sampled rate was found on (reoffenders, for a rate each)", 1,
                         most_cohort_people);
  });
}

void read_test(ClauseReader& clause, OutcomeTerms& out) {
  needed_table(clause, "test", "whether chance is ruled out before a result pays", [&](ClauseReader& reader) {
    out.test = static_cast<OutcomeTerms::Test>(reader.choice("kind", {"none", "z"}, "how"));
    if (out.test == OutcomeTerms::Test::none) return;
    out.critical = reader.decimal("critical", "beyond which z a change is not put down to chance");
    if (out.critical <= 0 || out.critical > 10) reader.fault("critical", "must lie above 0 and up to 10");
    if (out.figure != Figure::reoffenders)
      reader.fault("kind", "is \"z\", but the figure is " + std::string(to_text(out.figure)) +
                               ": reoffences cluster in people, so that this test would call chance an "
                               "effect; take \"none\" and a threshold, or the figure reoffenders");
    if (out.baseline_from == OutcomeTerms::BaselineFrom::contract &&
        (out.baseline_rate <= 0 || out.baseline_rate >= 1) &&
        out.adjustment == OutcomeTerms::Adjustment::none)
      reader.fault("kind", "is \"z\", which a baseline of 0 or 100 leaves nothing to test");
  });
  out.change_in = clause.choice("change_in", {"points", "percent"},
                                "whether a change is in points or in percent of the baseline") == 0
                      ? OutcomeTerms::ChangeIn::points
                      : OutcomeTerms::ChangeIn::percent;
  out.reduction_at_least = clause.decimal("reduction_at_least", "how large a reduction has to be");
  out.increase_at_least = clause.optional_decimal("increase_at_least").value_or(0);
  out.pooled_at_least = clause.optional_decimal("pooled_at_least");
  for (const auto& [key, value] : {std::pair{"reduction_at_least", out.reduction_at_least},
                                   std::pair{"increase_at_least", out.increase_at_least},
                                   std::pair{"pooled_at_least", out.pooled_at_least.value_or(0)}})
    if (value < 0) clause.fault(key, "must be 0 or more: it is the size of the change");
}

} // namespace

OutcomeClause read_outcome(const Value& table, Faults& faults, base::Month term_last) {
  const Value* id = table.find("id");
  const std::string named = id != nullptr && id->text() != nullptr ? *id->text() : std::string("?");
  ClauseReader clause(table, "outcome " + named, faults);
  OutcomeClause out;
  out.id = clause.text("id", "what it is called");
  out.title = clause.optional_text("title", out.id);
  out.source = clause.text("source", "where it comes from");
  out.assumed = clause.texts("assumed");
  OutcomeTerms& terms = out.terms;
  terms.figure = static_cast<Figure>(
      clause.choice("figure", {"reoffenders", "reoffences_per_reoffender", "reoffences_per_person"},
                    "which of the three figures pays"));
  terms.counted = clause.choice("counted", {"from_record", "by_assessor"}, "who counts") == 0
                      ? OutcomeTerms::Counted::from_record
                      : OutcomeTerms::Counted::by_assessor;
  read_cohort(clause, terms, term_last);
  read_not_compared(clause, terms);
  read_snapshot(clause, terms);
  clause.choice("zero_cases", {"not_measured"}, "what a cohort without people counts as");
  terms.minimum = clause.optional_integer("minimum", 1, 1, most_cohort_people);
  read_adjustment(clause, terms);
  read_baseline(clause, terms);
  read_test(clause, terms);
  terms.hurdle = clause.optional_text("hurdle");
  read_outcome_price(clause, terms);
  const std::string rounding = clause.text("rounding", "how a line is rounded to the penny");
  if (const auto parsed = base::parse_rounding(rounding))
    terms.rounding = *parsed;
  else if (!rounding.empty())
    clause.fault("rounding", "must be half_away_from_zero, half_even, down or up");
  out.rewards = clause.optional_text("rewards");
  out.leaves_undone = clause.optional_text("leaves_undone");
  clause.finish();
  for (const std::string& key : out.assumed)
    if (table.find(key) == nullptr)
      clause.fault("assumed", "names `" + key + "`, which the clause does not state");
  if (terms.counted == OutcomeTerms::Counted::from_record && !terms.rule.index.empty()) {
    outcome::CohortRule rule = terms.rule;
    rule.period = outcome::CohortPeriod{terms.first_cohort, terms.cohort_months};
    if (const auto checked = outcome::check(rule); !checked) clause.fault("cohort", checked.error().message);
  }
  return out;
}

OutcomeCap read_outcome_cap(const Value& table, Faults& faults) {
  ClauseReader reader(table, "outcome_cap", faults);
  OutcomeCap out;
  out.id = "outcome_cap";
  out.title = reader.optional_text("title", "Most that outcomes pay in a year");
  out.source = reader.text("source", "where it comes from");
  out.assumed = reader.texts("assumed");
  out.amount = reader.money("amount", "the most that outcomes pay in a contract year");
  if (out.amount.pence < 0) reader.fault("amount", "must not be negative");
  reader.finish();
  return out;
}

void check_outcomes(const Terms& terms, Faults& faults) {
  for (std::size_t i = 0; i < terms.outcomes.size(); ++i) {
    const OutcomeClause& clause = terms.outcomes[i];
    const OutcomeTerms& own = clause.terms;
    const std::string where = "outcome " + clause.id;
    const int period_months = terms.period_unit == PeriodUnit::month ? 1 : 12;
    if (own.cohort_months % period_months != 0)
      faults.add(where, "`cohort` lasts " + std::to_string(own.cohort_months) +
                            " months; it must be a whole number of settlement periods of " +
                            std::to_string(period_months));
    else if (!(terms.period_of(own.first_cohort.first()).first_month == own.first_cohort))
      faults.add(where, "`cohort` begins inside a settlement period; periods start on " +
                            base::to_text(terms.period_of(own.first_cohort.first()).first()));
    if (!own.cohort_of(own.first_cohort)) faults.add(where, "`cohort` ends before its first cohort does");
    if (own.counted == OutcomeTerms::Counted::by_assessor && terms.providers.size() != 1)
      faults.add(where, "`counted` is \"by_assessor\", which needs a contract with one provider");
    for (const auto& [body, reason] : own.not_compared)
      if (std::binary_search(terms.providers.begin(), terms.providers.end(), body))
        faults.add(where, "`not_compared` names \"" + body + "\", which is a provider of this contract");
    if (own.stake && !own.stake->amount) {
      const Fee* fee = terms.fee(own.stake->of_fee);
      if (fee == nullptr || fee->kind == Fee::Kind::weighted_volume)
        faults.add(where, "`stake` names the fee \"" + own.stake->of_fee +
                              "\", which is no fee with a line in each period");
    }
    if (own.hurdle.empty()) continue;
    const auto end = terms.outcomes.begin() + static_cast<std::ptrdiff_t>(i);
    const auto before = std::find_if(terms.outcomes.begin(), end,
                                     [&](const OutcomeClause& other) { return other.id == own.hurdle; });
    if (before == end)
      faults.add(where, "`hurdle` names \"" + own.hurdle + "\", which is no outcome clause before this one");
    else if (before->terms.cohort_months != own.cohort_months ||
             !(before->terms.first_cohort == own.first_cohort) || before->terms.last_month < own.last_month ||
             before->terms.last_count_day({own.first_cohort, own.cohort_months}) >
                 own.last_count_day({own.first_cohort, own.cohort_months}))
      faults.add(where, "`hurdle` " + own.hurdle +
                            " must have the same cohorts and be determined no later than this clause");
  }
}

} // namespace probity::contract
