// A contract as data: parties, periods, fees, measures, deductions, unit payments, monitoring, grants,
// variations. One TOML file reads like the schedule it replaces; every clause cites its source and marks what
// is assumed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/money.h"
#include "contract/outcome_terms.h"
#include "duty/clock.h"

namespace probity::contract {

enum class PeriodUnit { month, year };

// A settlement period: a civil month, or a contract year of twelve months. Text: "2016-03", or for years the
// civil year in which it ends ("2010" is July 2009 to June 2010 when years start in July).
struct Period {
  base::Month first_month;
  int months = 1;
  std::string text;

  [[nodiscard]] base::Day first() const { return first_month.first(); }
  [[nodiscard]] base::Day last() const { return (first_month + (months - 1)).last(); }
  bool operator==(const Period& other) const {
    return first_month == other.first_month && months == other.months;
  }
  auto operator<=>(const Period& other) const { return first_month <=> other.first_month; }
};

// Until when a line whose period was issued is put right in later statements.
enum class Restate { never, until_final, always };

struct Clause {
  std::string id;
  std::string title;
  std::string source;
  std::vector<std::string> assumed; // names of keys that are not in the source
};

// Which calendar events are counted, split by a fact: {event, by, where}.
struct Count {
  duty::Trigger event;
  int by = -1; // position of the code or name fact that splits the count; −1: not split
  std::string by_name;
};

struct Band {
  std::optional<std::int64_t> up_to; // people, inclusive; none: the rest
  base::Money amount;
};
struct Step { // from a distance (a fraction of the baseline) on, the share of the rate that applies
  base::Rational from;
  base::Rational share;
};
struct DatedPercent {
  base::Day from;
  base::Rational percent;
};

// Readings that are picked: clause → name of its reading. A clause that is not named is read as written.
using Readings = std::map<std::string, std::string>;

struct Fee : Clause {
  enum class Kind { annual, weighted_volume, per_person, grant } kind = Kind::annual;
  base::Rounding rounding = base::Rounding::half_away_from_zero;
  Restate restate = Restate::until_final;
  // annual and grant: pounds a contract year, in equal instalments, the last one the remainder.
  base::Money amount;
  std::vector<base::Rational>
      discounts; // learning curve: percent off in contract year 1, 2, …; the last holds on
  std::vector<DatedPercent> indexation; // multiplies from the contract year that begins on or after `from`
  // weighted_volume: at the end of the contract year, of_fee's year × variable share × distance outside
  // tolerance.
  std::string of_fee;
  Count count;
  std::map<std::string, base::Rational> weights;
  base::Rational baseline;
  base::Rational tolerance;           // fraction
  base::Rational variable_share;      // fraction
  std::vector<Step> steps;            // marginal shares by distance beyond the tolerance
  std::optional<base::Money> floor;   // least for the year, instalments and adjustment together
  std::optional<base::Money> ceiling; // most for the year
  // per_person: people counted in the period, each once; bands are marginal.
  base::Money fixed; // each period, however many people there are
  std::vector<Band> bands;
  enum class Population { supervised, starts, counted } population = Population::supervised;
  duty::Imported imported = duty::Imported::excluded;
  timeline::Linked linked = timeline::Linked::one_person;
  // The contract as written is one way of reading the fee. The others are each a fee of its own with the same
  // id and title; they have no others.
  std::string reading = "as_written";
  std::vector<Fee> others;

