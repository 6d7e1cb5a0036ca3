#include "record/field_text.h"

#include "base/money.h"
#include "record/scenario_text.h"

namespace probity::record {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using scenario_text::parse_integer;
using scenario_text::split_at;

std::string wanted(const FieldDeclaration& field) {
  switch (field.kind) {
  case Kind::integer:
    return field.unit == "pence" ? "Write pence as an integer, or an amount such as £2,000.00"
                                 : "Write an integer (" + std::string(field.unit) + ")";
  case Kind::boolean:
    return "Write true or false";
  case Kind::instant:
    return "Write a UTC time such as 2016-03-01T09:00Z";
  case Kind::amounts:
    return "Write name:integer,name:integer";
  default:
    return {};
  }
}

std::optional<Value> integer_value(const FieldDeclaration& field, std::string_view text) {
  if (field.unit == "pence" && text.find("£") != std::string_view::npos)
    if (const auto money = base::parse_money(text)) return Value(money->pence);
  const auto number = parse_integer(text);
  return number ? std::optional(Value(*number)) : std::nullopt;
}

std::optional<Value> amounts_value(std::string_view text) {
  Array list;
  for (const std::string_view amount : split_at(text, ',')) {
    const std::size_t colon = amount.rfind(':');
    const auto number =
        colon == std::string_view::npos ? std::nullopt : parse_integer(amount.substr(colon + 1));
    if (!number) return std::nullopt;
    list.emplace_back(Object{{"n", Value(*number)}, {"name", Value(amount.substr(0, colon))}});
  }
  return Value(std::move(list));
}

std::optional<Value> value_of(const FieldDeclaration& field, std::string_view text) {
  switch (field.kind) {
  case Kind::integer:
    return integer_value(field, text);
  case Kind::boolean:
    if (text != "true" && text != "false") return std::nullopt;
    return Value(text == "true");
  case Kind::instant: {
    const auto at = scenario_text::parse_moment(text);
    return at ? std::optional(Value(base::to_text(*at))) : std::nullopt;
  }
  case Kind::names: {
    Array list;
    if (!text.empty())
      for (const std::string_view name : split_at(text, ','))
        list.emplace_back(name);
    return Value(std::move(list));
  }
  case Kind::amounts:
    return amounts_value(text);
  default:
    return Value(text);
  }
}

} // namespace

base::Result<Value> field_value(const FieldDeclaration& field, std::string_view text) {
  auto value = value_of(field, text);
  if (!value)
    return base::fail(base::ErrorCode::invalid_input,
                      std::string(field.name) + "=" + std::string(text) + " cannot be read",
                      std::string(field.name), wanted(field));
  return std::move(*value);
}

} // namespace probity::record
