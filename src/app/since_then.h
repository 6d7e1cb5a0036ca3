// What a case's record learnt after a point of the known time about what came before: corrections, and
// entries that were made late.
#pragma once

#include "service/case_view.h"

namespace probity::app {

struct CorrectedSince {
  std::uint64_t index = 0; // of the event
  std::string type;
  bool now_void = false;
  std::string when_then, when_now;
  std::vector<service::ShownField> facts_then, facts_now;
  std::vector<service::ShownCorrection> corrections; // made since
};

struct EnteredSince {
  std::uint64_t index = 0;
  std::string type;
  std::string when;
  std::vector<service::ShownField> facts;
  base::Instant recorded;
};

struct SinceThen {
  std::vector<CorrectedSince> corrected;
  std::vector<EnteredSince> entered; // of acts wholly before `before`
};

// What the ledger, as it is now, has of the case beyond its first `size` events. Errors are those of
// view_case.
base::Result<SinceThen> since_then(const ledger::Ledger& ledger, const base::StreamId& person,
                                   std::uint64_t size, base::Day before);

} // namespace probity::app
