// Needs for help counted by kind: how many were arranged, received, or left at being told where to go.
#pragma once

#include "casework/case_state.h"
#include "timeline/book.h"

namespace probity::casework {

struct HelpCounts {
  record::Symbol kind;
  int needed = 0;
  int arranged = 0; // at any time
  int signposted_only = 0;
  int received = 0;
  int declined = 0;
  int waiting = 0;          // open, and nothing received yet
  int longest_wait = 0;     // days, of those waiting
  std::int64_t days_to = 0; // from need to first receipt, all together
  int met = 0;
  int partly_met = 0;
  int not_met = 0;
  int resolved_otherwise = 0;

  void add(const Help& help, base::Day on);
  void add(const HelpCounts& other);
};

struct HelpReport {
  std::vector<HelpCounts> kinds; // those of which there is a need, by name
  HelpCounts all;
};

// Of everybody in the book, or of those whom the body answers for now.
HelpReport report_help(const timeline::Book& book, const base::Zone& zone, base::Day on,
                       std::optional<record::Symbol> provider = std::nullopt);

} // namespace probity::casework
