// "3-Year Recidivism for Offenders Released from Prison in Iowa" (Iowa Department of Corrections, at
// data.iowa.gov) as events. One row is one release; the data set has no person number, so one row is also one
// person's stream: someone released twice is two rows and two streams.
//
// Iowa's fiscal year N runs from 1 July N−1 to 30 June N (Iowa Code section 8.36). A release is known to its
// fiscal year only, a return to its days after the release only, and that is what the events say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/result.h"
#include "intake/columns.h"
#include "intake/data_set.h"

namespace probity::intake {

const DataSet& iowa();

constexpr int iowa_follow_up_years = 3;
constexpr int iowa_follow_up_days = 1095; // the most days to return that the data set has

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

// Where the columns stand in this file, by IowaColumn.
base::Result<Columns> find_iowa_columns(const std::vector<std::string>& header, Warnings& warnings);

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
base::Result<IowaRelease> read_iowa_row(const Columns& columns, const std::vector<std::string>& fields,
                                        Warnings& warnings);

// The submission that a row becomes: person.registered (the row itself sealed beside it), supervision.
// provider_assigned when it names a district, custody.release_recorded, and custody.received when the person
// came back.
std::vector<base::json::Value> iowa_events(const IowaRelease& release, std::string_view row,
                                           std::uint64_t occurrence, const Destination& destination);

// The first day after the follow-up of a reporting year: the earliest on which all of it could be known.
base::Day iowa_known_from(int reporting_year);
base::Day iowa_fiscal_year_start(int fiscal_year);

} // namespace probity::intake
