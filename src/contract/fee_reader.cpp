#include "contract/fee_reader.h"

#include <algorithm>

#include "contract/clause_answers.h"
#include "contract/clause_tables.h"
#include "contract/trigger_reader.h"

namespace probity::contract {
namespace {

using base::json::Value;

struct Context {
  Faults& faults;
  const base::Zone& zone;
};

Count read_count(ClauseReader& reader, const Context& context) {
  Count count;
  const Value* table = reader.get("count");
  if (table == nullptr) {
    reader.fault("count", "is missing: the clause leaves open which events are counted");
    return count;
  }
  Value trigger = *table;
  std::string by;
  if (const Value* written = table->find("by"); written != nullptr && written->text() != nullptr)
    by = *written->text();
  trigger.erase("by");
  count.event = read_trigger(trigger, reader.where() + " count", context.faults, context.zone);
  if (!by.empty() && count.event.type != nullptr) {
    const record::FieldDeclaration* field = record::find_field(*count.event.type, by);
    count.by = record::fact_position(*count.event.type, by);
    count.by_name = by;
    if (count.by < 0 || (field->kind != record::Kind::code && field->kind != record::Kind::name)) {
      reader.fault("count", "splits by `" + by + "`, which is no code or name fact of the event");
      count.by = -1;
    }
  }
  return count;
}

void read_annual(Fee& fee, ClauseReader& reader, const Context& context) {
  fee.amount = reader.money("amount", "how much is paid a year");
  for (const std::string& percent : reader.texts("discounts")) {
    if (const auto parsed = base::Rational::parse_decimal(percent);
        parsed && *parsed >= 0 && *parsed <= 100 && parsed->denominator() <= 1'000'000)
      fee.discounts.push_back(*parsed);
    else
      reader.fault("discounts", "must be percentages written as texts");
  }
  each_table(reader, "indexation", [&](const Value& item) {
    ClauseReader step(item, reader.where() + " indexation", context.faults);
    fee.indexation.push_back({step.day("from", "from when"), step.decimal("percent", "by how much")});
    step.finish();
  });
  fee.floor = reader.optional_money("floor");
  fee.ceiling = reader.optional_money("ceiling");
}

void read_weighted_volume(Fee& fee, ClauseReader& reader, const Context& context) {
  fee.of_fee = reader.text("of_fee", "which fee it adjusts");
  fee.count = read_count(reader, context);
  if (const Value* weights = reader.get("weights"); weights != nullptr && weights->object() != nullptr) {
    ClauseReader each(*weights, reader.where() + " weights", context.faults);
    for (const auto& [name, weight] : *weights->object())
      fee.weights[name] = each.decimal(name, "");
  } else {
    reader.fault("weights", "is missing: the clause leaves open what a start of each type weighs");
  }
  fee.baseline = reader.decimal("baseline", "against which volume");
  if (fee.baseline <= 0) reader.fault("baseline", "must be more than 0");
  fee.tolerance = reader.decimal("tolerance_percent", "inside which band nothing changes") / 100;
  fee.variable_share = reader.decimal("variable_percent", "which share of the fee moves with volume") / 100;
  each_table(reader, "steps", [&](const Value& item) {
    ClauseReader step(item, reader.where() + " steps", context.faults);
    fee.steps.push_back({step.decimal("beyond_percent", "from which distance") / 100,
                         step.decimal("share_percent", "at which share") / 100});
    step.finish();
  });
  if (fee.steps.empty()) fee.steps.push_back({0, 1});
  for (std::size_t i = 1; i < fee.steps.size(); ++i)
    if (fee.steps[i].from <= fee.steps[i - 1].from) reader.fault("steps", "must rise by `beyond_percent`");
  if (fee.steps.front().from != 0) reader.fault("steps", "must begin beyond 0");
}

void read_per_person(Fee& fee, ClauseReader& reader, const Context& context) {
  fee.population = static_cast<Fee::Population>(
      reader.choice("population", {"supervised", "starts", "counted"}, "who is counted in a period"));
  if (fee.population == Fee::Population::counted) fee.count = read_count(reader, context);
  fee.fixed = reader.optional_money("fixed").value_or(base::Money{});
  if (fee.fixed.pence < 0) reader.fault("fixed", "must not be negative");
  if (reader.has("bands")) {
    each_table(reader, "bands", [&](const Value& item) {
      ClauseReader band(item, reader.where() + " bands", context.faults);
      Band out;
      if (band.has("up_to")) out.up_to = band.integer("up_to", "", 1, 1'000'000'000);
      out.amount = band.money("amount", "what a person in this band pays");
      band.finish();
      fee.bands.push_back(out);
    });
    for (std::size_t i = 0; i + 1 < fee.bands.size(); ++i)
      if (!fee.bands[i].up_to || (i > 0 && *fee.bands[i].up_to <= *fee.bands[i - 1].up_to))
        reader.fault("bands", "must rise by `up_to`, and only the last may leave it out");
    if (fee.bands.empty() || fee.bands.back().up_to)
      reader.fault("bands",
                   "leaves open what people beyond the last band pay: end with a band without `up_to`");
  } else {
    fee.bands.push_back({std::nullopt, reader.money("amount", "what is paid per person")});
  }
  fee.floor = reader.optional_money("floor");
  fee.ceiling = reader.optional_money("ceiling");
}

// One way of reading the clause; `table` is the whole of it.
Fee read_as(const Value& table, const std::string& where, const Context& context) {
  ClauseReader reader(table, where, context.faults);
  Fee fee;
  read_clause(fee, reader);
  fee.kind = static_cast<Fee::Kind>(
      reader.choice("kind", {"annual", "weighted_volume", "per_person", "grant"}, "what kind of fee it is"));
  fee.rounding = read_rounding(reader);
  fee.restate = read_restate(reader);
  switch (fee.kind) {
  case Fee::Kind::annual:
  case Fee::Kind::grant:
    read_annual(fee, reader, context);
    break;
  case Fee::Kind::weighted_volume:
    read_weighted_volume(fee, reader, context);
    fee.linked = read_linked(reader);
    fee.imported = read_imported(reader);
    break;
  case Fee::Kind::per_person:
    read_per_person(fee, reader, context);
    fee.linked = read_linked(reader);
    fee.imported = read_imported(reader);
    break;
  }
  reader.finish();
  check_assumed(fee, table, reader);
  return fee;
}

// What a reading says, with what it takes from the clause as written: all that it leaves unsaid, or, where it
// is of another kind, only what fees of every kind have.
Value whole_of(const Value& clause, const Value& reading) {
  Value out = clause;
  if (reading.find("kind") != nullptr) {
    out = Value();
    for (const char* key : {"id", "title", "source", "rounding", "restate"})
      if (const Value* value = clause.find(key)) out.set(key, *value);
  }
  for (const auto& [key, value] : *reading.object())
    out.set(key, value);
  return out;
}

} // namespace

Fee read_fee(const Value& table, Faults& faults, const base::Zone& zone) {
  const Context context{faults, zone};
  const std::string where = "fee " + id_of(table);
  ClauseReader clause(table, where, faults);
  const std::string name = clause.optional_text("as_written", "as_written");
  const Value* readings = clause.get("reading");
  Value written = table;
  written.erase("as_written");
  written.erase("reading");
  Fee fee = read_as(written, where, context);
  fee.reading = name;
  if (readings == nullptr) return fee;
  if (readings->object() == nullptr) {
    clause.fault("reading", "must be a table of readings by name");
    return fee;
  }
  for (const auto& [other_name, changes] : *readings->object()) {
    const std::string other_where = where + " reading " + other_name;
    if (changes.object() == nullptr) {
      faults.add(other_where, "must be a table of what it reads otherwise");
      continue;
    }
    for (const char* key : {"id", "title", "as_written", "reading"})
      if (changes.find(key) != nullptr)
        faults.add(other_where, "`" + std::string(key) + "` cannot differ between readings");
    Fee other = read_as(whole_of(written, changes), other_where, context);
    other.reading = other_name;
    if ((other.kind == Fee::Kind::weighted_volume) != (fee.kind == Fee::Kind::weighted_volume))
      faults.add(other_where, "`kind` must adjust another fee in all readings or in none");
    fee.others.push_back(std::move(other));
  }
  return fee;
}

} // namespace probity::contract
