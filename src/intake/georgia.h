// The data set of the US National Institute of Justice's Recidivism Forecasting Challenge (Georgia, at
// data.ojp.usdoj.gov) as events. One row is one person, numbered by the publisher, released from a Georgia
// prison to discretionary parole between 1 January 2013 and 31 December 2015 and followed up for an arrest
// for a new felony or misdemeanour for three years.
//
// Which columns were known at release is the publisher's own division: contestants who forecast the first
// year were not given the supervision activities, since those run until the rearrest.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "intake/columns.h"
#include "intake/data_set.h"

namespace probity::intake {

const DataSet& georgia();

constexpr int georgia_follow_up_years = 3;

// What one row says, checked. Columns keep the publisher's names; what the row leaves blank is not there.
struct GeorgiaPerson {
  using Numbers = std::vector<std::pair<std::string, std::int64_t>>;

  std::string number;        // the publisher's ID
  std::string_view sex;      // code of person.registered, or empty
  std::string_view age_band; // code of person.registered, or empty
  std::string offence_type;  // Prison_Offense
  // Known at release.
  Numbers numbers;                   // true and false as 1 and 0
  std::vector<std::string> at_least; // columns whose number was "n or more"
  std::vector<std::string> levels;   // "column=category"
  // Known afterwards.
  Numbers activity_numbers;
  std::vector<std::string> activity_at_least;
  Numbers activity_billionths; // decimals, as written, times 10^9
  int arrested_in_year = 0;    // 1 to 3; 0: not within three years
};

base::Result<Columns> find_georgia_columns(const std::vector<std::string>& header, Warnings& warnings);
// `invalid_input` when the row contradicts itself or says something that is not understood.
base::Result<GeorgiaPerson> read_georgia_row(const Columns& columns, const std::vector<std::string>& fields,
                                             Warnings& warnings);

// The stream of the person with this number.
base::StreamId georgia_stream(std::string_view number);

// The submission that a row becomes: person.registered (the row itself sealed beside it), custody.
// release_recorded, risk.factors_recorded, supervision.activity_summarised when the row has any,
// offending.arrested when the person was, offending.follow_up_ended.
std::vector<base::json::Value> georgia_events(const GeorgiaPerson& person, std::string_view row,
                                              std::uint64_t occurrence, const Destination& destination);

} // namespace probity::intake
