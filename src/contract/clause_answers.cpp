#include "contract/clause_answers.h"

namespace probity::contract {

std::string id_of(const base::json::Value& table) {
  const base::json::Value* id = table.find("id");
  return id != nullptr && id->text() != nullptr ? *id->text() : "?";
}

void read_clause(Clause& out, ClauseReader& reader) {
  out.id = reader.text("id", "what it is called");
  out.title = reader.optional_text("title", out.id);
  out.source = reader.text("source", "where it comes from");
  out.assumed = reader.texts("assumed");
}

void check_assumed(const Clause& clause, const base::json::Value& table, const ClauseReader& reader) {
  for (const std::string& key : clause.assumed)
    if (table.find(key) == nullptr)
      reader.fault("assumed", "names `" + key + "`, which the clause does not state");
}

base::Rounding read_rounding(ClauseReader& reader) {
  const std::string written = reader.text("rounding", "how a line is rounded to the penny");
  if (const auto rounding = base::parse_rounding(written)) return *rounding;
  if (!written.empty()) reader.fault("rounding", "must be half_away_from_zero, half_even, down or up");
  return base::Rounding::half_away_from_zero;
}

Restate read_restate(ClauseReader& reader) {
  return static_cast<Restate>(reader.choice("restate", {"never", "until_final", "always"},
                                            "whether an issued line is put right later"));
}

timeline::Linked read_linked(ClauseReader& reader) {
  return reader.choice("linked", {"one_person", "separate"}, "whether linked records are one person") == 0
             ? timeline::Linked::one_person
             : timeline::Linked::separate;
}

duty::Imported read_imported(ClauseReader& reader) {
  return reader.choice("imported", {"counted", "excluded"}, "whether imported records count") == 0
             ? duty::Imported::counted
             : duty::Imported::excluded;
}

} // namespace probity::contract
