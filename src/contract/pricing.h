// The state shared while one provider's account is priced. Internal to pricing.
#pragma once

#include <map>

#include "contract/outcome_result.h"
#include "contract/price.h"

namespace probity::contract {

// How a measure did in one period.
struct Result {
  bool measured = false;   // enough cases
  base::Rational achieved; // percent
  bool failed = false;     // measured, and below target
};
Result result_of(const Measure& measure, const Cell& cell);

// What pricing remembers of a cohort.
struct CohortPriced {
  outcome::CohortPeriod cohort;
  OutcomeResult result;
  bool determined = false;
  bool paid = false; // by its own result
};

struct FeeLine {
  base::Month month; // first of its period
  base::Money amount;
  std::string line;
};

// What pricing remembers of one provider from period to period.
struct ProviderAccount {
  std::string provider;
  std::map<std::string, std::vector<base::Money>>
      year_lines;                                   // annual fee → its lines so far this contract year
  std::map<std::string, base::Rational> year_exact; // annual fee → exact pence so far this year
  std::map<std::string, std::map<std::string, std::int64_t>>
      year_starts;                                   // weighted volume → dimension → starts
  std::map<std::string, base::Money> year_deducted;  // deduction → taken this year, positive
  std::map<std::string, std::int64_t> failed_in_row; // deduction → periods
  std::map<std::string, std::int64_t> met_in_row;
  std::map<std::string, base::Money> last_deducted; // deduction → last amount, for earn-back
  std::map<std::string, std::string> last_deduction_line;
  std::map<std::string, std::vector<FeeLine>> fee_lines;    // every fee's lines since the term began
  std::map<std::string, std::vector<CohortPriced>> cohorts; // outcome clause → its cohorts so far
  std::map<std::string, std::vector<FeeLine>> foundations;  // outcome clause → paid for the cohort
  std::map<std::string, base::Money> year_outcomes;         // outcome clause → paid this contract year
};

struct Pricing {
  const Cells& cells;
  const Terms& terms;
  const std::vector<const Fee*>& fees; // as they are read
  const Period& period;
  base::Day known_on;
  std::string version;
  ProviderAccount& account;
  std::vector<Line>& lines;
  bool one_provider = true; // of the contract: then ids do not repeat it

  [[nodiscard]] const Cell* cell(std::string_view clause, std::string_view dimension = "") const;
  // Cells of a clause for the provider and period, by dimension.
  [[nodiscard]] std::vector<std::pair<std::string, const Cell*>> cells_of(std::string_view clause) const;
  // A line with everything but its amounts; `n` tells lines of one clause and period apart.
  [[nodiscard]] Line line(LineKind kind, const Clause& clause, std::string_view n) const;
  [[nodiscard]] const Line* line_of(std::string_view clause) const; // of this provider and period
  void add(Line line, base::Rounding rounding);
};

void price_fees(Pricing& pricing);
void price_unit_payments(Pricing& pricing);
void price_monitoring(Pricing& pricing);
void price_outcomes(Pricing& pricing);
void price_deductions(Pricing& pricing);
void price_cap(Pricing& pricing);
void price_decisions(Pricing& pricing, const std::vector<Decision>& decisions);

// An amount split over others in proportion: whole pence first, odd pennies to the largest fractions, of
// equal ones to the first. `shares` are positive, and `amount` is no more than their sum.
std::vector<std::int64_t> split_in_proportion(base::Money amount, const std::vector<base::Money>& shares);
void add_note(Line& line, std::string_view text);

// The counts of the clause's cohort that ends in the period.
OutcomeCounts outcome_counts(const Cells& cells, std::string_view clause, std::string_view provider,
                             const Period& period);

} // namespace probity::contract
