// A table as it is exported: what its columns are, and its rows. A CSV file, a table of a SQLite file and the
// entry of a Frictionless data package are all made of the same description.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace probity::app {

enum class CellType {
  integer,
  number, // a decimal text
  text,
  boolean,
  date,     // 2016-03-07
  datetime, // 2016-03-09T10:00:00.000000Z
  hex,      // lower-case hexadecimal digits
};

struct TableColumn {
  std::string name;
  CellType type = CellType::text;
  std::string meaning = {};
  std::string unit = {}; // "pence", "minutes"; empty when it has none
  bool required = false;
  std::vector<std::string> codes = {}; // all that may stand there; empty: anything
};

struct ForeignKey {
  std::string column;
  std::string table; // the table that has it as its key; may be the table itself
  std::string target;
};

struct TableDescription {
  std::string name; // lower-case letters, digits, underscores
  std::string title;
  std::string meaning;
  std::vector<TableColumn> columns;
  std::vector<std::string> key; // columns that no two rows share
  std::vector<ForeignKey> foreign_keys;
};

// Nothing, a number (a boolean as 0 or 1), or a text.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
using TableRow = std::vector<Cell>;
// Gives each row to the receiver, in an order that only the content decides.
using RowReceiver = std::function<base::Result<void>(const TableRow&)>;
using RowSource = std::function<base::Result<void>(const RowReceiver&)>;

struct Table {
  TableDescription description;
  RowSource rows;
};

// A spreadsheet takes a text that begins with = + - @, a tab or a carriage return for a formula. Such a text,
// and one that begins with an apostrophe, is preceded by an apostrophe in CSV; taking one off gives it back.
std::string guarded(std::string_view text);
std::string unguarded(std::string_view text);

// RFC 4180: CR LF, quotes where needed; texts are guarded, other types cannot begin like a formula (a
// negative number is a number). A cell without a value is empty.
std::string csv_header(const TableDescription& table);
std::string csv_row(const TableDescription& table, const TableRow& row);

// The entry of the table in a data package (Frictionless Tabular Data Resource), its file NAME.csv.
base::json::Value resource_of(const TableDescription& table, std::string_view csv_digest,
                              std::uint64_t csv_bytes, std::int64_t rows);
// CREATE TABLE with keys, and INSERT with a parameter for each column.
std::string create_table(const TableDescription& table);
std::string insert_row(const TableDescription& table);

} // namespace probity::app
