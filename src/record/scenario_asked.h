// The lines of a scenario that ask casework: `when`, `again`, `owed`, `state`, `reading`, and what stands
// indented below them. For the scenario reader only.
#pragma once

#include "record/scenario_record.h"

namespace probity::record::scenario_text {

class AskedReader {
 public:
  explicit AskedReader(std::string_view file) : file_(file) {}

  static bool begins(std::string_view first_word);
  base::Result<void> line(const Line& line, RecordReader& records, Scenario& scenario);
  // Whether the last step takes indented lines of this reader.
  static bool takes(const Scenario& scenario);
  base::Result<void> indented(const Line& line, RecordReader& records, Scenario& scenario);

 private:
  [[nodiscard]] tl::unexpected<base::Error> fault(const Line& line, std::string message,
                                                  std::string hint) const;
  // WHO on DAY at words 1 to 3 of the line.
  base::Result<base::Day> who_on_day(const Line& line, const RecordReader& records,
                                     const std::string& form) const;
  base::Result<void> below_when(const Line& line, RecordReader& records, WhenStep& step) const;
  base::Result<void> below_owed(const Line& line, OwedStep& step) const;

  std::string file_;
};

} // namespace probity::record::scenario_text
