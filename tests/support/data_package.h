// Checks a Frictionless data package on disk against its own descriptor: files, sizes and hashes; of each CSV
// the header, the type and constraints of every cell, keys and foreign keys. Strict where the standard leaves
// room: what the descriptor does not say may not stand in a file.
#pragma once

#include <charconv>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/files.h"
#include "base/bytes.h"
#include "base/civil.h"
#include "intake/csv.h"

namespace probity::support {

class DataPackage {
 public:
  using Value = nlohmann::json;

  explicit DataPackage(std::filesystem::path folder) : folder_(std::move(folder)) {
    descriptor = Value::parse(app::read_file(folder_ / "datapackage.json").value());
    for (const Value& resource : descriptor.at("resources"))
      read(resource);
    for (const auto& [name, table] : tables)
      check_foreign_keys(name, table);
    check_no_other_files();
  }

  struct Table {
    Value schema;
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;

    [[nodiscard]] std::size_t column(const std::string& name) const {
      return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    }
    [[nodiscard]] std::set<std::string> values(const std::string& name) const {
      std::set<std::string> out;
      for (const auto& row : rows)
        out.insert(row.at(column(name)));
      return out;
    }
  };

  Value descriptor;
  std::map<std::string, Table> tables;
  std::vector<std::string> faults;

 private:
  static std::string text(const Value& value, const char* key) { return value.value(key, ""); }
  static std::vector<std::string> texts(const Value& value, const char* key) {
    if (!value.contains(key)) return {};
    if (value.at(key).is_string()) return {value.at(key).get<std::string>()};
    return value.at(key).get<std::vector<std::string>>();
  }
  void fault(const std::string& where, const std::string& what) { faults.push_back(where + ": " + what); }

  void read(const Value& resource) {
    const std::string name = text(resource, "name");
    files_.insert(text(resource, "path"));
    if (!std::regex_match(name, std::regex("[-a-z0-9._/]+"))) fault(name, "a name that the standard refuses");
    if (!std::filesystem::exists(folder_ / text(resource, "path")))
      return fault(name, "its file is not there");
    if (text(resource, "profile") != "tabular-data-resource") return;
    const std::string csv = app::read_file(folder_ / text(resource, "path")).value();
    if (resource.at("bytes") != csv.size()) fault(name, "bytes");
    if (text(resource, "hash") != "sha256:" + base::sha256(base::bytes_of(csv)).hex()) fault(name, "hash");
    Table& table = tables[name];
    table.schema = resource.at("schema");
    for (const Value& field : table.schema.at("fields")) {
      table.names.push_back(text(field, "name"));
      if (text(field, "description").empty()) fault(name, "a field without description");
    }
    intake::TextSource source(csv);
    intake::CsvReader reader(source);
    const auto header = reader.next().value();
    if (!header || header->fields != table.names) return fault(name, "the header is another");
    while (auto record = reader.next().value()) {
      if (record->fault) return fault(name, record->fault->message);
      table.rows.push_back(record->fields);
    }
    if (resource.at("rows") != table.rows.size()) fault(name, "number of rows");
    if (reader.carriage_returns() != table.rows.size() + 1) fault(name, "a line that does not end in CR LF");
    check_cells(name, table);
    check_key(name, table);
  }

  void check_cells(const std::string& name, const Table& table) {
    const Value& fields = table.schema.at("fields");
    for (const auto& row : table.rows) {
      if (row.size() != fields.size()) return fault(name, "a row of another width");
      for (std::size_t i = 0; i < row.size(); ++i)
        if (const std::string what = fault_of(fields[i], row[i]); !what.empty())
          fault(name + "." + table.names[i], "\"" + row[i] + "\" " + what);
    }
  }

  static std::string fault_of(const Value& field, const std::string& cell) {
    const Value constraints = field.value("constraints", Value::object());
    if (cell.empty()) return constraints.value("required", false) ? "is missing" : "";
    const std::string type = text(field, "type");
    if (type == "integer") {
      std::int64_t number = 0;
      const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
      if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size()) return "is no integer";
    } else if (type == "number") {
      if (!std::regex_match(cell, std::regex(R"(-?\d+(\.\d+)?)"))) return "is no number";
    } else if (type == "boolean") {
      if (cell != "true" && cell != "false") return "is no boolean";
    } else if (type == "date") {
      if (!base::parse_day(cell)) return "is no date";
    } else if (type == "datetime") {
      if (text(field, "format") != "%Y-%m-%dT%H:%M:%S.%fZ" || !base::parse_instant(cell))
        return "is no datetime";
    } else if (type == "string") {
      if (std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos)
        return "would be a formula in a spreadsheet";
    } else {
      return "has an unknown type";
    }
    const auto allowed = texts(constraints, "enum");
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), cell) == allowed.end())
      return "is not one of the enumeration";
    const std::string pattern = text(constraints, "pattern");
    if (!pattern.empty() && !std::regex_match(cell, std::regex(pattern))) return "does not match its pattern";
    return "";
  }

  void check_key(const std::string& name, const Table& table) {
    const auto key = texts(table.schema, "primaryKey");
    if (key.empty()) return;
    std::set<std::vector<std::string>> seen;
    for (const auto& row : table.rows) {
      std::vector<std::string> values;
      for (const std::string& column : key)
        values.push_back(row.at(table.column(column)));
      if (!seen.insert(values).second) fault(name, "two rows of one key");
    }
  }

  void check_foreign_keys(const std::string& name, const Table& table) {
    for (const Value& key : table.schema.value("foreignKeys", Value::array())) {
      const Value& reference = key.at("reference");
      const std::string target = text(reference, "resource");
      const auto there = tables.at(target.empty() ? name : target).values(text(reference, "fields"));
      for (const std::string& value : table.values(text(key, "fields")))
        if (!value.empty() && !there.contains(value)) fault(name, "\"" + value + "\" refers to nothing");
    }
  }

  void check_no_other_files() {
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      const std::string name = entry.path().filename();
      if (name != "datapackage.json" && !files_.contains(name))
        fault(name, "the descriptor does not know it");
    }
  }

  std::filesystem::path folder_;
  std::set<std::string> files_;
};

} // namespace probity::support
