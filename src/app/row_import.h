// Brings the rows of an outside data set into a ledger.
//
// The file is read twice: once to check all of it, once to write. A file that is damaged or has another
// header is refused before anything is written. Rows are kept or refused one by one; what is kept is stored
// whole, and storing it again adds nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intake/data_set.h"
#include "ledger/ledger.h"

namespace probity::app {

struct RefusedRow {
  std::uint64_t row = 0;  // 1 for the first row after the header
  std::uint64_t line = 0; // physical line in the file
  std::string reason;
};

// Kept rows of one group of the data set's summary.
struct GroupCount {
  std::int64_t rows = 0;
  std::map<std::string, std::int64_t, std::less<>> outcomes; // of them, by name of the outcome
  bool operator==(const GroupCount&) const = default;
};

// What a file says.
struct RowSurvey {
  base::Digest file; // SHA-256 of the uncompressed file
  std::uint64_t rows_read = 0;
  std::uint64_t rows_kept = 0;
  std::vector<RefusedRow> refused;
  intake::Warnings warnings;
  std::map<std::string, GroupCount> groups;
  std::uint64_t exact_copies = 0; // kept rows that have the text of an earlier one
  // The first day on which all that the kept rows say could be known; none when no row was kept.
  std::optional<base::Day> known_from;
};

// Told how many rows have been done.
using RowProgress = std::function<void(std::uint64_t)>;

// Reads the whole file and writes nothing. Of a person whom the source numbers the first row is kept, any
// other is refused.
base::Result<RowSurvey> survey_rows(const intake::DataSet& data_set, const std::string& file,
                                    const RowProgress& progress = {});

struct RowImport {
  RowSurvey survey; // its `rows_kept`, `refused` and `groups` without the rows that the ledger refused
  std::uint64_t events_added = 0;
  std::uint64_t rows_already_there = 0;
  bool file_already_there = false; // this very file was imported before, by its digest
};

// Appends the file's rows and, last, system.import_made. `at`: when the import is made; in a replayed log it
// is what the events are stamped with, and must not lie before the log's last instant nor before what the
// rows say could be known (`refused`). Rows that are in the log already add nothing; a row about a numbered
// person of whom the log has another row is refused.
base::Result<RowImport> import_rows(const intake::DataSet& data_set, ledger::Ledger& ledger,
                                    const std::string& file, const RowSurvey& survey, base::Instant at,
                                    const RowProgress& progress = {});

// Constants of a ledger made for an import: replayed, origin "import/KEY", the data set's zone, seed KEY.
ledger::CreateOptions import_ledger(const intake::DataSet& data_set, base::Instant opened);

} // namespace probity::app
