// Tables within a clause, each read to its end.
#pragma once

#include <string>
#include <string_view>

#include "contract/clause_reader.h"

namespace probity::contract {

// A table under `key`, read by `read`; absent: a fault that asks the question.
template <class Read>
void needed_table(ClauseReader& clause, std::string_view key, std::string_view question, Read read) {
  const base::json::Value* table = clause.get(key);
  if (table == nullptr) {
    clause.fault(key, "is missing: the clause leaves open " + std::string(question));
    return;
  }
  ClauseReader reader(*table, clause.where() + " " + std::string(key), clause.faults());
  read(reader);
  reader.finish();
}

template <class Read> bool optional_table(ClauseReader& clause, std::string_view key, Read read) {
  if (!clause.has(key)) return false;
  needed_table(clause, key, "", read);
  return true;
}

} // namespace probity::contract
