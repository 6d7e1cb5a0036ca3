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

// Who has a case, and who may see it: what lists of many people ask of each of them.
struct CaseHolder {
  base::StreamId person;
  record::Symbol provider;              // accountable body; empty: none
  record::Symbol practitioner;          // pseudonym; empty: none
  record::Symbol duty_team;             // where no practitioner holds the case
  std::vector<record::Symbol> asked_of; // other bodies that are asked to take the person over
  record::Symbol opened_by;             // the body that opened the record; empty: not recorded
  Access access;                        // who of the staff may act
};
CaseHolder holder_of(const CaseState& state);

// Whose list: all that are given must fit.
struct WorklistFilter {
  std::optional<record::Symbol> practitioner;
  std::optional<record::Symbol> provider;
  std::optional<record::Symbol> duty_team;

  [[nodiscard]] bool takes(const CaseHolder& holder) const;
};

// One person's part of a list, and the order of a list: by consequence, due day, person.
void add_entries(std::vector<WorklistEntry>& list, const CaseHolder& holder,
                 const std::vector<Obligation>& owed);
void sort_entries(std::vector<WorklistEntry>& list);

std::vector<WorklistEntry> worklist(const timeline::Book& book, const Duties& duties, const base::Zone& zone,
                                    const rules::WorkingDays& working_days, base::Day on,
                                    const WorklistFilter& filter = {});

} // namespace probity::casework
