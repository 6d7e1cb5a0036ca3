#include "contract/terms_reader.h"
#include "contract/trigger_reader.h"

#include <algorithm>

namespace probity::contract {
namespace {

using base::json::Value;

// A reading states only what differs from the clause as written.
Value overlaid(const Value& clause, const Value& reading) {
  Value out = clause;
  out.erase("reading");
  if (reading.object() != nullptr)
    for (const auto& [key, value] : *reading.object())
      out.set(key, value);
  return out;
}

} // namespace

Measure read_measure(const Value& table, Faults& faults, const base::Zone& zone) {
  const Value* id = table.find("id");
  const std::string where =
      "measure " + (id != nullptr && id->text() != nullptr ? *id->text() : std::string("?"));
  ClauseReader clause(table, where, faults);
  Measure measure;
  measure.id = clause.text("id", "what it is called");
  measure.title = clause.optional_text("title", measure.id);
  measure.source = clause.text("source", "where it comes from");
  measure.assumed = clause.texts("assumed");
  measure.counts = clause.optional_text("counts", "other");
  if (const Value* per = table.find("one_clock_per");
      per != nullptr && per->text() != nullptr && *per->text() == "session")
    measure.over = Measure::Over::sessions;
  measure.linked =
      clause.choice("linked", {"one_person", "separate"}, "whether linked records are one person") == 0
          ? timeline::Linked::one_person
          : timeline::Linked::separate;
  clause.choice("zero_cases", {"not_measured"}, "what a period without cases counts as");
  measure.target = clause.optional_decimal("target");
  measure.minimum = clause.optional_integer("minimum", 0, 0, 1'000'000);
  measure.twin = clause.optional_text("twin");
  measure.rewards = clause.optional_text("rewards");
  measure.leaves_undone = clause.optional_text("leaves_undone");
  measure.undetermined_counts = clause.optional_choice("undetermined", {"left_out", "missed"}, 0) == 1;
  const std::string written_name = clause.optional_text("as_written", "as_written");
  measure.readings.push_back({written_name, read_clock_rule(clause, zone)});
  if (const Value* readings = clause.get("reading")) {
    if (readings->object() == nullptr)
      clause.fault("reading", "must be a table of readings by name");
    else
      for (const auto& [name, changes] : *readings->object()) {
        const Value whole = overlaid(table, changes);
        ClauseReader reading(whole, where + " reading " + name, faults);
        measure.readings.push_back({name, read_clock_rule(reading, zone)});
        static const std::vector<std::string_view> may_differ = {
            "start",    "start_else", "stop",           "limit",    "exclude",    "counts",
            "owner_on", "schedule",   "calendar_known", "imported", "suspendable"};
        if (changes.object() != nullptr)
          for (const auto& [key, value] : *changes.object())
            if (std::find(may_differ.begin(), may_differ.end(), key) == may_differ.end())
              reading.fault(key, "cannot differ between readings");
      }
  }
  clause.finish();
  for (const std::string& key : measure.assumed)
    if (table.find(key) == nullptr)
      clause.fault("assumed", "names `" + key + "`, which the clause does not state");
  return measure;
}

} // namespace probity::contract
