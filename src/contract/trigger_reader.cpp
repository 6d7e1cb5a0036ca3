#include "contract/trigger_reader.h"

#include <algorithm>

#include "record/appointment.h"
#include "record/plan.h"
#include "record/sentence.h"
#include "record/vocabulary.h"

namespace probity::contract {
namespace {

using base::json::Value;
using duty::FactTest;
using duty::TimeRead;
using duty::Trigger;

std::optional<std::int64_t> stored(const record::FieldDeclaration& field, const Value& value) {
  using record::Kind;
  switch (field.kind) {
  case Kind::integer:
    return value.integer() == nullptr ? std::nullopt : std::optional(*value.integer());
  case Kind::boolean:
    return value.boolean() == nullptr ? std::nullopt : std::optional(std::int64_t{*value.boolean()});
  case Kind::code:
    if (value.text() == nullptr || std::find(field.codes.begin(), field.codes.end(),
                                             std::string_view(*value.text())) == field.codes.end())
      return std::nullopt;
    return record::Symbol(*value.text()).number();
  case Kind::name:
  case Kind::digest:
  case Kind::identifier:
    return value.text() == nullptr ? std::nullopt
                                   : std::optional(std::int64_t{record::Symbol(*value.text()).number()});
  case Kind::day: {
    const auto day = value.text() == nullptr ? std::nullopt : base::parse_day(*value.text());
    return day ? std::optional(std::int64_t{day->since_epoch}) : std::nullopt;
  }
  case Kind::instant:
  case Kind::names:
  case Kind::amounts:
  case Kind::text:
    break;
  }
  return std::nullopt;
}

FactTest read_test(const record::TypeDeclaration& type, const std::string& name, const Value& wanted,
                   const std::string& where, Faults& faults) {
  FactTest test;
  test.name = name;
  test.fact = record::fact_position(type, name);
  const record::FieldDeclaration* field = record::find_field(type, name);
  if (test.fact < 0 || field == nullptr) {
    faults.add(where, std::string(type.name) + " has no fact `" + name + "`" +
                          (field != nullptr ? ": it is sealed, and no figure may read a sealed part" : ""));
    test.fact = 0;
    return test;
  }
  const auto add = [&](const Value& value) {
    if (const auto number = stored(*field, value))
      test.any_of.push_back(*number);
    else
      faults.add(where, "`" + name + "` of " + std::string(type.name) + " cannot have this value");
  };
  if (const auto* list = wanted.array()) {
    for (const Value& value : *list)
      add(value);
  } else if (wanted.object() != nullptr) {
    ClauseReader range(wanted, where + " where " + name, faults);
    constexpr std::int64_t huge = 9'007'199'254'740'991;
    if (range.has("at_least")) test.at_least = range.integer("at_least", "", -huge, huge);
    if (range.has("at_most")) test.at_most = range.integer("at_most", "", -huge, huge);
    range.finish();
  } else {
    add(wanted);
  }
  return test;
}

void read_at(Trigger& trigger, const std::string& at, const std::string& where, Faults& faults,
             const base::Zone& zone) {
  if (at == "valid") {
    trigger.at = TimeRead::valid;
  } else if (at == "recorded") {
    trigger.at = TimeRead::recorded;
  } else if (at == "later_of_valid_and_recorded") {
    trigger.at = TimeRead::later_of_valid_and_recorded;
  } else if (at.starts_with("field:")) {
    trigger.at = TimeRead::field;
    trigger.field_name = at.substr(6);
    trigger.field = record::fact_position(*trigger.type, trigger.field_name);
    const record::FieldDeclaration* field = record::find_field(*trigger.type, trigger.field_name);
    if (trigger.field < 0 || (field->kind != record::Kind::day && field->kind != record::Kind::instant)) {
      faults.add(where, "`at` names `" + trigger.field_name + "`, which is no day or instant fact of " +
                            std::string(trigger.type->name));
      trigger.field = 0;
    } else if (field->kind == record::Kind::instant) {
      trigger.field_is_instant = true;
      trigger.zone = zone;
    }
  } else {
    faults.add(
        where,
        "`at` is \"" + at +
            "\"; it must say which time is read: recorded, valid, field:NAME or later_of_valid_and_recorded");
  }
}

Trigger simple(const record::TypeDeclaration& type, TimeRead at) {
  Trigger trigger;
  trigger.type = &type;
  trigger.at = at;
  return trigger;
}

FactTest among(const record::TypeDeclaration& type, std::string_view fact,
               const std::vector<std::string_view>& codes) {
  FactTest test;
  test.name = fact;
  test.fact = record::fact_position(type, fact);
  for (const std::string_view code : codes)
    test.any_of.push_back(record::Symbol(code).number());
  return test;
}

FactTest at_least(const record::TypeDeclaration& type, std::string_view fact, std::int64_t least) {
  FactTest test;
  test.name = fact;
  test.fact = record::fact_position(type, fact);
  test.at_least = least;
  return test;
}

std::vector<Trigger> read_triggers(ClauseReader& clause, std::string_view key, std::string_view question,
                                   const base::Zone& zone) {
  std::vector<Trigger> out;
  const Value* value = clause.get(key);
  if (value == nullptr) {
    clause.fault(key, "is missing: the clause leaves open " + std::string(question));
    return out;
  }
  const std::string where = clause.where() + " " + std::string(key);
  if (const auto* list = value->array()) {
    for (const Value& item : *list)
      out.push_back(read_trigger(item, where, clause.faults(), zone));
  } else {
    out.push_back(read_trigger(*value, where, clause.faults(), zone));
  }
  return out;
}

} // namespace

Trigger read_trigger(const Value& table, const std::string& where, Faults& faults, const base::Zone& zone,
                     std::string_view at_default) {
  ClauseReader reader(table, where, faults);
  Trigger trigger;
  const std::string name = reader.text("event", "which event counts");
  trigger.type = record::find_type(name);
  if (trigger.type == nullptr) {
    if (!name.empty())
      faults.add(where, "there is no event type \"" + name + "\" (probity vocabulary lists them)");
    return trigger;
  }
  const std::string at =
      at_default.empty()
          ? reader.text("at",
                        "which time is read: recorded, valid, field:NAME or later_of_valid_and_recorded")
          : reader.optional_text("at", at_default);
  if (!at.empty()) read_at(trigger, at, where, faults, zone);
  if (const Value* tests = reader.get("where")) {
    if (tests->object() == nullptr)
      reader.fault("where", "must be a table of facts");
    else
      for (const auto& [fact, wanted] : *tests->object())
        trigger.where.push_back(read_test(*trigger.type, fact, wanted, where, faults));
  }
  reader.finish();
  return trigger;
}

duty::Exclusion read_exclusion(const Value& item, const std::string& where, Faults& faults,
                               const base::Zone& zone) {
  duty::Exclusion out;
  if (const std::string* name = item.text()) {
    out.reason = *name;
    if (*name == "in_custody") {
      out.kind = duty::Exclusion::Kind::in_custody;
    } else if (*name == "suspended") {
      out.kind = duty::Exclusion::Kind::suspended;
    } else {
      base::json::Object table;
      table.emplace_back("event", Value(*name));
      out.trigger = read_trigger(Value(std::move(table)), where, faults, zone, "valid");
    }
    return out;
  }
  out.trigger = read_trigger(item, where, faults, zone, "valid");
  if (out.trigger.type != nullptr) out.reason = out.trigger.type->name;
  return out;
}

std::vector<std::string_view> ways_of_counting() {
  return {"arranged",        "offered",  "attended", "completed", "filed",
          "filed_and_sound", "recorded", "referred", "other"};
}

std::vector<Trigger> stops_of(std::string_view counts, const base::Zone& zone) {
  namespace appointment = record::appointment;
  namespace plan = record::plan;
  Trigger stop;
  if (counts == "arranged") {
    stop = simple(appointment::scheduled, TimeRead::field);
    stop.field_name = "starts";
    stop.field = record::fact_position(appointment::scheduled, "starts");
    stop.field_is_instant = true;
    stop.zone = zone;
  } else if (counts == "offered") {
    stop = simple(appointment::scheduled, TimeRead::valid);
  } else if (counts == "attended") {
    stop = simple(appointment::outcome_recorded, TimeRead::valid);
    stop.where.push_back(
        among(appointment::outcome_recorded, "outcome", {"attended_complied", "attended_failed_to_comply"}));
  } else if (counts == "completed") {
    stop = simple(record::sentence::requirement_completed, TimeRead::valid);
  } else if (counts == "filed") {
    stop = simple(plan::filed, TimeRead::recorded);
  } else if (counts == "filed_and_sound") {
    stop = simple(plan::filed, TimeRead::recorded);
    for (const std::string_view fact : {"words", "needs", "actions"})
      stop.where.push_back(at_least(plan::filed, fact, 1));
  } else {
    return {};
  }
  return {stop};
}

duty::ClockRule read_clock_rule(ClauseReader& clause, const base::Zone& zone) {
  duty::ClockRule rule;
  const std::string per = clause.text(
      "one_clock_per", "what the unit of account is: person, event, or an entity such as custody or order");
  rule.per_event = per == "event";
  if (per != "event" && per != "person" && per != "person_month" && per != "session")
    rule.per = record::Symbol(per);
  rule.each_month = per == "person_month";
  if (rule.each_month) {
    if (clause.has("start"))
      clause.fault("start", "has no place beside one_clock_per = \"person_month\": the clock is the month");
  } else {
    rule.starts = read_triggers(clause, "start", "what starts the clock", zone);
    if (clause.has("start_else"))
      for (Trigger& trigger : read_triggers(clause, "start_else", "", zone))
        rule.starts.push_back(std::move(trigger));
  }
  const std::string counts = clause.optional_text("counts", "other");
  const auto ways = ways_of_counting();
  if (std::find(ways.begin(), ways.end(), counts) == ways.end())
    clause.fault("counts", "is \"" + counts + "\", not a known way of counting");
  rule.stops = clause.has("stop") ? read_triggers(clause, "stop", "", zone) : stops_of(counts, zone);
  if (rule.stops.empty() && !clause.has("stop"))
    clause.fault("stop", "is missing: the clause leaves open what meets it");
  if (rule.each_month) {
    if (clause.has("limit"))
      clause.fault("limit",
                   "has no place beside one_clock_per = \"person_month\": the month's last day is due");
  } else if (const Value* limit = clause.get("limit")) {
    ClauseReader reader(*limit, clause.where() + " limit", clause.faults());
    rule.limit = static_cast<int>(reader.integer("n", "how long the limit is", 0, 10'000));
    rule.unit = static_cast<duty::LimitUnit>(
        reader.choice("unit", {"calendar_day", "business_day", "month"}, "the day type of the limit"));
    reader.finish();
  } else {
    clause.fault("limit", "is missing: the clause leaves open how long the limit is and in which days");
  }
  clause.choice("period_of", {"due"}, "which period a clock belongs to");
  rule.owner = clause.choice("owner_on", {"start", "due"}, "who owns a clock that crosses a transfer") == 0
                   ? duty::Owner::on_start
                   : duty::Owner::on_due;
  rule.schedule = static_cast<duty::Schedule>(
      clause.choice("schedule", {"first", "last"}, "which start counts when there are several"));
  rule.calendar_known = static_cast<duty::CalendarKnown>(
      clause.choice("calendar_known", {"start", "settlement"},
                    "by which knowledge of the calendar working days are counted"));
  rule.imported = static_cast<duty::Imported>(clause.choice(
      "imported", {"counted", "excluded", "source_recorded"}, "whether imported records count"));
  clause.choice("amended", {"first_recorded"},
                "whether an amendment counts as recorded when first or when last entered");
  rule.suspendable = clause.flag("suspendable");
  if (const Value* list = clause.get("exclude")) {
    if (list->array() == nullptr)
      clause.fault("exclude", "must be a list, which may be empty");
    else
      for (const Value& item : *list->array())
        rule.exclusions.push_back(read_exclusion(item, clause.where() + " exclude", clause.faults(), zone));
  } else {
    clause.fault("exclude",
                 "is missing: the clause leaves open what is excluded (an empty list says nothing is)");
  }
  return rule;
}

} // namespace probity::contract
