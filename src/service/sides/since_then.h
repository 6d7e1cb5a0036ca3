// What a case's record learnt after a point of the known time about what came before: corrections, and
// entries that were made late. Entries that name an amount of money are left out.
#pragma once

#include "service/case_view.h"

namespace probity::service {

struct CorrectedSince {
  std::uint64_t index = 0; // of the event
  std::string type;
  bool now_void = false;
  std::string when_then, when_now;
  std::vector<ShownField> facts_then, facts_now;
  std::vector<ShownCorrection> corrections; // made since
};

struct SinceThen {
  std::vector<CorrectedSince> corrected;
  std::vector<ShownEvent> entered; // of acts wholly before `before`
};

// What the ledger, as it is now, has of the case beyond what `then` shows of it. Errors are those of
// view_case.
base::Result<SinceThen> since_then(const ledger::Ledger& ledger, const CaseView& then, base::Day before);

} // namespace probity::service
