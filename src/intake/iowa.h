// "3-Year Recidivism for Offenders Released from Prison in Iowa" (Iowa Department of Corrections, at
// data.iowa.gov) as events. One row is one release; the data set has no person number, so one row is also one
// person's stream: someone released twice is two rows and two streams.
//
// Iowa's fiscal year N runs from 1 July N−1 to 30 June N (Iowa Code section 8.36). A release is known to its
// fiscal year only, a return to its days after the release only, and that is what the events say.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/json.h"
#include "base/result.h"

namespace probity::intake {

constexpr std::string_view iowa_data_set = "iowa_three_year_recidivism";
constexpr int iowa_follow_up_years = 3;
constexpr int iowa_follow_up_days = 1095; // the most days to return that the data set has

// How often something was put up with, by kind: "blank_district" → 9581. docs/methods/import-iowa.md says
// what each kind means.
using Warnings = std::map<std::string, std::uint64_t, std::less<>>;

enum class IowaColumn {
  fiscal_year,
  reporting_year,
  district,
  release_type,
  race,
  age,
  sex,
  offence_class,
  offence_type,
  offence_subtype,
  returned,
  days,
  recidivism_type,
  new_class,
  new_type,
  new_subtype,
  target_population,
};
constexpr std::size_t iowa_column_count = 17;

// Where each column stands in this file.
class IowaColumns {
 public:
  // From the header's names, in any order; blanks around a name and the case of letters do not matter. Other
  // columns are left alone, with a warning. `invalid_input` names every column that is missing or stands
  // twice.
  static base::Result<IowaColumns> find(const std::vector<std::string>& header, Warnings& warnings);

  [[nodiscard]] std::size_t width() const { return width_; } // fields that each row must have
  [[nodiscard]] std::size_t position(IowaColumn column) const {
    return positions_[static_cast<std::size_t>(column)];
  }

 private:
  std::array<std::size_t, iowa_column_count> positions_{};
  std::size_t width_ = 0;
};

enum class IowaReturn { none, new_offence, technical };

// What one row says, checked. Texts are the source's own words without the blanks around them, empty when the
// row leaves them out.
struct IowaRelease {
  int fiscal_year = 0;    // released in
  int reporting_year = 0; // followed up to the end of
  std::string district;
  std::string source_release_type;
  std::string_view release_type; // code of custody.release_recorded
  std::string_view sex;          // code of person.registered, or empty
  std::string_view age_band;     // code of person.registered, or empty
  std::string offence_class;
  std::string offence_type;
  std::string offence_subtype;
  IowaReturn returned = IowaReturn::none;
  int days = 0; // from release to return, 0–1095; only when returned
  std::string new_class;
  std::string new_type;
  std::string new_subtype;
  bool target_population = false;
};

// `invalid_input` when the row contradicts itself or says something that is not understood: nothing is
// guessed.
base::Result<IowaRelease> read_iowa_row(const IowaColumns& columns, const std::vector<std::string>& fields,
                                        Warnings& warnings);

// Names an event, stream or entity made from a row: the first 16 bytes of SHA-256 over "iowa/" and the data
// set, the row's exact bytes, `occurrence` in decimal and `purpose`, with a NUL between each. `occurrence` is
// 1 for the first row with exactly this text, 2 for the second, …: the same rows in another order, or the
// same file again, give the same names.
std::array<std::uint8_t, 16> iowa_name(std::string_view row, std::uint64_t occurrence,
                                       std::string_view purpose);

// The purpose that names the first event of every row: it is in a log exactly when the row is.
constexpr std::string_view iowa_first_event = "person.registered";

// Where the events are for.
struct IowaDestination {
  std::string log;                       // its origin
  std::optional<base::Instant> recorded; // replayed logs only
};

// The submission that a row becomes: person.registered (the row itself sealed beside it), supervision.
// provider_assigned when it names a district, custody.release_recorded, and custody.received when the person
// came back.
std::vector<base::json::Value> iowa_events(const IowaRelease& release, std::string_view row,
                                           std::uint64_t occurrence, const IowaDestination& destination);

// The first day after the follow-up of a reporting year: the earliest on which all of it could be known.
base::Day iowa_known_from(int reporting_year);
base::Day iowa_fiscal_year_start(int fiscal_year);

} // namespace probity::intake
