// What the parts of verification share: reading rows of the database, and findings about no single event.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ledger/verify.h"
#include "store/sqlite.h"

namespace probity::ledger {

inline Finding about_file(std::string what, std::string message) {
  return {-1, std::move(what), std::move(message)};
}

// Steps through the rows that this SQL gives.
inline base::Result<void> each_row(const store::Database& database, std::string_view sql,
                                   const std::function<void(const store::Statement&)>& visit) {
  PROBITY_ASSIGN(store::Statement statement, database.prepare(sql));
  while (true) {
    PROBITY_ASSIGN(const store::Statement::Step step, statement.step());
    if (step == store::Statement::Step::done) return {};
    visit(statement);
  }
}

} // namespace probity::ledger
