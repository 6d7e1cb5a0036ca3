// What is owed by everybody on a day, read from the book; the most pressing first.
#pragma once

#include "casework/worklists/owed.h"

namespace probity::casework {

struct WorklistEntry {
  base::StreamId person;
  record::Symbol provider;     // accountable body; empty: none
  record::Symbol practitioner; // pseudonym; empty: none
  record::Symbol duty_team;    // where no practitioner holds the case
  Obligation obligation;
};

// Whose list: all that are given must fit.
struct WorklistFilter {
  std::optional<record::Symbol> practitioner;
  std::optional<record::Symbol> provider;
  std::optional<record::Symbol> duty_team;

  [[nodiscard]] bool takes(const CaseState& state) const;
};

// One person's part of a list, and the order of a list: by consequence, due day, person.
void add_entries(std::vector<WorklistEntry>& list, const base::StreamId& person, const CaseState& state,
                 const std::vector<Obligation>& owed, const WorklistFilter& filter);
void sort_entries(std::vector<WorklistEntry>& list);

std::vector<WorklistEntry> worklist(const timeline::Book& book, const Duties& duties, const base::Zone& zone,
                                    const rules::WorkingDays& working_days, base::Day on,
                                    const WorklistFilter& filter = {});

} // namespace probity::casework
