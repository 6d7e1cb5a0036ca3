// The state shared while one provider's account is priced. Internal to pricing.
#pragma once

#include <map>

#include "contract/price.h"

namespace probity::contract {

// How a measure did in one period.
struct Result {
  bool measured = false;   // enough cases
  base::Rational achieved; // percent
  bool failed = false;     // measured, and below target
};
Result result_of(const Measure& measure, const Cell& cell);

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
};

struct Pricing {
  const Cells& cells;
  const Terms& terms;
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
void price_deductions(Pricing& pricing);
void price_cap(Pricing& pricing);
void price_decisions(Pricing& pricing, const std::vector<Decision>& decisions);

} // namespace probity::contract
