#include "rules/reader.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <exception>

namespace probity::rules {

using base::Day;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

enum class Kind { integer, decimal, money, text };

struct Unit {
  std::string_view name;
  Kind kind;
};

constexpr std::array<Unit, 11> units{{
    {"business_day", Kind::integer},
    {"calendar_day", Kind::integer},
    {"week", Kind::integer},
    {"month", Kind::integer},
    {"hour", Kind::integer},
    {"minute", Kind::integer},
    {"count", Kind::integer},
    {"percent", Kind::decimal},
    {"money", Kind::money},
    {"holiday", Kind::text},
    {"text", Kind::text},
}};

constexpr std::array<std::string_view, 10> fields{
    "id", "value", "unit", "valid_from", "valid_to", "published_on", "withdrawn_on", "source", "note", "on"};

std::string unit_names() {
  std::string out;
  for (const Unit& unit : units)
    out += (out.empty() ? "" : ", ") + std::string(unit.name);
  return out;
}

// The fields of one row, the file's `every` behind them.
struct Fields {
  const toml::table& own;
  const toml::table* every;
  std::string where;

  [[nodiscard]] const toml::node* find(std::string_view field) const {
    if (const toml::node* node = own.get(field)) return node;
    return every != nullptr ? every->get(field) : nullptr;
  }

  [[nodiscard]] tl::unexpected<base::Error> wrong(std::string_view field, std::string_view problem,
                                                  std::string hint = {}) const {
    return fail(ErrorCode::invalid_input, fmt::format("field {} {}", field, problem), where, std::move(hint));
  }

  [[nodiscard]] Result<std::optional<std::string>> text(std::string_view field) const {
    const toml::node* node = find(field);
    if (node == nullptr) return std::optional<std::string>{};
    if (const auto* text = node->as_string()) return std::optional<std::string>{text->get()};
    return wrong(field, "is not text");
  }

  [[nodiscard]] Result<std::string> required_text(std::string_view field) const {
    PROBITY_ASSIGN(std::optional<std::string> found, text(field));
    if (!found || found->empty()) return wrong(field, "is missing");
    return std::move(*found);
  }

  [[nodiscard]] Result<std::optional<Day>> day(std::string_view field) const {
    const toml::node* node = find(field);
    if (node == nullptr) return std::optional<Day>{};
    if (const auto* date = node->as_date()) {
      const toml::date& value = date->get();
      if (value.year >= 1) return std::optional<Day>{base::day_of(value.year, value.month, value.day)};
    }
    return wrong(field, "is not a date", "Write it without quotes, as 2016-03-07");
  }

  [[nodiscard]] Result<std::string> value(const Unit& unit) const {
    const toml::node* node = find("value");
    if (node == nullptr) return wrong("value", "is missing");
    if (node->is_floating_point())
      return wrong("value", "is a floating-point number", "Write an exact decimal as text, as \"0.25\"");
    const auto* integer = node->as_integer();
    if (integer != nullptr && (unit.kind == Kind::integer || unit.kind == Kind::decimal))
      return fmt::format("{}", integer->get());
    const auto* text = node->as_string();
    if (text == nullptr || text->get().empty() || unit.kind == Kind::integer)
      return wrong("value", fmt::format("does not suit the unit {}", unit.name));
    if (unit.kind == Kind::decimal && !base::Rational::parse_decimal(text->get()))
      return wrong("value", "is not a decimal", "Write it as \"0.25\"");
    if (unit.kind == Kind::money && !base::parse_money(text->get()))
      return wrong("value", "is not an amount of money", "Write it as \"£1,234.56\"");
    return text->get();
  }
};

Result<Row> read_row(const Fields& in) {
  for (const auto& [key, node] : in.own)
    if (std::find(fields.begin(), fields.end(), key.str()) == fields.end())
      return in.wrong(key.str(), "is not one that a row has");
  Row row;
  row.where = in.where;
  PROBITY_ASSIGN(row.id, in.required_text("id"));
  PROBITY_ASSIGN(row.unit, in.required_text("unit"));
  const auto* unit =
      std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.name == row.unit; });
  if (unit == units.end())
    return in.wrong("unit", fmt::format("is {}, which no rule uses", row.unit), "Use one of " + unit_names());
  PROBITY_ASSIGN(row.value, in.value(*unit));

  PROBITY_ASSIGN(std::optional<Day> on, in.day("on"));
  PROBITY_ASSIGN(std::optional<Day> valid_from, in.day("valid_from"));
  PROBITY_ASSIGN(row.valid_to, in.day("valid_to"));
  if (on && (valid_from || row.valid_to)) return in.wrong("on", "stands beside valid_from or valid_to");
  if (on) valid_from = row.valid_to = on;
  if (!valid_from) return in.wrong("valid_from", "is missing");
  row.valid_from = *valid_from;
  if (row.valid_to && *row.valid_to < row.valid_from) return in.wrong("valid_to", "is before valid_from");

  PROBITY_ASSIGN(std::optional<Day> published_on, in.day("published_on"));
  if (!published_on) return in.wrong("published_on", "is missing");
  row.published_on = *published_on;
  PROBITY_ASSIGN(row.withdrawn_on, in.day("withdrawn_on"));
  if (row.withdrawn_on && *row.withdrawn_on < row.published_on)
    return in.wrong("withdrawn_on", "is before published_on");

  PROBITY_ASSIGN(row.source, in.required_text("source"));
  PROBITY_ASSIGN(std::optional<std::string> note, in.text("note"));
  row.note = note.value_or("");
  return row;
}

Result<std::vector<Row>> read_document(const toml::table& document, std::string_view file) {
  for (const auto& [key, node] : document)
    if (key != "schema" && key != "every" && key != "row")
      return fail(ErrorCode::unknown_field, fmt::format("{} is not a part of a rule file", key.str()),
                  std::string(file));
  if (document["schema"].value<std::int64_t>() != 1)
    return fail(ErrorCode::invalid_input, "schema is missing or not one that this program reads",
                std::string(file), "Begin the file with schema = 1");
  const toml::table* every = document["every"].as_table();
  if (document.contains("every") && every == nullptr)
    return fail(ErrorCode::invalid_input, "every is not a table of fields", std::string(file));
  const toml::array* array = document["row"].as_array();
  if (array == nullptr) return fail(ErrorCode::invalid_input, "there are no rows", std::string(file));
  std::vector<Row> rows;
  for (const toml::node& node : *array) {
    std::string where = fmt::format("{} row {} (line {})", file, rows.size() + 1, node.source().begin.line);
    const toml::table* own = node.as_table();
    if (own == nullptr) return fail(ErrorCode::invalid_input, "the row is not a table", where);
    PROBITY_ASSIGN(Row row, read_row(Fields{*own, every, where}));
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace

Result<std::vector<Row>> read_rows(const RuleFile& file) {
  // The library throws on what is not TOML, and its own errors say where.
  try {
    toml::table document = toml::parse(file.text, file.name);
    return read_document(document, file.name);
  } catch (const toml::parse_error& problem) {
    return fail(ErrorCode::invalid_input, fmt::format("not TOML: {}", problem.description()),
                fmt::format("{} line {}", file.name, problem.source().begin.line));
  } catch (const std::exception& problem) {
    return fail(ErrorCode::internal, problem.what(), std::string(file.name));
  }
}

} // namespace probity::rules
