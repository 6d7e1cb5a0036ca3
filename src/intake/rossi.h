// The Maryland trial of financial aid to released prisoners (Rossi, Berk and Lenihan, "Money, Work, and
// Crime", 1980), as R's carData and Python's lifelines offer it, as events. One row is one man, released in
// the 1970s and followed for 52 weeks; chance decided who was given aid. There is no person number.
//
// No day is published: the week of an arrest is counted from the release, and that is what the events say.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "intake/columns.h"
#include "intake/data_set.h"

namespace probity::intake {

const DataSet& rossi();

constexpr int rossi_follow_up_weeks = 52;

// What one row says, checked. Yes and no are 1 and 0, in the source and here.
struct RossiMan {
  int week = rossi_follow_up_weeks; // of the first arrest, 1–52; 52 of a man who was not arrested
  bool arrested = false;
  bool aid = false;
  std::int64_t age = 0;  // years, at release
  std::int64_t race = 0; // as the source codes it
  std::int64_t work_experience = 0;
  std::int64_t married = 0;
  std::int64_t parole = 0; // released on parole
  std::int64_t convictions = 0;
};

base::Result<Columns> find_rossi_columns(const std::vector<std::string>& header, Warnings& warnings);
// `invalid_input` when the row contradicts itself or says something that is not understood.
base::Result<RossiMan> read_rossi_row(const Columns& columns, const std::vector<std::string>& fields,
                                      Warnings& warnings);

// The submission that a row becomes: person.registered (the row itself sealed beside it), custody.
// release_recorded, risk.factors_recorded, trial.assigned, offending.arrested when he was,
// offending.follow_up_ended.
std::vector<base::json::Value> rossi_events(const RossiMan& man, std::string_view row,
                                            std::uint64_t occurrence, const Destination& destination);

} // namespace probity::intake
