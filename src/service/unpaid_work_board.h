// Unpaid work of a body: places on sessions of which nobody has said yet what came of them, and places of the
// days to come.
#pragma once

#include "service/office.h"

namespace probity::service {

struct WorkPlace {
  base::StreamId person;
  std::string name;       // empty: none is known
  base::EntityId session; // of its stream
  base::Instant starts;
  std::int64_t minutes = 0; // planned; 0: not said
  base::Day due;            // until when it is to be said what came of it
  bool overdue = false;
};

struct UnpaidWorkBoard {
  base::Day on;
  std::uint64_t size = 0;         // of the ledger
  std::string body;               // of the caller
  std::vector<WorkPlace> owed;    // have begun; the longest due first
  std::vector<WorkPlace> to_come; // within `days_to_come`, by time
};

constexpr std::int64_t days_to_come = 7;

// By `see_unpaid_work`: of those about whom the caller may give commands. Others are left out and not
// counted. Places that were called off are none.
base::Result<UnpaidWorkBoard> unpaid_work_board(Office& office, const Caller& caller);

} // namespace probity::service
