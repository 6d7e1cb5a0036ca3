// One person as the lists had them at one moment.
#pragma once

#include <memory>

#include "casework/workforce/load_of_person.h"
#include "casework/worklists/kept_case.h"
#include "casework/worklists/worklist.h"

namespace probity::casework {

// What boards ask of very many people, at hand without unpacking anything.
struct BoardColumns {
  bool in_force = false; // an order is, and the person lives
  PersonLoad load;
  record::Symbol grade;                    // of the practitioner, as given when the case was allocated last
  std::uint64_t allocated_event = 0;       // ledger index of that allocation
  std::optional<base::Day> breach_decided; // the last decision about a breach
};
BoardColumns board_columns(const CaseState& state);

// Never changed once it is in the lists, which put another in its place: whoever holds it reads it without
// the lists, on any thread, while they go on.
struct ListedPerson {
  KeptCase kept;
  CaseHolder holder;
  std::vector<Obligation> owed;
  BoardColumns columns;

  // Unpacked, which takes microseconds: not for everybody while others wait.
  [[nodiscard]] CaseState state() const;
};
using SharedPerson = std::shared_ptr<const ListedPerson>;

} // namespace probity::casework
