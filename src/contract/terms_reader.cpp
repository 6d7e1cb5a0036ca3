#include "contract/terms_reader.h"
#include "contract/clause_answers.h"
#include "contract/clause_tables.h"
#include "contract/fee_reader.h"
#include "contract/outcome_reader.h"

#include <algorithm>
#include <set>

namespace probity::contract {
namespace {

using base::json::Value;

Deduction read_deduction(const Value& table, Faults& faults) {
  ClauseReader reader(table, "deduction " + id_of(table), faults);
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
    ClauseReader terms(*persistence, reader.where() + " persistence", faults);
    out.persist_after = terms.integer("after", "after how many failed periods", 1, 120);
    out.persist_factor = terms.decimal("factor", "by which factor");
    terms.finish();
  }
  if (const Value* earn_back = reader.get("earn_back")) {
    ClauseReader terms(*earn_back, reader.where() + " earn_back", faults);
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

UnitPayment read_unit_payment(const Value& table, Faults& faults) {
  ClauseReader reader(table, "unit_payment " + id_of(table), faults);
  UnitPayment out;
  read_clause(out, reader);
  out.rounding = read_rounding(reader);
  out.restate = read_restate(reader);
  out.linked = read_linked(reader);
  out.imported = read_imported(reader);
  if (const Value* groups = reader.get("group"); groups != nullptr && groups->object() != nullptr) {
    for (const auto& [name, terms] : *groups->object()) {
      ClauseReader group(terms, reader.where() + " group " + name, faults);
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

Monitoring read_monitoring(const Value& table, Faults& faults) {
  ClauseReader reader(table, "monitoring " + id_of(table), faults);
  Monitoring out;
  read_clause(out, reader);
  out.amount = reader.money("amount", "what a monitored person-day pays");
  reader.choice("unit", {"person_day"},
                "the unit of account (an order is not one: a person with four orders is one person)");
  out.rounding = read_rounding(reader);
  out.restate = read_restate(reader);
  out.linked = read_linked(reader);
  out.imported = read_imported(reader);
  out.rewards = reader.optional_text("rewards");
  out.leaves_undone = reader.optional_text("leaves_undone");
  reader.finish();
  check_assumed(out, table, reader);
  return out;
}

// A weighted volume adjusts a fee that is an annual one in some reading.
void check_adjusted(const Terms& terms, const Fee& fee, Faults& faults) {
  if (fee.kind != Fee::Kind::weighted_volume) return;
  const Fee* of = terms.fee(fee.of_fee);
  const auto is_annual = [](const Fee& one) { return one.kind == Fee::Kind::annual; };
  if (of == nullptr || (!is_annual(*of) && std::none_of(of->others.begin(), of->others.end(), is_annual)))
    faults.add("fee " + fee.id, "`of_fee` names \"" + fee.of_fee + "\", which is no annual fee");
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
    check_adjusted(terms, fee, faults);
    for (const Fee& other : fee.others)
      check_adjusted(terms, other, faults);
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
  base::Zone civil;
  if (auto zone = base::Zone::named(terms.zone.empty() ? "UTC" : terms.zone))
    civil = *zone;
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
  each_table(head, "fee", [&](const Value& item) { terms.fees.push_back(read_fee(item, faults, civil)); });
  each_table(head, "measure",
             [&](const Value& item) { terms.measures.push_back(read_measure(item, faults, civil)); });
  each_table(head, "deduction",
             [&](const Value& item) { terms.deductions.push_back(read_deduction(item, faults)); });
  each_table(head, "unit_payment",
             [&](const Value& item) { terms.unit_payments.push_back(read_unit_payment(item, faults)); });
  each_table(head, "monitoring",
             [&](const Value& item) { terms.monitoring.push_back(read_monitoring(item, faults)); });
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
