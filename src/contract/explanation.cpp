#include "contract/explanation.h"

namespace probity::contract {

std::string join(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (const std::string& text : texts)
    out += (out.empty() ? "" : std::string(between)) + text;
  return out;
}

void cite(std::string& out, const Clause& clause) {
  out += "    Source: " + clause.source + ".\n";
  if (!clause.assumed.empty())
    out += "    Assumed, since the source is silent: " + join(clause.assumed, ", ") + ".\n";
}

namespace {

std::string limit_text(const duty::ClockRule& rule) {
  if (rule.each_month) return "by the last day of each month that one body held the person throughout";
  const std::string n = std::to_string(rule.limit);
  switch (rule.unit) {
  case duty::LimitUnit::calendar_day:
    return rule.limit == 0 ? "on the same civil day" : "within " + n + " calendar days";
  case duty::LimitUnit::business_day:
    return "within " + n + " business days, the day itself not counted";
  case duty::LimitUnit::month:
    return "within " + n + " months";
  }
  return "";
}

std::string trigger_text(const duty::Trigger& trigger) {
  if (trigger.type == nullptr) return "nothing";
  std::string out(trigger.type->name);
  if (!trigger.where.empty()) {
    std::vector<std::string> tests;
    for (const duty::FactTest& test : trigger.where)
      tests.push_back(test.name);
    out += " (tested: " + join(tests, ", ") + ")";
  }
  switch (trigger.at) {
  case duty::TimeRead::recorded:
    return out + ", read when it was recorded";
  case duty::TimeRead::valid:
    return out + ", read when it took place";
  case duty::TimeRead::field:
    return out + ", read from its " + trigger.field_name;
  case duty::TimeRead::later_of_valid_and_recorded:
    return out + ", read when it took place or was recorded, whichever is later";
  }
  return out;
}

std::string triggers_text(const std::vector<duty::Trigger>& triggers, std::string_view between) {
  std::vector<std::string> texts;
  for (const duty::Trigger& trigger : triggers)
    texts.push_back(trigger_text(trigger));
  return join(texts, between);
}

void explain_reading(std::string& out, const Measure& measure, const Reading& reading, bool as_written) {
  const duty::ClockRule& rule = reading.rule;
  out += std::string("    ") + (as_written ? "As written" : "Reading") + " (" + reading.name + "): ";
  if (!rule.each_month) out += "starts with " + triggers_text(rule.starts, "; failing that, ") + "; ";
  out += "met by " + triggers_text(rule.stops, " or ") + ", " + limit_text(rule) + ".\n";
  if (!as_written) return;
  std::vector<std::string> left_out;
  for (const duty::Exclusion& exclusion : rule.exclusions)
    left_out.push_back(exclusion.reason);
  out += "    One clock " +
         (rule.per_event     ? std::string("for each start")
          : rule.per.empty() ? std::string("a person")
                             : "for each " + std::string(rule.per.text())) +
         "; it belongs to the period of its due day and to the body accountable on the " +
         (rule.owner == duty::Owner::on_start ? "start" : "due") + " day. Of several starts the " +
         (rule.schedule == duty::Schedule::first ? "first" : "last") +
         " counts. Working days are counted as known " +
         (rule.calendar_known == duty::CalendarKnown::start ? "on the start day" : "when settled") + ".\n";
  out += "    Left out: " + (left_out.empty() ? std::string("nothing") : join(left_out, ", ")) +
         ". Linked records are " +
         (measure.linked == timeline::Linked::one_person ? "one person" : "counted separately") +
         ". Imported records " +
         (rule.imported == duty::Imported::excluded  ? "do not count"
          : rule.imported == duty::Imported::counted ? "count"
                                                     : "count by when the source recorded them") +
         (rule.suspendable ? ". Days of suspension do not count" : "") + ".\n";
}

void explain(std::string& out, const Measure& measure) {
  out += "  measure " + measure.id + ": " + measure.title + "\n";
  bool as_written = true;
  for (const Reading& reading : measure.readings) {
    explain_reading(out, measure, reading, as_written);
    as_written = false;
  }
  if (measure.target)
    out += "    Target " + measure.target->decimal(2) + " % of the cases counted" +
           (measure.minimum > 0 ? ", measured from " + std::to_string(measure.minimum) + " cases" : "") +
           "; a period without cases is not measured.\n";
  if (measure.undetermined_counts)
    out += "    A case whose times are not known finely enough counts as missed.\n";
  out += "    It rewards " +
         (measure.rewards.empty() ? "a case that is " + measure.counts + " in time" : measure.rewards) +
         ".\n    It pays to leave undone " +
         (measure.leaves_undone.empty()
              ? std::string("whatever the stop does not ask for; the file does not say")
              : measure.leaves_undone) +
         ".\n";
  if (!measure.twin.empty()) out += "    Honest twin: " + measure.twin + ".\n";
  cite(out, measure);
}

void explain_reading(std::string& out, const Fee& fee) {
  switch (fee.kind) {
  case Fee::Kind::annual:
  case Fee::Kind::grant:
    out +=
        to_text(fee.amount) + " a contract year in equal instalments, the last one the remainder" +
        (fee.kind == Fee::Kind::grant ? std::string(": a grant, paid whatever the results") : std::string()) +
        ".\n";
    out += "    It rewards holding the contract; nothing is paid for doing more, and nothing is lost by "
           "doing less.\n";
    break;
  case Fee::Kind::weighted_volume:
    out += fee.variable_share.decimal(4) + " of the year's " + fee.of_fee +
           " moves with the weighted volume of starts, beyond ±" + (fee.tolerance * 100).decimal(2) +
           " % of " + fee.baseline.decimal(2) + ", where " + fee.of_fee + " is an annual fee.\n";
    out += "    It rewards more starts of heavier types; it pays to leave undone whatever keeps people from "
           "coming back.\n";
    break;
  case Fee::Kind::per_person:
    if (fee.fixed.pence != 0) out += to_text(fee.fixed) + " a period, however many people there are; ";
    for (const Band& band : fee.bands)
      out += to_text(band.amount) + " a person" +
             (band.up_to ? " up to " + std::to_string(*band.up_to) + " people; " : std::string(".\n"));
    out += "    It rewards more people on the books; it pays to leave undone anything for each of them.\n";
    break;
  }
  cite(out, fee);
}

void explain(std::string& out, const Fee& fee) {
  out += "  fee " + fee.id + ": " + fee.title + "\n    ";
  if (!fee.others.empty()) out += "As written (" + fee.reading + "): ";
  explain_reading(out, fee);
  for (const Fee& other : fee.others) {
    out += "    Reading (" + other.reading + "): ";
    explain_reading(out, other);
  }
}

void explain(std::string& out, const Deduction& deduction) {
  out += "  deduction " + deduction.id + ": " + deduction.title + "\n    ";
  out += deduction.per == Deduction::Per::missed
             ? to_text(deduction.amount) + " for each missed case of " + deduction.of
             : deduction.rate.decimal(2) + " % of the period's " + deduction.of_fee +
                   " for each whole or part point that " + deduction.of + " is below target";
  if (deduction.cap_percent) out += ", at most " + deduction.cap_percent->decimal(2) + " % of the fee";
  if (deduction.cap) out += ", at most " + to_text(*deduction.cap) + " a period";
  if (deduction.cap_year) out += ", at most " + to_text(*deduction.cap_year) + " a year";
  out += ".\n";
  if (deduction.cap_percent || deduction.cap || deduction.cap_year)
    out += "    Beyond the ceiling a further missed case costs nothing: it pays to leave those undone.\n";
  if (deduction.persist_after > 0)
    out += "    After " + std::to_string(deduction.persist_after) +
           " failed periods in a row it is multiplied by " + deduction.persist_factor.decimal(2) + ".\n";
  if (deduction.earn_back_after > 0)
    out += "    " + std::to_string(deduction.earn_back_after) + " met periods in a row give back " +
           deduction.earn_back_share.decimal(2) + " % of the last deduction.\n";
  if (deduction.per == Deduction::Per::missed)
    out += "    It pays not to record what starts the clock, and to record what stops it whether or not it "
           "was done.\n";
  cite(out, deduction);
}

} // namespace

std::string Contract::explanation() const {
  const Terms& made = terms();
  std::string out = made.title + " (" + made.id + ")\n";
  out += made.authority + " pays " +
         (made.providers.empty() ? "every accountable body" : join(made.providers, ", ")) + " from " +
         base::to_text(made.from) + " to " + base::to_text(made.to) + ", settled by " +
         (made.period_unit == PeriodUnit::month ? "month" : "contract year") + "; civil days of " +
         made.zone + ".\n";
  out += "A period is final " + std::to_string(made.final_after_months) + " months after its last day.\n\n";
  for (const Fee& fee : made.fees)
    explain(out, fee);
  for (const Measure& measure : made.measures)
    explain(out, measure);
  for (const Deduction& deduction : made.deductions)
    explain(out, deduction);
  for (const UnitPayment& clause : made.unit_payments) {
    out += "  unit payment " + clause.id + ": " + clause.title + "\n";
    for (const auto& [name, tariff] : clause.groups)
      out += "    Group " + name + ": " + to_text(tariff.attachment) + " on joining, " +
             to_text(tariff.outcome) + " for the outcome, " + to_text(tariff.sustained) +
             " for each of at most " + std::to_string(tariff.months) + " sustained months.\n";
    out +=
        "    It rewards people likely to reach the outcome; it pays to leave undone work with the others.\n";
    cite(out, clause);
  }
  for (const Monitoring& clause : made.monitoring) {
    out += "  monitoring " + clause.id + ": " + clause.title + "\n    " + to_text(clause.amount) +
           " for each distinct person-day that was billed and on which the equipment was fitted; several "
           "orders of one "
           "person are one person.\n    It rewards " +
           (clause.rewards.empty() ? std::string("days on which a tag is fitted") : clause.rewards) +
           ".\n    It pays to leave undone " +
           (clause.leaves_undone.empty() ? std::string("whatever a fitted tag is for; the file does not say")
                                         : clause.leaves_undone) +
           ".\n";
    cite(out, clause);
  }
  for (const OutcomeClause& clause : made.outcomes)
    explain(out, clause);
  if (made.outcome_cap) {
    out += "  All outcome clauses together pay at most " + to_text(made.outcome_cap->amount) +
           " a contract year; what is above is taken back as lines of its own.\n    Beyond it nothing more "
           "is paid: it pays to leave further results undone.\n";
    cite(out, *made.outcome_cap);
  }
  if (made.deduction_cap) {
    out += "  All deductions together: at most " + made.deduction_cap->percent.decimal(2) +
           " % of the period's " + made.deduction_cap->of_fee +
           "; what is above is given back as lines of its own.\n    Beyond it no miss of any measure costs "
           "anything: it pays to leave what they count undone.\n";
    cite(out, *made.deduction_cap);
  }
  for (const Variation& variation : variations_) {
    out += "\nVariation " + variation.id + ", agreed " + base::to_text(variation.agreed_on) + ", effective " +
           base::to_text(variation.effective_from) + ":\n";
    for (const std::string& change : variation.changes)
      out += "  " + change + "\n";
    out += "    Source: " + variation.source + ".\n";
  }
  return out;
}

} // namespace probity::contract
