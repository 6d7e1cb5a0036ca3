#include "contract/false_payment.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "contract/do_nothing.h"
#include "contract/outcome_result.h"
#include "outcome/distributions.h"

namespace probity::contract {
namespace {

using base::Rational;
using Figure = OutcomeTerms::Figure;
using Kind = OutcomeResult::Kind;

double value(const Rational& rational) {
  return static_cast<double>(rational.numerator()) / static_cast<double>(rational.denominator());
}

// The clause with all people alike, as the baseline's: then what is expected of them is its rate.
OutcomeTerms unadjusted(OutcomeTerms terms) {
  terms.adjustment = OutcomeTerms::Adjustment::none;
  terms.minimum = 1;
  return terms;
}

using Both = FalseChances;

// Counts up to which a clause finds a reduction, and from which it finds an increase; fewer is never worse
// for the provider, so both are found by halving. −1 and `most + 1`: none.
struct Edges {
  std::int64_t reduction_to = -1;
  std::int64_t increase_from = 0;
};
Edges edges(std::int64_t least, std::int64_t most, const std::function<Kind(std::int64_t)>& kind) {
  const auto first_where = [&](const std::function<bool(Kind)>& wanted) {
    std::int64_t low = least;
    std::int64_t high = most + 1;
    while (low < high) {
      const std::int64_t middle = low + (high - low) / 2;
      if (wanted(kind(middle)))
        high = middle;
      else
        low = middle + 1;
    }
    return low;
  };
  return {first_where([](Kind found) { return found != Kind::reduction; }) - 1,
          first_where([](Kind found) { return found == Kind::increase; })};
}

class Cohort {
 public:
  Cohort(const OutcomeTerms& terms, const OutcomeTerms* hurdle, std::int64_t people, const DoNothing& way)
      : terms_(terms), hurdle_(hurdle), people_(people), way_(way) {}

  // Of one cohort under the clause as it stands, or against a comparison that was counted.
  [[nodiscard]] Both chances(const std::optional<PeopleCounts>& comparison) const {
    switch (terms_.figure) {
    case Figure::reoffenders:
      return binary(comparison);
    case Figure::reoffences_per_reoffender:
      return per_reoffender(comparison);
    case Figure::reoffences_per_person:
      return per_person(comparison);
    }
    return {};
  }

 private:
  [[nodiscard]] Kind kind(PeopleCounts counts, const std::optional<PeopleCounts>& comparison) const {
    OutcomeCounts all;
    all.cohort = counts;
    all.comparison = comparison;
    return judge(terms_, all).kind;
  }

  [[nodiscard]] Both binary(const std::optional<PeopleCounts>& comparison) const {
    const Edges found = edges(0, people_, [&](std::int64_t x) { return kind({people_, x, 0}, comparison); });
    return {outcome::binomial_below(found.reduction_to, people_, way_.chance),
            1 - outcome::binomial_below(found.increase_from - 1, people_, way_.chance)};
  }

  [[nodiscard]] bool hurdle_met(std::int64_t reoffenders) const {
    if (hurdle_ == nullptr) return true;
    OutcomeCounts all;
    all.cohort = {people_, reoffenders, reoffenders};
    return judge(*hurdle_, all).kind == Kind::reduction;
  }

  [[nodiscard]] Both per_reoffender(const std::optional<PeopleCounts>& comparison) const {
    const Chances reoffenders = reoffenders_of(people_, way_);
    Both out;
    for (std::size_t i = 0; i < reoffenders.of.size(); ++i) {
      const std::int64_t r = reoffenders.first + static_cast<std::int64_t>(i);
      if (r == 0) continue;
      const Edges found = edges(r, 100 * r, [&](std::int64_t s) {
        return kind({people_, r, s}, comparison);
      });
      if (hurdle_met(r)) out.pays += reoffenders.of[i] * reoffences_at_most(r, found.reduction_to, way_);
      out.takes += reoffenders.of[i] * (1 - reoffences_at_most(r, found.increase_from - 1, way_));
    }
    return out;
  }

