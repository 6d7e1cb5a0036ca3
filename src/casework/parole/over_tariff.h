// Who is held past the tariff of an indeterminate sentence: the list, and how long together.
#pragma once

#include "casework/case_state.h"
#include "timeline/book.h"

namespace probity::casework {

struct OverTariff {
  base::StreamId person;
  record::Symbol sentence;
  record::Symbol provider;                 // accountable body; empty: none
  base::Day expired;                       // the last day of the tariff
  int days_over = 0;                       // on the day asked about
  bool recalled = false;                   // released before and back: the days over are not days in prison
  int deferred = 0;                        // times that the open review was put off
  std::optional<base::Day> hearing;        // of the open review
  std::optional<base::Day> next_review_by; // where none is open
};

struct OverTariffList {
  std::vector<OverTariff> people; // the longest over first
  int held = 0;                   // people held under an indeterminate sentence, within tariff or over
  int never_released = 0;         // of `people`
  std::int64_t days = 0;          // over tariff, of those never released
};

OverTariffList over_tariff(const timeline::Book& book, const base::Zone& zone, base::Day on);

} // namespace probity::casework
