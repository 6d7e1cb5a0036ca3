// What came of a person's places on sessions of unpaid work: part of the state of a case. A place is an
// appointment under the id of the session's stream, so that a failure at work is answered as any other is;
// what is of work alone stands here.
#pragma once

#include <optional>
#include <vector>

#include "base/civil.h"
#include "record/event.h"

namespace probity::casework {

struct CaseState;

struct WorkSession {
  base::EntityId id; // of the session's stream
  base::EntityId requirement;
  base::Day day;
  std::int64_t planned_minutes = 0; // 0: not said
  std::int64_t credited_minutes = 0;
  record::Symbol attendance;     // as the record says now; empty: none yet
  record::Symbol service_reason; // why the service let it fall; empty where it did not, or does not say
  std::uint64_t offered = 0;     // event of the place, the last where there were several
  std::uint64_t event = 0;       // of the attendance
  bool made_good = false;        // a place on another session was offered since

  // The service stood the session down or sent the person home: never the person's failure.
  [[nodiscard]] bool fallen() const;
  // Work that the person came for, or would have, and was not credited; nothing where the session's length is
  // not said.
  [[nodiscard]] std::optional<std::int64_t> minutes_lost() const;
};

struct UnpaidWork {
  std::vector<WorkSession> sessions; // in the order of offering

  [[nodiscard]] const WorkSession* session(const base::EntityId& id) const; // nullptr: no place on it
};

// After the appointments of the state.
void apply_unpaid_work(CaseState& state, const record::Event& event, const base::Zone& zone);

} // namespace probity::casework
