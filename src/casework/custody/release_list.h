// The releases of many people around a day, each with its board.
#pragma once

#include "casework/custody/release_board.h"
#include "timeline/book.h"

namespace probity::casework {

struct ListedRelease {
  base::StreamId person;
  record::Symbol provider;     // accountable body; empty: none
  record::Symbol practitioner; // pseudonym; empty: none
  record::Symbol duty_team;
  std::string_view licence; // `licence_word`
  ReleaseBoard board;
};

// The person's release as a list around the day has it; nothing when it is not on it.
std::optional<ListedRelease> listed_release(const CaseState& state, const Policy& policy,
                                            const rules::WorkingDays& working_days, base::Day on, int within);

// Those from the day on within so many days, and those before it while something is missing, as long as the
// rules keep them on the lists; one that nobody recorded until it is. By day of release, then by person.
std::vector<ListedRelease> releases(const timeline::Book& book, const base::Zone& zone, const Policy& policy,
                                    const rules::WorkingDays& working_days, base::Day on, int within,
                                    std::optional<record::Symbol> provider = std::nullopt);

} // namespace probity::casework