  [[nodiscard]] Both per_person(const std::optional<PeopleCounts>& comparison) const {
    const Edges found = edges(0, 100 * people_, [&](std::int64_t s) {
      return kind({people_, std::min(s, people_), s}, comparison);
    });
    const Chances reoffenders = reoffenders_of(people_, way_);
    Both out;
    for (std::size_t i = 0; i < reoffenders.of.size(); ++i) {
      const std::int64_t r = reoffenders.first + static_cast<std::int64_t>(i);
      if (hurdle_met(r)) out.pays += reoffenders.of[i] * reoffences_at_most(r, found.reduction_to, way_);
      out.takes += reoffenders.of[i] * (1 - reoffences_at_most(r, found.increase_from - 1, way_));
    }
    return out;
  }

  const OutcomeTerms& terms_;
  const OutcomeTerms* hurdle_;
  std::int64_t people_;
  DoNothing way_;
};

// Over every comparison, or baseline, that chance could have brought.
Both over(const Chances& cases, const std::function<Both(std::int64_t)>& of) {
  Both out;
  for (std::size_t i = 0; i < cases.of.size(); ++i) {
    if (cases.of[i] < 1e-12) continue;
    const Both here = of(cases.first + static_cast<std::int64_t>(i));
    out.pays += cases.of[i] * here.pays;
    out.takes += cases.of[i] * here.takes;
  }
  return out;
}

struct Asked {
  OutcomeTerms terms;
  std::optional<OutcomeTerms> hurdle;
  DoNothing baseline;
  std::int64_t sampled_on = 0; // people whose chance the baseline's rate has in it; 0: exact
};

Both beside(const OutcomeTerms& terms, std::int64_t people, std::int64_t others, const DoNothing& now) {
  const Cohort cohort(terms, nullptr, people, now);
  return over(reoffenders_of(others, now), [&](std::int64_t y) {
    return cohort.chances(PeopleCounts{others, y, 0});
  });
}

// Against as many people of the same time, who follow the same trend.
Both concurrent(const Asked& asked, std::int64_t people, const DoNothing& now) {
  if (asked.terms.figure == Figure::reoffenders) return beside(asked.terms, people, people, now);
  const Cohort cohort(asked.terms, nullptr, people, now);
  return over(reoffences_of(people, now), [&](std::int64_t s) {
    return cohort.chances(PeopleCounts{people, std::min(s, people), s});
  });
}

Both one_cohort(const Asked& asked, std::int64_t people, const DoNothing& now) {
  if (asked.terms.baseline == OutcomeTerms::Baseline::concurrent) return concurrent(asked, people, now);
  const OutcomeTerms* hurdle = asked.hurdle ? &*asked.hurdle : nullptr;
  if (asked.sampled_on == 0) return Cohort(asked.terms, hurdle, people, now).chances(std::nullopt);
  return over(reoffenders_of(asked.sampled_on, asked.baseline), [&](std::int64_t y) {
    OutcomeTerms drawn = asked.terms;
    drawn.baseline_rate = Rational::of(y, asked.sampled_on);
    return Cohort(drawn, hurdle, people, now).chances(std::nullopt);
  });
}

base::Error missing(std::string_view what, std::string_view option) {
  return {base::ErrorCode::invalid_input,
          "the clause does not state " + std::string(what) + " of the baseline", std::string(option),
          "give it per hundred with " + std::string(option)};
}

base::Result<Asked> asked_of(const Terms& terms, const OutcomeClause& clause,
                             const FalsePaymentQuestion& question) {
  Asked out;
  out.terms = unadjusted(clause.terms);
  const bool stated = clause.terms.baseline_from == OutcomeTerms::BaselineFrom::contract;
  std::optional<Rational> binary = question.binary_rate;
  std::optional<Rational> frequency = question.frequency_rate;
  if (const OutcomeClause* hurdle = terms.outcome(clause.terms.hurdle)) {
    out.hurdle = unadjusted(hurdle->terms);
    if (hurdle->terms.figure == Figure::reoffenders &&
        hurdle->terms.baseline_from == OutcomeTerms::BaselineFrom::contract && !binary)
      binary = hurdle->terms.baseline_rate * 100;
  }
  if (stated && clause.terms.figure == Figure::reoffenders) binary = clause.terms.baseline_rate * 100;
  if (stated && clause.terms.figure == Figure::reoffences_per_reoffender)
    frequency = clause.terms.baseline_rate * 100;
  if (!binary) return tl::unexpected(missing("how many reoffend", "--binary-rate"));
  if (stated && clause.terms.figure == Figure::reoffences_per_person && *binary > 0)
    frequency = clause.terms.baseline_rate / *binary * 10'000;
  if (clause.terms.figure == Figure::reoffenders) frequency = frequency.value_or(100);
  if (!frequency) return tl::unexpected(missing("how often a reoffender reoffends", "--frequency-rate"));
  if (*binary <= 0 || *binary >= 100 || *frequency < 100)
    return base::fail(base::ErrorCode::invalid_input,
                      "reoffenders must be between 0 and 100 of a hundred people, and a reoffender has at "
                      "least one reoffence: 100 of a hundred",
                      "the baseline's rates");
  // A baseline that an event sets is taken at the rates of the question.
  if (clause.terms.baseline_from == OutcomeTerms::BaselineFrom::event) {
    out.terms.baseline_from = OutcomeTerms::BaselineFrom::contract;
    switch (clause.terms.figure) {
    case Figure::reoffenders:
      out.terms.baseline_rate = *binary / 100;
      break;
    case Figure::reoffences_per_reoffender:
      out.terms.baseline_rate = *frequency / 100;
      break;
    case Figure::reoffences_per_person:
      out.terms.baseline_rate = *binary * *frequency / 10'000;
      break;
    }
    if (out.terms.baseline == OutcomeTerms::Baseline::sampled)
      out.terms.baseline_people = question.baseline_people.value_or(question.people.front());
  }
  out.baseline = {value(*binary) / 100, value(*frequency) / 100};
  if (clause.terms.figure == Figure::reoffenders && out.terms.baseline != OutcomeTerms::Baseline::concurrent)
    out.sampled_on = question.baseline_people.value_or(
        out.terms.baseline == OutcomeTerms::Baseline::sampled ? out.terms.baseline_people : 0);
  return out;
}

// More are not computed.
std::int64_t most_people(const Asked& asked) {
  const bool varies = asked.sampled_on > 0 || asked.terms.baseline == OutcomeTerms::Baseline::concurrent;
  return varies ? 20'000 : 100'000;
}

std::int64_t cohorts_of(const OutcomeTerms& terms) {
  return (terms.last_month - terms.first_cohort + 1) / terms.cohort_months;
}

// All cohorts of equal size together are one large cohort: counts and what is expected add up, and the gate
// asks for no test and no hurdle (`judge_pooled`).
std::optional<double> pooled_chance(const Asked& asked, std::int64_t people, const DoNothing& now) {
  if (!asked.terms.pooled_at_least) return std::nullopt;
  const std::int64_t all = people * cohorts_of(asked.terms);
  if (all < 1 || all > most_people(asked)) return std::nullopt;
  Asked gate = asked;
  gate.hurdle.reset();
  gate.terms.test = OutcomeTerms::Test::none;
  gate.terms.reduction_at_least = *asked.terms.pooled_at_least;
  return one_cohort(gate, all, now).pays;
}

base::Result<void> check_question(const Asked& asked, const FalsePaymentQuestion& question) {
  const std::int64_t most = most_people(asked);
  for (const std::int64_t people : question.people)
    if (people < 1 || people > most)
      return base::fail(base::ErrorCode::invalid_input,
                        std::to_string(people) + " people are not computed: from 1 to " +
                            std::to_string(most) + (most < 100'000 ? " where the baseline varies too" : ""),
                        "people");
  if (asked.sampled_on > 20'000)
    return base::fail(base::ErrorCode::invalid_input, "a baseline of more than 20,000 people is not computed",
                      "--baseline-people", "leave it out: so large a baseline hardly varies");
  return {};
}

// Brings "reoffenders" and their reoffences so many years on.
DoNothing after(const DoNothing& baseline, int years, const FalsePaymentQuestion& question) {
  DoNothing out = baseline;
  out.chance = std::clamp(baseline.chance + value(question.points_a_year) * years / 100, 0.0, 1.0);
  out.mean = std::max(1.0, baseline.mean * (1 + value(question.percent_a_year) * years / 100));
  return out;
}

} // namespace

base::Result<FalsePaymentTable> false_payments(const Terms& terms, std::string_view clause_id,
                                               const FalsePaymentQuestion& question) {
  const OutcomeClause* clause = terms.outcome(clause_id);
  if (clause == nullptr) {
    std::string known;
    for (const OutcomeClause& candidate : terms.outcomes)
      known += (known.empty() ? "" : ", ") + candidate.id;
    return base::fail(base::ErrorCode::not_found,
                      "the contract has no outcome clause \"" + std::string(clause_id) + "\"", "clause",
                      known.empty() ? "it has none" : "it has: " + known);
  }
  PROBITY_ENSURE(!question.people.empty());
  PROBITY_ASSIGN(const Asked asked, asked_of(terms, *clause, question));
  PROBITY_TRY(check_question(asked, question));
  FalsePaymentTable out;
  out.clause = clause->id;
  out.title = clause->title;
  out.hurdle = clause->terms.hurdle;
  if (clause->terms.pooled_at_least) out.pooled_cohorts = cohorts_of(clause->terms);
  out.question = question;
  out.binary_rate =
      Rational::of(static_cast<std::int64_t>(std::llround(asked.baseline.chance * 1e8)), 1'000'000);
  out.frequency_rate =
      Rational::of(static_cast<std::int64_t>(std::llround(asked.baseline.mean * 1e6)), 10'000);
  for (const std::int64_t people : question.people)
    for (const int age : question.ages) {
      const DoNothing now = after(asked.baseline, age, question);
      const Both both = one_cohort(asked, people, now);
      double all = 1;
      for (int body = 0; body < question.bodies; ++body)
        all *= both.pays;
      out.rows.push_back({people, age, both.pays, both.takes, all, pooled_chance(asked, people, now)});
    }
  return out;
}

FalseChances false_chances_beside(const OutcomeTerms& terms, std::int64_t people, std::int64_t others,
                                  double chance) {
  PROBITY_ENSURE(terms.figure == Figure::reoffenders && people > 0 && others > 0);
  return beside(unadjusted(terms), people, others, {chance, 1});
}

base::json::Value false_payment_json(const FalsePaymentTable& table) {
  using base::json::Value;
  const auto six = [](double chance) { return Value(fmt::format("{:.6f}", chance)); };
  base::json::Array rows;
  for (const FalsePaymentRow& row : table.rows) {
    Value item;
    item.set("people", Value(row.people));
    item.set("baseline_age_years", Value(std::int64_t{row.age}));
    item.set("pays", six(row.pays));
    item.set("finds_increase", six(row.takes));
    item.set("bodies_paid_expected", six(row.pays * table.question.bodies));
    item.set("all_bodies_paid", six(row.all_bodies));
    if (row.pooled) item.set("all_cohorts_together_pay", six(*row.pooled));
    rows.push_back(std::move(item));
  }
  Value out;
  out.set("clause", Value(table.clause));
  out.set("title", Value(table.title));
  out.set("hurdle", Value(table.hurdle));
  out.set("method", Value("exact binomial sums; no simulation"));
  out.set("reoffenders_per_100_people", Value(table.binary_rate.decimal(4)));
  out.set("reoffences_per_100_reoffenders", Value(table.frequency_rate.decimal(2)));
  out.set("points_a_year", Value(table.question.points_a_year.decimal(4)));
  out.set("percent_a_year", Value(table.question.percent_a_year.decimal(4)));
  out.set("bodies", Value(std::int64_t{table.question.bodies}));
  if (table.pooled_cohorts > 0) out.set("cohorts_together", Value(table.pooled_cohorts));
  out.set("rows", Value(std::move(rows)));
  return out;
}

} // namespace probity::contract
