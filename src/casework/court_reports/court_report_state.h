// What the record says of reports before sentence: part of the state of a case.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "casework/court_reports/court_report_policy.h"
#include "record/event.h"

namespace probity::casework {

struct CaseState;

struct Suitability {
  record::Symbol requirement;
  record::Symbol answer; // the last
};

struct CourtReport {
  base::EntityId id;
  record::Symbol type;
  base::Day asked;
  std::uint64_t asked_event = 0;
  base::Day court_day;                  // to which the case was put back last
  int adjournments = 0;                 //
  int adjournments_by_service = 0;      // of them, those that the service wished
  record::Symbol author;                // empty: nobody
  std::vector<Suitability> suitability; // one for each requirement that was asked about
  std::optional<base::Day> delivered;   //
  record::Symbol proposal;              // empty: none
  std::vector<record::Symbol> proposed; // requirements, sorted by name
  bool withdrawn = false;
  record::Symbol sentence;             // empty: not sentenced
  std::vector<record::Symbol> imposed; // requirements, sorted by name

  [[nodiscard]] bool open() const { return !withdrawn && !delivered && sentence.empty(); }
  // Empty when nobody asked about the requirement.
  [[nodiscard]] record::Symbol answer_of(record::Symbol requirement) const;
};

// How the proposal and the sentence compare: "none" while one of them is missing, "full" when sentence and
// requirements are the same, "partial" when only the sentence is, otherwise "different".
std::string_view concordance(const CourtReport& report);

// The day by which a report is due, by the reading in the policy.
base::Day report_due(const CourtReport& report, const CourtReportPolicy& policy,
                     const rules::WorkingDays& working_days);

void apply_court_report(CaseState& state, const record::Event& event);

} // namespace probity::casework
