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

// Each element of a list of tables under `key`.
template <class Each> void each_table(ClauseReader& reader, std::string_view key, Each each) {
  const base::json::Value* list = reader.get(key);
  if (list == nullptr) return;
  if (list->array() == nullptr) {
    reader.fault(key, "must be a list of tables");
    return;
  }
  for (const base::json::Value& item : *list->array())
    each(item);
}

} // namespace probity::contract
