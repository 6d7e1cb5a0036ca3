#include "lab/draft.h"

#include "record/appointment.h"
#include "record/unpaid_work.h"

namespace probity::lab {

namespace {

using base::json::Array;
using base::json::Member;
using base::json::Object;
using base::json::Value;

// Types that gained a field of which the sample area says nothing are written as before, so that the same
// area keeps its root.
int schema_of(const record::TypeDeclaration& type) {
  if (&type == &record::appointment::scheduled) return 2;
  if (&type == &record::unpaid_work::place_allocated) return 1;
  if (&type == &record::unpaid_work::attendance_recorded) return 1;
  return type.schema;
}

std::string hex(const Identifier& id) {
  return base::to_hex(id);
}

Value value_of(const FactValue& value) {
  struct Visitor {
    Value operator()(std::int64_t integer) const { return Value(integer); }
    Value operator()(bool boolean) const { return Value(boolean); }
    Value operator()(base::Day day) const { return Value(base::to_text(day)); }
    Value operator()(base::Instant instant) const { return Value(base::to_text(instant)); }
    Value operator()(std::string_view text) const { return Value(text); }
    Value operator()(const Identifier& id) const { return Value(hex(id)); }
    Value operator()(const Amounts& amounts) const {
      Array out;
      for (const auto& [name, n] : amounts)
        out.emplace_back(Object{{"n", Value(n)}, {"name", Value(name)}});
      return Value(std::move(out));
    }
    Value operator()(const Names& names) const {
      Array out;
      for (const std::string_view name : names)
        out.emplace_back(name);
      return Value(std::move(out));
    }
  };
  return std::visit(Visitor{}, value);
}

Value valid_of(const Happened& happened) {
  switch (happened.precision) {
  case record::Precision::instant:
    return Value(Object{{"from", Value(base::to_text(happened.instant))}, {"precision", Value("instant")}});
  case record::Precision::month:
    return Value(Object{{"from", Value(base::to_text(happened.day))}, {"precision", Value("month")}});
  default:
    return Value(Object{{"from", Value(base::to_text(happened.day))}, {"precision", Value("day")}});
  }
}

std::string_view kind_of(Corrects corrects) {
  switch (corrects) {
  case Corrects::amend:
    return "amend";
  case Corrects::withdraw:
    return "void";
  default:
    return "reinstate";
  }
}

Value entities_of(const Draft& draft) {
  Object out;
  if (!draft.entity.kind.empty())
    out.emplace_back(std::string(draft.entity.kind), Value(hex(draft.entity.id)));
  if (!draft.second_entity.kind.empty())
    out.emplace_back(std::string(draft.second_entity.kind), Value(hex(draft.second_entity.id)));
  return Value(std::move(out));
}

} // namespace

Value to_json(const Draft& draft, std::string_view origin) {
  Object facts;
  Object sealed;
  for (const Fact& fact : draft.facts) {
    const record::FieldDeclaration* field = record::find_field(*draft.type, fact.name);
    Object& part = field != nullptr && field->part == record::Part::sealed ? sealed : facts;
    part.emplace_back(std::string(fact.name), value_of(fact.value));
  }
  Object out;
  out.reserve(16);
  const auto add = [&](const char* key, Value value) { out.emplace_back(key, std::move(value)); };
  add("actor", Value(hex(draft.by.actor)));
  add("channel", Value(draft.by.channel));
  if (draft.corrects != Corrects::nothing)
    add("corrects", Value(Object{{"id", Value(hex(draft.corrected))},
                                 {"kind", Value(kind_of(draft.corrects))},
                                 {"reason", Value(draft.reason)}}));
  if (!draft.entity.kind.empty()) add("entity", entities_of(draft));
  add("facts", Value(std::move(facts)));
  add("id", Value(hex(draft.id)));
  add("log", Value(origin));
  add("provider", Value(draft.by.provider));
  add("recorded", Value(base::to_text(draft.recorded)));
  add("role", Value(draft.by.role));
  add("schema", Value(std::int64_t{schema_of(*draft.type)}));
  if (!sealed.empty()) {
    Array parts;
    parts.emplace_back(Object{{"key", Value(hex(draft.stream))}, {"part", Value(std::move(sealed))}});
    add("sealed", Value(std::move(parts)));
  }
  add("stream", Value(hex(draft.stream)));
  add("type", Value(draft.type->name));
  add("v", Value(std::int64_t{1}));
  add("valid", valid_of(draft.happened));
  return Value(std::move(out));
}

} // namespace probity::lab
