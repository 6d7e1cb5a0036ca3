#include "http/fields.h"

#include "base/result.h"

#include <algorithm>

namespace probity::http {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c == '\t' || (byte >= 0x20 && byte != 0x7F);
  });
}

bool same_without_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char one, char other) { return lower(one) == lower(other); });
}

void Fields::add(std::string_view name, std::string_view value) {
  PROBITY_ENSURE(is_token(name));
  PROBITY_ENSURE(is_field_value(value));
  fields_.push_back({std::string(name), std::string(value)});
}

void Fields::set(std::string_view name, std::string_view value) {
  std::erase_if(fields_, [&](const Pair& field) { return same_without_case(field.name, name); });
  add(name, value);
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
  for (const Pair& field : fields_)
    if (same_without_case(field.name, name)) return field.value;
  return std::nullopt;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const Pair& field : fields_)
    if (same_without_case(field.name, name)) values.push_back(field.value);
  return values;
}

std::optional<std::string_view> Pairs::find(std::string_view name) const {
  for (const Pair& pair : pairs_)
    if (pair.name == name) return pair.value;
  return std::nullopt;
}

std::vector<std::string_view> Pairs::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const Pair& pair : pairs_)
    if (pair.name == name) values.push_back(pair.value);
  return values;
}

} // namespace probity::http
