// A side of a case, such as enforcement or risk: what the page of every one of them has, whatever else it
// shows.
#pragma once

#include <array>

#include "record/declaration.h"
#include "service/case_identity.h"
#include "service/case_view.h"
#include "service/my_work.h"

namespace probity::service {

enum class Side { enforcement, risk, plans, court_reports, further_offences };
inline constexpr std::array all_sides = {Side::enforcement, Side::risk, Side::plans, Side::court_reports,
                                         Side::further_offences};
// "court_reports": its name in the ledger of accesses.
std::string_view to_text(Side side);

struct CaseSide {
  Side side = Side::enforcement;
  base::StreamId person;
  std::string name; // empty: none is known
  CaseIdentity identity;
  base::Day on;
  std::uint64_t size = 0;   // of the ledger
  std::string provider;     // accountable body; empty: none
  std::string practitioner; // pseudonym; empty: none
  std::string duty_team;    // holds while no practitioner does
  bool mine = false;        // the caller holds the case
  std::vector<WorkItem> owed;
  std::vector<const record::TypeDeclaration*> offered; // commands of this side that the caller may give
  std::vector<ShownEvent> recorded;                    // of this side, newest first; no amounts of money
};

struct SeenSide {
  CaseSide side;
  casework::LiveWorklists::Seen seen; // until the next change of the lists
};

// The office is held. Through the gate (`see_case`), which logs it under the side's name.
base::Result<SeenSide> see_side(Office& office, const Caller& caller, const base::StreamId& person,
                                Side side);

} // namespace probity::service