  // By the reading that is picked for it.
  [[nodiscard]] const Fee& read(const Readings& readings) const;
};

// A way of reading a measure. The first is the contract as written.
struct Reading {
  std::string name;
  duty::ClockRule rule;
};

struct Measure : Clause {
  // Sessions of unpaid work are streams of their own; the body that scheduled one answers for it.
  enum class Over { people, sessions } over = Over::people;
  std::vector<Reading> readings; // never empty
  std::string counts; // "arranged", "attended", "filed", …: how a case counts as met, in words of the field
  timeline::Linked linked = timeline::Linked::one_person;
  std::optional<base::Rational> target; // percent
  std::int64_t minimum = 0;             // fewer counted cases than this: not measured
  std::string twin;                     // the honest twin's id
  bool undetermined_counts = false;     // undetermined cases count as missed
  std::string rewards;                  // what the clause rewards, in plain words
  std::string leaves_undone;            // what it pays to leave undone
};

struct Deduction : Clause {
  std::string of; // measure
  enum class Per { point, missed } per = Per::missed;
  base::Money amount;                        // per missed case; negative
  base::Rational rate;                       // percent of the fee for each whole or part point below target
  std::string of_fee;                        // fee whose line of the period the percentages are of
  std::optional<base::Rational> cap_percent; // of the fee's line, per period
  std::optional<base::Money> cap;            // per period, positive
  std::optional<base::Money> cap_year;       // per contract year, positive
  std::int64_t persist_after = 0;            // this many failed periods in a row → factor; 0: no such term
  base::Rational persist_factor = 1;
  std::int64_t earn_back_after = 0; // this many met periods in a row after a failed one give back …
  base::Rational earn_back_share;   // … this share (percent) of the last deduction
  base::Rounding rounding = base::Rounding::half_away_from_zero;
  Restate restate = Restate::until_final;
};

// Event-triggered payments with prerequisites and caps per person (Work Programme shape).
struct UnitPayment : Clause {
  struct Tariff {
    base::Money attachment;
    base::Money outcome;
    base::Money sustained; // each month
    std::int64_t months = 0;
  };
  std::map<std::string, Tariff> groups;
  base::Rounding rounding = base::Rounding::half_away_from_zero;
  Restate restate = Restate::until_final;
  duty::Imported imported = duty::Imported::excluded;
  timeline::Linked linked = timeline::Linked::one_person;
};

// Pays for distinct person-days actually monitored, beside what was billed.
struct Monitoring : Clause {
  std::string rewards;       // in plain words
  std::string leaves_undone; // what it pays to leave undone
  base::Money amount;        // per person-day
  base::Rounding rounding = base::Rounding::half_away_from_zero;
  Restate restate = Restate::until_final;
  duty::Imported imported = duty::Imported::excluded;
  timeline::Linked linked = timeline::Linked::one_person;
};

// A ceiling on all deductions together.
struct DeductionCap : Clause {
  std::string of_fee;
  base::Rational percent; // of the fee's line of the period
};

// Pays, takes or keeps by what became of cohorts of people.
struct OutcomeClause : Clause {
  OutcomeTerms terms;
  std::string rewards;       // in plain words
  std::string leaves_undone; // what it pays to leave undone
};

// The most that all outcome clauses together pay in a contract year; deductions are outside it.
struct OutcomeCap : Clause {
  base::Money amount;
};

struct Limit {
  int n = 0;
  duty::LimitUnit unit = duty::LimitUnit::month;
};

// The terms in force for one contract year or part of it, variations applied.
struct Terms {
  int schema = 1;
  std::string id;
  std::string title;
  std::string source;
  std::string zone;
  std::string authority;
  std::vector<std::string> providers; // empty: every accountable body of the record, each by itself
  base::Day from;
  base::Day to;
  PeriodUnit period_unit = PeriodUnit::month;
  int year_starts = 4;         // civil month in which a contract year starts
  int final_after_months = 18; // a period is final when K(N) is this many months past its last day
  std::vector<Fee> fees;
  std::vector<Measure> measures;
  std::vector<Deduction> deductions;
  std::vector<UnitPayment> unit_payments;
  std::vector<Monitoring> monitoring;
  std::optional<DeductionCap> deduction_cap;
  std::vector<OutcomeClause> outcomes;
  std::optional<OutcomeCap> outcome_cap;

  [[nodiscard]] const Fee* fee(std::string_view id) const; // as written
  // In the order of the file, each by the reading that is picked for it. A weighted volume is left out where
  // the fee that it adjusts is read as no annual one.
  [[nodiscard]] std::vector<const Fee*> fees_read(const Readings& readings) const;
  [[nodiscard]] const Measure* measure(std::string_view id) const;
  [[nodiscard]] const OutcomeClause* outcome(std::string_view id) const;
  [[nodiscard]] base::Result<Period> period(std::string_view text) const;
  [[nodiscard]] Period period_of(base::Day day) const;
  [[nodiscard]] Period next(const Period& period) const;
  // All periods of the term up to and including `last`.
  [[nodiscard]] std::vector<Period> periods_to(const Period& last) const;
  // Contract year that a period lies in: its first month.
  [[nodiscard]] base::Month year_of(const Period& period) const;
  [[nodiscard]] bool last_of_year(const Period& period) const;
  // 1-based number of the contract year since the term began, and of the period within its year.
  [[nodiscard]] int year_number(const Period& period) const;
  [[nodiscard]] int number_in_year(const Period& period) const;
  [[nodiscard]] int periods_a_year() const { return period_unit == PeriodUnit::month ? 12 : 1; }
};

// A dated overlay: agreed on a day, effective from the first day of a period, which may be earlier.
struct Variation {
  std::string id;
  std::string source;
  base::Day agreed_on;
  base::Day effective_from;
  std::vector<std::string> changes; // "fee.service_fee.amount = £9,000,000.00", for people
};

// A contract file, read. Terms are asked for a period and for what was agreed by a day.
class Contract {
 public:
  // Reads a file's text; the error names the clause and key. `name` is for messages.
  static base::Result<Contract> parse(std::string_view text, std::string_view name);

  [[nodiscard]] const Terms& terms() const { return versions_.front(); } // as first made
  // In force for a period starting on `day`, with the variations agreed by `known_on`.
  [[nodiscard]] const Terms& terms_at(base::Day day, base::Day known_on) const;
  [[nodiscard]] const std::vector<Variation>& variations() const { return variations_; }
  [[nodiscard]] const base::Digest& file_hash() const { return file_hash_; }
  // Line on which a clause begins: kind and id, or "deduction_cap" and nothing; 0: the file has no such.
  [[nodiscard]] std::int64_t line_of(const std::string& kind, const std::string& id) const;
  // The file in plain words: what each clause pays, rewards, and pays to leave undone.
  [[nodiscard]] std::string explanation() const;

 private:
  Contract() = default;
  std::vector<Variation> variations_; // by agreed_on
  std::vector<Terms> versions_;       // index = bit set of applied variations, in the order of `applied_`
  std::vector<std::vector<bool>> applied_;
  base::Digest file_hash_;
  std::map<std::pair<std::string, std::string>, std::int64_t> clause_lines_; // kind and id → line
};

} // namespace probity::contract
