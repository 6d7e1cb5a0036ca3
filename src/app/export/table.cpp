#include "app/export/table.h"

namespace probity::app {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

constexpr std::string_view formula_begins = "=+-@\t\r'";

std::string csv_text(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char byte : text)
    out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
  return out + "\"";
}

std::string csv_cell(const TableColumn& column, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    if (column.type == CellType::boolean) return *number == 0 ? "false" : "true";
    return std::to_string(*number);
  }
  if (const auto* text = std::get_if<std::string>(&cell))
    return csv_text(column.type == CellType::text ? guarded(*text) : *text);
  return {};
}

std::string_view schema_type(CellType type) {
  switch (type) {
  case CellType::integer:
    return "integer";
  case CellType::number:
    return "number";
  case CellType::boolean:
    return "boolean";
  case CellType::date:
    return "date";
  case CellType::datetime:
    return "datetime";
  case CellType::text:
  case CellType::hex:
    break;
  }
  return "string";
}

std::string_view sqlite_type(CellType type) {
  switch (type) {
  case CellType::integer:
  case CellType::boolean:
    return "INTEGER";
  case CellType::number:
    return "REAL";
  default:
    return "TEXT";
  }
}

Value texts(const std::vector<std::string>& list) {
  Array out;
  for (const std::string& text : list)
    out.emplace_back(text);
  return Value(std::move(out));
}

Value constraints_of(const TableDescription& table, const TableColumn& column) {
  Value out;
  if (column.required) out.set("required", Value(true));
  if (!column.codes.empty()) out.set("enum", texts(column.codes));
  if (column.type == CellType::hex) out.set("pattern", Value("[0-9a-f]+"));
  if (table.key.size() == 1 && table.key.front() == column.name) out.set("unique", Value(true));
  return out;
}

Value field_of(const TableDescription& table, const TableColumn& column) {
  Value out;
  out.set("name", Value(column.name));
  out.set("type", Value(schema_type(column.type)));
  out.set("description", Value(column.meaning));
  if (column.type == CellType::datetime) out.set("format", Value("%Y-%m-%dT%H:%M:%S.%fZ"));
  if (column.type == CellType::boolean) {
    out.set("trueValues", texts({"true"}));
    out.set("falseValues", texts({"false"}));
  }
  if (!column.unit.empty()) out.set("unit", Value(column.unit));
  if (Value constraints = constraints_of(table, column); !constraints.object()->empty())
    out.set("constraints", std::move(constraints));
  return out;
}

} // namespace

std::string guarded(std::string_view text) {
  const bool like_a_formula = !text.empty() && formula_begins.find(text.front()) != std::string_view::npos;
  return (like_a_formula ? "'" : "") + std::string(text);
}

std::string unguarded(std::string_view text) {
  if (!text.empty() && text.front() == '\'') text.remove_prefix(1);
  return std::string(text);
}

std::string csv_header(const TableDescription& table) {
  std::string out;
  for (const TableColumn& column : table.columns)
    out += (out.empty() ? "" : ",") + column.name;
  return out + "\r\n";
}

std::string csv_row(const TableDescription& table, const TableRow& row) {
  PROBITY_ENSURE(row.size() == table.columns.size());
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_cell(table.columns[i], row[i]);
  }
  return out + "\r\n";
}

Value resource_of(const TableDescription& table, std::string_view csv_digest, std::uint64_t csv_bytes,
                  std::int64_t rows) {
  Array fields;
  for (const TableColumn& column : table.columns)
    fields.push_back(field_of(table, column));
  Array foreign_keys;
  for (const ForeignKey& key : table.foreign_keys) {
    Value reference;
    reference.set("resource", Value(key.table == table.name ? "" : key.table)); // "": the table itself
    reference.set("fields", Value(key.target));
    Value one;
    one.set("fields", Value(key.column));
    one.set("reference", std::move(reference));
    foreign_keys.push_back(std::move(one));
  }
  Value schema;
  schema.set("fields", Value(std::move(fields)));
  schema.set("missingValues", texts({""}));
  if (!table.key.empty()) schema.set("primaryKey", texts(table.key));
  if (!foreign_keys.empty()) schema.set("foreignKeys", Value(std::move(foreign_keys)));
  Value dialect;
  dialect.set("delimiter", Value(","));
  dialect.set("doubleQuote", Value(true));
  dialect.set("header", Value(true));
  dialect.set("lineTerminator", Value("\r\n"));
  dialect.set("quoteChar", Value("\""));
  Value out;
  out.set("name", Value(table.name));
  out.set("title", Value(table.title));
  out.set("description", Value(table.meaning));
  out.set("profile", Value("tabular-data-resource"));
  out.set("path", Value(table.name + ".csv"));
  out.set("format", Value("csv"));
  out.set("mediatype", Value("text/csv"));
  out.set("encoding", Value("utf-8"));
  out.set("bytes", Value(static_cast<std::int64_t>(csv_bytes)));
  out.set("hash", Value("sha256:" + std::string(csv_digest)));
  out.set("rows", Value(rows));
  out.set("dialect", std::move(dialect));
  out.set("schema", std::move(schema));
  return out;
}

std::string create_table(const TableDescription& table) {
  std::string out = "CREATE TABLE \"" + table.name + "\"(";
  for (const TableColumn& column : table.columns)
    out += "\"" + column.name + "\" " + std::string(sqlite_type(column.type)) +
           (column.required ? " NOT NULL, " : ", ");
  if (!table.key.empty()) {
    out += "PRIMARY KEY(";
    for (std::size_t i = 0; i < table.key.size(); ++i)
      out += (i == 0 ? "\"" : ", \"") + table.key[i] + "\"";
    out += "), ";
  }
  for (const ForeignKey& key : table.foreign_keys)
    out += "FOREIGN KEY(\"" + key.column + "\") REFERENCES \"" + key.table + "\"(\"" + key.target + "\"), ";
  out.resize(out.size() - 2);
  return out + ")";
}

std::string insert_row(const TableDescription& table) {
  std::string out = "INSERT INTO \"" + table.name + "\" VALUES(";
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    out += i == 0 ? "?" : ", ?";
  return out + ")";
}

} // namespace probity::app
