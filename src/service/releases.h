// The release board: who is released around today, what has to be in place on the day, and what is missing.
#pragma once

#include "casework/custody/release_board.h"
#include "service/next_step.h"
#include "service/office.h"

namespace probity::service {

struct ReleaseRow {
  base::StreamId person;
  std::string name;      // empty: none is known
  std::string holder;    // pseudonym; empty: nobody
  std::string duty_team; // empty: none
  bool mine = false;     // the caller holds the case
  std::string licence;   // how far it is (casework: licence_word)
  casework::ReleaseBoard board;
  std::vector<NextStep> next; // of each item of the board, in its order: by which the reader gives it
  int days = 0;               // from today to the release; less than nought when it was before
};

enum class ReleasesOf { mine, body };

struct Releases {
  base::Day on;
  std::uint64_t size = 0; // of the ledger
  ReleasesOf whose = ReleasesOf::mine;
  std::string body; // of the caller
  // First those whose day has come and that nobody recorded, then those of today, then those to come, then
  // those that were before and of which something is missing; by day, then by person.
  std::vector<ReleaseRow> rows;
};

constexpr int release_days_ahead = 14; // so many days to come are shown

// One's own by `see_releases`, those of one's body by `see_team_releases`. People whose record is closed to
// the caller, or for whom another body answers, are left out.
base::Result<Releases> releases(Office& office, const Caller& caller, ReleasesOf whose);

} // namespace probity::service
