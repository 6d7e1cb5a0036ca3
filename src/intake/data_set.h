// What every reader of outside rows is to an import, whatever its format: a header is understood or refused,
// a row is understood or refused, and an understood row becomes events under names that it alone decides.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/json.h"
#include "base/result.h"

namespace probity::intake {

// How often something was put up with, by kind: "blank_district" → 9581. The page docs/methods/import-*.md of
// the data set says what each kind means.
using Warnings = std::map<std::string, std::uint64_t, std::less<>>;

// Where the events are for.
struct Destination {
  std::string log;                           // its origin
  std::optional<base::Instant> recorded;     // replayed logs only
  std::optional<base::Digest> name_key = {}; // of the ledger; for keyed data sets only
};

// A person whom the source itself numbers: one person is one row, and one stream.
struct NumberedPerson {
  std::string number;
  base::StreamId stream;
};

// A row that was understood.
struct ReadRow {
  std::string group;                      // of the summary: "2010"
  std::vector<std::string_view> outcomes; // which outcomes of the summary it counts to
  base::Day known_from;                   // the first day on which all that it says could be known
  std::optional<NumberedPerson> person;   // none: the data set has no person number
  // The one submission that it becomes. `row` is its exact bytes, `occurrence` 1 for the first row with
  // exactly these bytes, 2 for the second, …
  std::function<std::vector<base::json::Value>(std::string_view row, std::uint64_t occurrence,
                                               const Destination& destination)>
      events;
};

class RowReader {
 public:
  virtual ~RowReader() = default;
  // `invalid_input` when the row contradicts itself or says something that is not understood, `where` the
  // column: nothing is guessed.
  virtual base::Result<ReadRow> read(const std::vector<std::string>& fields, Warnings& warnings) const = 0;
};

// A count of rows that the summary shows.
struct OutcomeTitle {
  std::string_view name;  // "returns"
  std::string_view title; // "Returned in 3 years"
  bool with_share = false;
};

struct DataSet {
  std::string_view key;         // "iowa": the word of the command; origin "import/iowa"; seed of the log
  std::string_view name;        // "iowa_three_year_recidivism"
  std::string_view zone;        // of a log made for it
  std::string_view group_title; // of the summary: "Fiscal year of release"
  std::string_view row_title;   // "Releases"
  std::span<const OutcomeTitle> outcomes;
  // `invalid_input` names every column that is missing or stands twice.
  std::function<base::Result<std::unique_ptr<RowReader>>(const std::vector<std::string>& header,
                                                         Warnings& warnings)>
      reader;
  // Its rows are nobody's to know: names are made under a key that the ledger keeps apart, so that whoever
  // holds the ledger alone cannot look for a row in it.
  bool keyed = false;
};

// Names an event, stream or entity made from a row: the first 16 bytes of SHA-256 over "KEY/NAME" of the data
// set, the row's exact bytes, `occurrence` in decimal and `purpose`, with a NUL between each. The same rows
// in another order, or the same file again, give the same names.
std::array<std::uint8_t, 16> row_name(const DataSet& data_set, std::string_view row, std::uint64_t occurrence,
                                      std::string_view purpose);

// The same under a key, for keyed data sets; without one the same as above.
std::array<std::uint8_t, 16> row_name(const DataSet& data_set, const std::optional<base::Digest>& key,
                                      std::string_view row, std::uint64_t occurrence,
                                      std::string_view purpose);

// The purpose that names the first event of every row: it is in a log exactly when the row is.
constexpr std::string_view first_event = "person.registered";

} // namespace probity::intake
