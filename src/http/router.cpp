#include "http/router.h"

#include "base/civil.h"
#include "base/result.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace probity::http {

namespace {

constexpr std::array<std::pair<PartType, std::string_view>, 5> part_types{{
    {PartType::hex32, "hex32"},
    {PartType::number, "number"},
    {PartType::day, "day"},
    {PartType::word, "word"},
    {PartType::rest, "rest"},
}};

bool all_of(std::string_view text, std::string_view ranges_and_more) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return ranges_and_more.find(c) != std::string_view::npos; });
}

bool fits(PartType type, std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  switch (type) {
  case PartType::literal:
    return false;
  case PartType::hex32:
    return text.size() == 32 && all_of(text, "0123456789abcdef");
  case PartType::number:
    return !text.empty() && text.size() <= 18 && all_of(text, digits) && (text.size() == 1 || text[0] != '0');
  case PartType::day:
    return base::parse_day(text).has_value();
  case PartType::word:
    return !text.empty() && text.size() <= 64 && all_of(text, "abcdefghijklmnopqrstuvwxyz0123456789_-");
  case PartType::rest:
    return !text.empty();
  }
  return false;
}

// Takes the next part off a path that begins with "/".
std::string_view next_part(std::string_view& path) {
  path.remove_prefix(1);
  const std::string_view part = path.substr(0, path.find('/'));
  path.remove_prefix(part.size());
  return part;
}

PatternPart parse_part(std::string_view text) {
  if (!text.starts_with('{')) {
    PROBITY_ENSURE(text.find_first_of("{}:") == std::string_view::npos);
    return {PartType::literal, std::string(text)};
  }
  const std::size_t colon = text.find(':');
  PROBITY_ENSURE(text.ends_with('}') && colon != std::string_view::npos && colon > 1);
  const std::string_view type_name = text.substr(colon + 1, text.size() - colon - 2);
  const auto type = std::find_if(part_types.begin(), part_types.end(),
                                 [&](const auto& entry) { return entry.second == type_name; });
  PROBITY_ENSURE(type != part_types.end());
  return {type->first, std::string(text.substr(1, colon - 1))};
}

std::vector<PatternPart> parse_pattern(std::string_view pattern) {
  PROBITY_ENSURE(pattern.starts_with('/'));
  std::vector<PatternPart> parts;
  while (!pattern.empty()) {
    PROBITY_ENSURE(parts.empty() || parts.back().type != PartType::rest);
    parts.push_back(parse_part(next_part(pattern)));
  }
  return parts;
}

std::optional<Pairs> parts_of(const std::vector<PatternPart>& pattern, std::string_view path) {
  Pairs parts;
  for (const PatternPart& expected : pattern) {
    if (path.empty()) return std::nullopt;
    if (expected.type == PartType::rest) {
      if (!fits(expected.type, path.substr(1))) return std::nullopt;
      parts.add(expected.text, std::string(path.substr(1)));
      return parts;
    }
    const std::string_view part = next_part(path);
    if (expected.type == PartType::literal) {
      if (part != expected.text) return std::nullopt;
    } else {
      if (!fits(expected.type, part)) return std::nullopt;
      parts.add(expected.text, std::string(part));
    }
  }
  if (!path.empty()) return std::nullopt;
  return parts;
}

// Whether `a` is to be tried before `b`: at the first place where they differ in kind, `a` has the literal.
bool is_before(const std::vector<PatternPart>& a, const std::vector<PatternPart>& b) {
  for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
    if (a[at].type == b[at].type) continue;
    if (a[at].type == PartType::literal || b[at].type == PartType::rest) return true;
    if (b[at].type == PartType::literal || a[at].type == PartType::rest) return false;
  }
  return false;
}

bool same_shape(const std::vector<PatternPart>& a, const std::vector<PatternPart>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(), [](const PatternPart& one, const PatternPart& other) {
        return one.type == other.type && (one.type != PartType::literal || one.text == other.text);
      });
}

} // namespace

void Router::add(Method method, std::string_view pattern, std::string_view label, Handler handler) {
  Route route{method, std::string(pattern), std::string(label), std::move(handler), parse_pattern(pattern)};
  PROBITY_ENSURE(route.handler != nullptr);
  PROBITY_ENSURE(std::none_of(routes_.begin(), routes_.end(), [&](const Route& other) {
    return other.method == method && same_shape(other.parts, route.parts);
  }));
  routes_.push_back(std::move(route));
}

Match Router::match(Method method, std::string_view path) const {
  Match match;
  for (const Route& route : routes_) {
    auto parts = parts_of(route.parts, path);
    if (!parts) continue;
    match.allowed.push_back(route.method);
    if (route.method != method) continue;
    if (match.route != nullptr && !is_before(route.parts, match.route->parts)) continue;
    match.route = &route;
    match.parts = std::move(*parts);
  }
  if (match.route == nullptr && method == Method::head && !match.allowed.empty())
    return this->match(Method::get, path);
  return match;
}

std::string allow_field(const std::vector<Method>& allowed) {
  std::vector<std::string_view> names{name(Method::options)};
  for (const Method method : allowed) {
    names.push_back(name(method));
    if (method == Method::get) names.push_back(name(Method::head));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string out;
  for (const std::string_view method : names) {
    if (!out.empty()) out += ", ";
    out += method;
  }
  return out;
}

} // namespace probity::http
