// First arrests after a release, as sources tell them that publish no days: a person was followed for so many
// weeks or years, and was first arrested in one of them or in none.
//
// An arrest is no proof. These counts are shown as what they are and never joined to proven reoffending.
// docs/methods/rearrest.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "timeline/book.h"

namespace probity::outcome {

enum class PeriodUnit { week, year };
std::string_view name(PeriodUnit unit); // "week"

// One release that was followed up.
struct FollowedRelease {
  base::StreamId person;
  PeriodUnit unit = PeriodUnit::year;
  int periods = 0;              // followed for so many
  int arrested_in = 0;          // 1 to `periods`; 0: no arrest in that time
  std::uint64_t release = 0;    // ledger indexes of the events
  std::uint64_t follow_up = 0;  //
  std::uint64_t arrest = 0;     // only when arrested
  record::Symbol sex, age_band; // as registered; empty when not said
  record::Symbol offence_type;  // served for
  record::Symbol trial, arm;    // the trial that chance put the person in; empty when in none
};

struct FirstArrests {
  std::vector<FollowedRelease> releases; // by stream, then by follow-up
  // Arrests that belong to no followed release, or fall after its follow-up: not counted, and said.
  std::int64_t arrests_not_followed = 0;
  // Follow-ups of a release that the record does not have.
  std::int64_t follow_ups_without_release = 0;
};
FirstArrests first_arrests(const timeline::Book& book);

} // namespace probity::outcome
