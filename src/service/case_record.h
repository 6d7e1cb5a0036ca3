// Every event of a record, as the ledger has it.
#pragma once

#include "service/case_identity.h"
#include "service/case_view.h"
#include "service/my_work.h"
#include "service/sheet.h"

namespace probity::service {

struct RecordAsked {
  std::optional<base::Day> known_on; // nothing: now
  std::uint64_t sheet = 1;
  std::optional<std::uint64_t> event = {}; // its index: the sheet on which it stands, where it stands on one
};

// A line of the record: an event, or a correction of one. The ledger has both as entries of their own.
struct RecordLine {
  std::size_t event = 0;                 // its position in `view.events`
  std::optional<std::size_t> correction; // its position among that event's corrections; nothing: the event
};

struct CaseRecord {
  CaseIdentity identity;         // now, whatever day is asked for
  CaseView view;                 // all of it
  std::vector<RecordLine> lines; // of one sheet, newest first
  Sheet sheet;
  std::vector<WorkItem> owed; // now; nothing of another day
};
// What was written at the line.
const ShownRecord& record_at(const CaseView& view, const RecordLine& line);

constexpr std::uint64_t record_lines = 25; // a sheet

// Every event of the record with what became of it, as known on a day or now. Amounts of money are left out:
// those who decide on a breach do not see what one costs.
base::Result<CaseRecord> case_record(Office& office, const Caller& caller, const base::StreamId& person,
                                     const RecordAsked& asked);

} // namespace probity::service
