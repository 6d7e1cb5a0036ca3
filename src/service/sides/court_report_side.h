// Reports before sentence of a person, each from the court's asking to its sentence.
#pragma once

#include "service/sides/case_side.h"

namespace probity::service {

struct CourtReportShown {
  enum class Stage { to_allocate, to_deliver, delivered, sentenced, withdrawn };
  base::EntityId id;
  std::string type; // code
  Stage stage = Stage::to_allocate;
  base::Day asked;
  base::Day court_day; // to which the case was put back last
  base::Day due;
  std::optional<base::Day> delivered;
  std::string author;                  // pseudonym; empty: nobody
  bool own = false;                    // the caller is its author
  int adjournments = 0;                //
  int adjournments_by_service = 0;     // of them
  std::vector<ShownField> suitability; // requirement → answer, both codes
  std::string proposal;                // code; empty: none
  std::vector<std::string> proposed;   // requirements
  std::string sentence;                // code; empty: not sentenced
  std::vector<std::string> imposed;    // requirements
  std::string concordance;             // "none", "full", "partial", "different"
};
std::string_view to_text(CourtReportShown::Stage stage);

struct CourtReportsShown {
  CaseSide side;
  std::vector<CourtReportShown> reports; // open ones first, then the newest
};

base::Result<CourtReportsShown> court_reports_of(Office& office, const Caller& caller,
                                                 const base::StreamId& person);

} // namespace probity::service
