#include "base/toml_value.h"

#include <sstream>
#include <toml++/toml.h>

namespace probity::base {
namespace {

using base::ErrorCode;
using base::json::Value;

base::Result<Value> convert(const toml::node& node, const std::string& path) {
  const auto line = [&] { return "line " + std::to_string(node.source().begin.line) + ", " + path; };
  if (const auto* table = node.as_table()) {
    base::json::Object members;
    for (const auto& [key, member] : *table) {
      const std::string name(key.str());
      PROBITY_ASSIGN(Value value, convert(member, path.empty() ? name : path + "." + name));
      members.emplace_back(name, std::move(value));
    }
    return Value(std::move(members));
  }
  if (const auto* array = node.as_array()) {
    base::json::Array items;
    for (const auto& item : *array) {
      PROBITY_ASSIGN(Value value, convert(item, path + "[" + std::to_string(items.size()) + "]"));
      items.push_back(std::move(value));
    }
    return Value(std::move(items));
  }
  if (const auto* text = node.as_string()) return Value(text->get());
  if (const auto* integer = node.as_integer()) return Value(integer->get());
  if (const auto* boolean = node.as_boolean()) return Value(boolean->get());
  if (const auto* date = node.as_date()) {
    std::ostringstream out;
    out << date->get();
    return Value(out.str());
  }
  if (node.is_floating_point())
    return base::fail(ErrorCode::invalid_input, "a binary fraction cannot hold money or a percentage exactly",
                      line(), "write it as a text, e.g. \"0.25\"");
  return base::fail(ErrorCode::invalid_input, "times of day have no meaning here", line(),
                    "write a date, e.g. \"2016-03-07\"");
}

} // namespace

base::Result<Value> read_toml(std::string_view text, std::string_view name) {
  try {
    const toml::table table = toml::parse(text);
    auto value = convert(table, "");
    if (!value) return tl::unexpected(std::move(value.error()).at(name));
    return value;
  } catch (const toml::parse_error& error) {
    return base::fail(ErrorCode::invalid_input, std::string(error.description()),
                      std::string(name) + " line " + std::to_string(error.source().begin.line),
                      "mend the TOML (toml.io) and try again");
  }
}

std::vector<TableLine> table_lines(std::string_view text) {
  std::vector<TableLine> out;
  try {
    const toml::table table = toml::parse(text);
    const auto add = [&](const toml::key& key, const toml::node& node, std::size_t position) {
      if (node.is_table()) out.push_back({std::string(key.str()), position, node.source().begin.line});
    };
    for (const auto& [key, member] : table) {
      add(key, member, 0);
      if (const auto* list = member.as_array())
        for (std::size_t i = 0; i < list->size(); ++i)
          add(key, *list->get(i), i);
    }
  } catch (const toml::parse_error&) {
    out.clear();
  }
  return out;
}

} // namespace probity::base
