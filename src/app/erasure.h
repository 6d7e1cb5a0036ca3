// Erasing one person: the event first, then keys, boxes and identity.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace probity::app {

struct Erasure {
  base::StreamId person;
  // Another whose parts the person's record holds, such as a victim: only what is sealed under this key goes,
  // and nothing of the person.
  std::optional<base::SubjectId> only = std::nullopt;
  std::string basis;          // a code of person.erased
  base::EntityId approved_by; // two different members of staff
  base::EntityId seconded_by;
  base::EntityId actor; // who carries it out
  std::string provider = "not_stated";
  base::Instant at;                      // when it is done
  std::optional<base::Instant> recorded; // replayed logs: required
};

struct ErasedSubject {
  base::SubjectId subject;
  std::uint64_t event = 0;         // index of person.erased
  bool event_was_there = false;    // recorded by an earlier, broken-off run
  std::uint64_t sealed_parts = 0;  // in the record, over all streams
  std::uint64_t boxes_removed = 0; // now
};

// Appends person.erased on the person's stream, one for the person and one for each stream linked to it, in
// one submission, then destroys what is personal. Run again after a crash, it records nothing twice and
// finishes the destruction. `refused` when the approvers are one; `not_found` when there is no such person.
// `progress` is told how many events have been read.
base::Result<std::vector<ErasedSubject>> erase(ledger::Ledger& ledger, const Erasure& erasure,
                                               const std::function<void(std::uint64_t)>& progress = {});

} // namespace probity::app
