// Brings "3-Year Recidivism for Offenders Released from Prison in Iowa" into a ledger.
//
// The file is read twice: once to check all of it, once to write. A file that is damaged or has another
// header is refused before anything is written. Rows are kept or refused one by one; what is kept is stored
// whole.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intake/iowa.h"
#include "ledger/ledger.h"

namespace probity::app {

struct RefusedRow {
  std::uint64_t row = 0;  // 1 for the first row after the header
  std::uint64_t line = 0; // physical line in the file
  std::string reason;
};

// Kept rows of one fiscal year of release.
struct IowaYear {
  std::int64_t releases = 0;
  std::int64_t returns = 0;
  std::int64_t new_offence = 0; // of the returns
  std::int64_t technical = 0;   // of the returns
  bool operator==(const IowaYear&) const = default;
};

// What a file says.
struct IowaSurvey {
  base::Digest file; // SHA-256 of the uncompressed file
  std::uint64_t rows_read = 0;
  std::uint64_t rows_kept = 0;
  std::vector<RefusedRow> refused;
  intake::Warnings warnings;
  std::map<int, IowaYear> years;
  std::uint64_t exact_copies = 0; // kept rows that have the text of an earlier one
  // The first day on which all that the kept rows say could be known; none when no row was kept.
  std::optional<base::Day> known_from;
};

// Told how many rows have been done.
using RowProgress = std::function<void(std::uint64_t)>;

// Reads the whole file and writes nothing.
base::Result<IowaSurvey> survey_iowa(const std::string& file, const RowProgress& progress = {});

struct IowaImport {
  IowaSurvey survey; // its `rows_kept`, `refused` and `years` without the rows that the ledger refused
  std::uint64_t events_added = 0;
  std::uint64_t rows_already_there = 0;
  bool file_already_there = false; // this very file was imported before, by its digest
};

// Appends the file's rows and, last, system.import_made. `at`: when the import is made; in a replayed log it
// is what the events are stamped with, and must not lie before the log's last instant nor before what the
// rows say could be known (`refused`). Rows that are in the log already add nothing.
base::Result<IowaImport> import_iowa(ledger::Ledger& ledger, const std::string& file,
                                     const IowaSurvey& survey, base::Instant at,
                                     const RowProgress& progress = {});

// Constants of a ledger made for an import: replayed, origin "import/iowa", America/Chicago, seed "iowa".
ledger::CreateOptions iowa_ledger(base::Instant opened);
constexpr std::string_view iowa_zone = "America/Chicago";

} // namespace probity::app
