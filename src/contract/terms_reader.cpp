#include "contract/terms_reader.h"
#include "contract/outcome_reader.h"
#include "contract/trigger_reader.h"

#include <algorithm>
#include <set>

namespace probity::contract {
namespace {

using base::json::Value;

struct Context {
  Faults& faults;
  base::Zone zone;
};

std::string id_of(const Value& table) {
  const Value* id = table.find("id");
  return id != nullptr && id->text() != nullptr ? *id->text() : "?";
}

void read_clause(Clause& out, ClauseReader& reader) {
  out.id = reader.text("id", "what it is called");
  out.title = reader.optional_text("title", out.id);
  out.source = reader.text("source", "where it comes from");
  out.assumed = reader.texts("assumed");
}

void check_assumed(const Clause& clause, const Value& table, const ClauseReader& reader) {
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

// Each element of a list of tables under `key`.
template <class Each> void each_table(ClauseReader& reader, std::string_view key, Each each) {
  const Value* list = reader.get(key);
  if (list == nullptr) return;
  if (list->array() == nullptr) {
    reader.fault(key, "must be a list of tables");
    return;
  }
  for (const Value& item : *list->array())
    each(item);
}

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

Fee read_fee(const Value& table, const Context& context) {
  ClauseReader reader(table, "fee " + id_of(table), context.faults);
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

Deduction read_deduction(const Value& table, const Context& context) {
  ClauseReader reader(table, "deduction " + id_of(table), context.faults);
  Deduction out;
  read_clause(out, reader);
  out.of = reader.text("of", "which measure it prices");
  out.per = reader.choice("per", {"point", "missed"}, "the unit that is priced") == 0
                ? Deduction::Per::point
                : Deduction::Per::missed;
  if (out.per == Deduction::Per::missed) {
    out.amount = reader.money("amount", "what a missed case costs");
    if (out.amount.pence > 0) reader.fault("amount", "must be negative: it is taken from the provider");
  } else {
    out.rate = reader.decimal("rate_percent", "which percentage of the fee a point costs");
    out.of_fee = reader.text("of_fee", "of which fee the percentage is");
  }
  out.cap_percent = reader.optional_decimal("cap_percent");
  if (out.cap_percent && out.of_fee.empty())
    out.of_fee = reader.text("of_fee", "of which fee the cap is a percentage");
  out.cap = reader.optional_money("cap");
  out.cap_year = reader.optional_money("cap_year");
  if (const Value* persistence = reader.get("persistence")) {
    ClauseReader terms(*persistence, reader.where() + " persistence", context.faults);
    out.persist_after = terms.integer("after", "after how many failed periods", 1, 120);
    out.persist_factor = terms.decimal("factor", "by which factor");
    terms.finish();
  }
  if (const Value* earn_back = reader.get("earn_back")) {
    ClauseReader terms(*earn_back, reader.where() + " earn_back", context.faults);
    out.earn_back_after = terms.integer("after", "after how many met periods", 1, 120);
    out.earn_back_share = terms.decimal("share_percent", "which share is given back");
    terms.finish();
  }
  out.rounding = read_rounding(reader);
  out.restate = read_restate(reader);
  reader.finish();
  check_assumed(out, table, reader);
  return out;
}

UnitPayment read_unit_payment(const Value& table, const Context& context) {
  ClauseReader reader(table, "unit_payment " + id_of(table), context.faults);
  UnitPayment out;
  read_clause(out, reader);
  out.rounding = read_rounding(reader);
  out.restate = read_restate(reader);
  out.linked = read_linked(reader);
  out.imported = read_imported(reader);
  if (const Value* groups = reader.get("group"); groups != nullptr && groups->object() != nullptr) {
    for (const auto& [name, terms] : *groups->object()) {
      ClauseReader group(terms, reader.where() + " group " + name, context.faults);
      UnitPayment::Tariff tariff;
      tariff.attachment = group.money("attachment", "what joining pays");
      tariff.outcome = group.money("outcome", "what the outcome pays");
      tariff.sustained = group.money("sustained", "what each sustained month pays");
      tariff.months = group.integer("months", "how many sustained months are paid at most", 0, 600);
      group.finish();
      out.groups[name] = tariff;
    }
  } else {
    reader.fault("group", "is missing: the clause leaves open what each payment group pays");
  }
  reader.finish();
  check_assumed(out, table, reader);
  return out;
}

Monitoring read_monitoring(const Value& table, const Context& context) {
  ClauseReader reader(table, "monitoring " + id_of(table), context.faults);
  Monitoring out;
  read_clause(out, reader);
  out.amount = reader.money("amount", "what a monitored person-day pays");
  reader.choice("unit", {"person_day"},
                "the unit of account (an order is not one: a person with four orders is one person)");
  out.rounding = read_rounding(reader);
  out.restate = read_restate(reader);
  out.linked = read_linked(reader);
  out.imported = read_imported(reader);
  reader.finish();
  check_assumed(out, table, reader);
  return out;
}

void check_references(const Terms& terms, Faults& faults) {
  std::set<std::string> ids;
  const auto unique = [&](const Clause& clause, std::string_view kind) {
    if (!clause.id.empty() && !ids.insert(clause.id).second)
      faults.add(std::string(kind) + " " + clause.id, "another clause has the same id");
  };
  const auto needs_annual = [&](const std::string& of_fee, const std::string& where) {
    const Fee* fee = terms.fee(of_fee);
    if (!of_fee.empty() && (fee == nullptr || fee->kind == Fee::Kind::weighted_volume))
      faults.add(where, "`of_fee` names \"" + of_fee + "\", which is no fee with a line in each period");
  };
  for (const Fee& fee : terms.fees) {
    unique(fee, "fee");
    if (fee.kind == Fee::Kind::weighted_volume) {
      const Fee* of = terms.fee(fee.of_fee);
      if (of == nullptr || of->kind != Fee::Kind::annual)
        faults.add("fee " + fee.id, "`of_fee` names \"" + fee.of_fee + "\", which is no annual fee");
    }
  }
  for (const Measure& measure : terms.measures) {
    unique(measure, "measure");
    if (!measure.twin.empty() && terms.measure(measure.twin) == nullptr)
      faults.add("measure " + measure.id, "`twin` names \"" + measure.twin + "\", which is no measure");
  }
  for (const Deduction& deduction : terms.deductions) {
    unique(deduction, "deduction");
    const std::string where = "deduction " + deduction.id;
    const Measure* measure = terms.measure(deduction.of);
    if (measure == nullptr)
      faults.add(where, "`of` names \"" + deduction.of + "\", which is no measure");
    else if ((deduction.per == Deduction::Per::point || deduction.persist_after > 0) && !measure->target)
      faults.add(where, "needs a `target` in measure " + deduction.of);
    needs_annual(deduction.of_fee, where);
  }
  for (const UnitPayment& payment : terms.unit_payments)
    unique(payment, "unit_payment");
  for (const Monitoring& monitoring : terms.monitoring)
    unique(monitoring, "monitoring");
  for (const OutcomeClause& outcome : terms.outcomes)
    unique(outcome, "outcome");
  check_outcomes(terms, faults);
  if (terms.deduction_cap) needs_annual(terms.deduction_cap->of_fee, "deduction_cap");
}

} // namespace

Terms read_terms(const Value& tree, Faults& faults) {
  ClauseReader head(tree, "file head", faults);
  Terms terms;
  terms.schema = static_cast<int>(head.integer("schema", "which version of the file format it is", 1, 1));
  terms.id = head.text("id", "what the contract is called");
  if (terms.id.find('/') != std::string::npos) head.fault("id", "must not contain a slash");
  terms.title = head.optional_text("title", terms.id);
  terms.source = head.optional_text("source");
  head.texts("assumed");
  terms.zone = head.text("zone", "in which zone its days are civil days");
  Context context{faults, {}};
  if (auto zone = base::Zone::named(terms.zone.empty() ? "UTC" : terms.zone))
    context.zone = *zone;
  else
    head.fault("zone", zone.error().message);
  terms.authority = head.text("authority", "who pays");
  terms.providers = head.texts("provider");
  if (!head.has("provider"))
    head.fault("provider", "is missing: the file leaves open who is paid (\"each\": every accountable body)");
  if (terms.providers == std::vector<std::string>{"each"}) terms.providers.clear();
  std::sort(terms.providers.begin(), terms.providers.end());
  if (const Value* term = head.get("term")) {
    ClauseReader reader(*term, "term", faults);
    terms.from = reader.day("from", "when it begins");
    terms.to = reader.day("to", "when it ends");
    if (terms.to < terms.from) reader.fault("to", "lies before `from`");
    reader.finish();
  } else {
    head.fault("term", "is missing: the file leaves open when the contract begins and ends");
  }
  if (const Value* periods = head.get("periods")) {
    ClauseReader reader(*periods, "periods", faults);
    terms.period_unit = reader.choice("unit", {"month", "year"}, "how long a settlement period is") == 0
                            ? PeriodUnit::month
                            : PeriodUnit::year;
    terms.year_starts = static_cast<int>(reader.optional_integer("year_starts", 4, 1, 12));
    terms.final_after_months = static_cast<int>(reader.optional_integer("final_after_months", 18, 0, 120));
    reader.finish();
  }
  each_table(head, "fee", [&](const Value& item) { terms.fees.push_back(read_fee(item, context)); });
  each_table(head, "measure",
             [&](const Value& item) { terms.measures.push_back(read_measure(item, faults, context.zone)); });
  each_table(head, "deduction",
             [&](const Value& item) { terms.deductions.push_back(read_deduction(item, context)); });
  each_table(head, "unit_payment",
             [&](const Value& item) { terms.unit_payments.push_back(read_unit_payment(item, context)); });
  each_table(head, "monitoring",
             [&](const Value& item) { terms.monitoring.push_back(read_monitoring(item, context)); });
  if (const Value* cap = head.get("deduction_cap")) {
    ClauseReader reader(*cap, "deduction_cap", faults);
    terms.deduction_cap.emplace();
    terms.deduction_cap->id = "deduction_cap";
    terms.deduction_cap->title = reader.optional_text("title", "Ceiling on all deductions");
    terms.deduction_cap->source = reader.text("source", "where it comes from");
    terms.deduction_cap->assumed = reader.texts("assumed");
    terms.deduction_cap->of_fee = reader.text("of_fee", "of which fee it is a percentage");
    terms.deduction_cap->percent = reader.decimal("percent", "how high the ceiling is");
    reader.finish();
  }
  each_table(head, "outcome", [&](const Value& item) {
    terms.outcomes.push_back(read_outcome(item, faults, base::month_of(terms.to)));
  });
  if (const Value* cap = head.get("outcome_cap")) terms.outcome_cap = read_outcome_cap(*cap, faults);
  head.get("variation"); // read by Contract::parse
  head.finish();
  if (terms.fees.empty() && terms.measures.empty() && terms.unit_payments.empty() &&
      terms.monitoring.empty() && terms.outcomes.empty())
    faults.add("file", "has no clause: nothing would be paid or measured");
  check_references(terms, faults);
  return terms;
}

} // namespace probity::contract
