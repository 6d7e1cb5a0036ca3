// The parts of the statement page, in the order in which they stand. Each begins with its own h2.
#pragma once

#include <functional>
#include <optional>

#include "html/components.h"
#include "pages/account/bridge.h"
#include "pages/account/statement_page.h"

namespace probity::pages {

// Clause of the line in which a published statement puts what few cases would show through. No line of a
// settlement: `why` cannot explain it.
inline constexpr std::string_view withheld_clause = "withheld";

// What every part is written from.
struct StatementView {
  const contract::Settlement& settlement;
  const contract::Statement& statement;
  const contract::Contract& contract;
  const contract::Terms& terms; // in force for the period, as known
  const StatementFiles& files;
  std::vector<Step> steps;
  // Where a line is explained; none: nowhere.
  std::function<std::optional<html::Url>(const contract::Line&)> address = {};
};

html::Html section_heading(std::string_view id, std::string_view words);
// A title, and under it in small the id that commands take.
html::Html named(std::string_view title, std::string_view id);
// A sum in a cell.
html::Html sum(base::Money money);

html::Html total_section(const StatementView& view); // heading, sum due, takeaway, what it is of
html::Html bridge_section(const StatementView& view);
html::Html lines_section(const StatementView& view);
html::Html levels_section(const StatementView& view);
html::Html outcome_payments_section(const StatementView& view); // empty where no cohort is shown
html::Html deductions_section(const StatementView& view);       // missed cases, and relief
html::Html corrections_section(const StatementView& view);      // with drift, earlier periods and payments
html::Html clauses_section(const StatementView& view); // readings, sources, what is assumed, variations
html::Html basis_section(const StatementView& view);   // ledger, contract file, rules
html::Html check_section(const StatementView& view);

} // namespace probity::pages
