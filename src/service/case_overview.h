// One person's case on one page: who answers, what they are subject to, what is due, what came of the last
// appointments, what was recorded last.
#pragma once

#include "record/declaration.h"
#include "service/case_identity.h"
#include "service/case_view.h"
#include "service/doubles.h"
#include "service/my_work.h"

namespace probity::service {

struct OverviewAppointment {
  base::EntityId id;
  base::Instant starts;
  std::string mode;
  std::string purpose;
  std::string outcome; // empty: none yet
  bool cancelled = false;
  bool begun = false;
  bool has_note = false; // with its outcome; what is shown of one case alone says so
};

OverviewAppointment overview_of(const casework::Appointment& one, base::Instant now);

struct OverviewOrder {
  std::string type;
  base::Day imposed;
  std::optional<base::Day> ended;
};

struct CaseOverview {
  base::StreamId person;
  std::string name; // empty: none is known
  CaseIdentity identity;
  base::Day on;
  std::uint64_t size = 0;
  std::string provider;     // accountable body; empty: none
  std::string practitioner; // pseudonym; empty: none
  std::string duty_team;
  bool mine = false; // the caller holds the case
  bool in_custody = false;
  bool died = false;
  bool limited = false;              // some of the staff may not see this record
  std::vector<DoubleRecord> doubles; // records that may be of the same person, and that the caller may see
  std::vector<OverviewOrder> orders;
  std::vector<WorkItem> owed;
  std::vector<OverviewAppointment> appointments;       // newest first
  std::vector<ShownEvent> recorded;                    // newest first; amounts of money are left out
  std::vector<const record::TypeDeclaration*> offered; // commands that the caller may give
};

// At most so many appointments and events; all of them are in the record (case_record.h).
constexpr std::size_t most_shown = 12;

base::Result<CaseOverview> case_overview(Office& office, const Caller& caller, const base::StreamId& person);

// One appointment of somebody, for the question what came of it.
struct PersonAppointment {
  base::StreamId person;
  std::string name; // of the person; empty: none is known
  OverviewAppointment appointment;
};
base::Result<PersonAppointment> appointment_of(Office& office, const Caller& caller,
                                               const base::StreamId& person,
                                               const base::EntityId& appointment);

} // namespace probity::service
