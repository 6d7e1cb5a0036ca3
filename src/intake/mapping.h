// How the rows of another system's extract become records: a TOML file that says which column stands for
// what. docs/import-caseload.md describes the file for those who write one; mappings/ has some.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/civil.h"
#include "base/result.h"
#include "record/declaration.h"

namespace probity::intake {

// How the text of a field is read.
enum class Form {
  text,
  pseudonym,  // a member of staff: named anew under a key of the ledger
  day,        // 2021-07-02
  day_uk,     // 02/07/2021
  day_serial, // 44379.02: days since 30 December 1899, as spreadsheets count
  number,
};

// Where a value comes from.
struct ColumnValue {
  std::size_t column = 0; // in Mapping::columns
  Form form = Form::text;
  std::size_t first = 0;                                  // only so many characters; 0: all
  std::vector<std::pair<std::string, std::string>> words; // written → code; none: taken as written
  bool leave_out_others = false;                          // a word that is not listed says nothing
};
struct ConstantValue {
  std::string text;
};
struct JoinedValue { // what is written, of several columns
  std::vector<std::size_t> columns;
  std::string with;
};
struct WholeRow {};
using MappedValue = std::variant<ColumnValue, ConstantValue, JoinedValue, WholeRow>;

struct MappedField {
  const record::FieldDeclaration* field = nullptr;
  MappedValue value;
};

// The event is made when the column says one of the words.
struct MappedCondition {
  std::size_t column = 0;
  std::vector<std::string> is;
};

struct MappedEvent {
  const record::TypeDeclaration* type = nullptr;
  std::optional<MappedCondition> when;
  std::vector<MappedField> fields; // facts and sealed parts
  std::vector<std::size_t> entity; // columns that name the entity that the type needs, beside the subject
  enum class Valid { known, unknown, column } valid = Valid::known;
  ColumnValue valid_column;
};

struct Mapping {
  std::string name;          // lower_snake; the names of events are made from it too
  std::string key;           // "import/KEY" where an origin is needed: the name
  std::string title;         // for the report
  std::string publisher;     // who recorded, in the envelope
  std::string register_name; // whose references tell subjects apart: the same in extracts of one system
  std::vector<std::string> columns;                     // every column that is used
  std::vector<std::size_t> subject;                     // columns that tell one subject from another
  record::StreamKind kind = record::StreamKind::person; // of the subject: a person or a member of staff
  std::optional<base::Day> known;                       // the day on which the rows were so
  std::optional<ColumnValue> known_column;              // or the column that says it
  std::optional<std::size_t> group;                     // column by which the report counts
  std::vector<MappedEvent> events;
};

// `invalid_input`: the part of the file that is wrong, and what may stand there. Types, fields and codes are
// checked against the vocabulary.
base::Result<Mapping> read_mapping(std::string_view text, std::string_view file);

} // namespace probity::intake
