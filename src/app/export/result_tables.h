// Figures that the program makes of a ledger, as tables beside the facts they were made of.
#pragma once

#include <string>
#include <vector>

#include "app/export/table.h"
#include "contract/statement.h"
#include "timeline/book.h"

namespace probity::app {

struct OutcomeTables {
  std::vector<Table> tables;
  std::vector<std::string> left_out; // figures that are refused, and why: "returns within 36 months: …"
};
// First arrests where anyone was followed up for them, and returns to custody within one, two and three years
// where the ledger has receptions into custody. Neither: no table.
base::Result<OutcomeTables> outcome_tables(const timeline::Book& book);

// The lines of a settled period. The statement must outlive the table.
Table statement_table(const contract::Statement& statement);

} // namespace probity::app
