#include "casework/worklists/duty_kind.h"

namespace probity::casework {

Obligation obligation(std::string_view kind, std::string_view what, Consequence consequence, OwedBy by) {
  Obligation out;
  out.kind = kind;
  out.what = what;
  out.consequence = consequence;
  out.by = by;
  return out;
}

DutyKind standing(const Obligation& prototype, std::vector<Waiting> (*waiting)(const Situation&)) {
  DutyKind out;
  out.prototype = prototype;
  out.waiting = waiting;
  return out;
}

duty::Trigger on(const record::TypeDeclaration& type, duty::TimeRead at) {
  duty::Trigger trigger;
  trigger.type = &type;
  trigger.at = at;
  return trigger;
}

duty::Trigger at_field(const record::TypeDeclaration& type, std::string_view field, const base::Zone& zone) {
  duty::Trigger trigger = on(type, duty::TimeRead::field);
  trigger.field = record::fact_position(type, field);
  trigger.field_is_instant = record::find_field(type, field)->kind == record::Kind::instant;
  trigger.field_name = field;
  trigger.zone = zone;
  return trigger;
}

duty::Trigger where(duty::Trigger trigger, std::string_view field,
                    std::initializer_list<std::string_view> values) {
  duty::FactTest test;
  test.fact = record::fact_position(*trigger.type, field);
  test.name = field;
  for (const std::string_view value : values)
    test.any_of.push_back(record::Symbol(value).number());
  trigger.where.push_back(std::move(test));
  return trigger;
}

duty::ClockRule clock(std::string_view per, const Limit& limit, std::vector<duty::Trigger> starts,
                      std::vector<duty::Trigger> stops) {
  duty::ClockRule rule;
  rule.per = record::Symbol(per);
  rule.starts = std::move(starts);
  rule.stops = std::move(stops);
  rule.limit = limit.n;
  rule.unit = limit.unit;
  rule.imported = duty::Imported::counted;
  return rule;
}

} // namespace probity::casework
