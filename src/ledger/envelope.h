// The envelope of a submitted event, checked.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "ledger/leaf_fields.h"
#include "ledger/ledger.h"

namespace probity::ledger {

// A part to be sealed: the person whose key seals it, and its members.
struct SealedPart {
  base::SubjectId key;
  const base::json::Value* part = nullptr;
};

// What the sequencer needs of a submitted event; views point into the event.
struct Envelope {
  const base::json::Value* event = nullptr;
  base::EventId id;
  base::StreamId stream;
  std::string_view type;
  std::optional<base::Instant> recorded; // replayed logs
  std::optional<LeafFields::Corrects> corrects;
  std::optional<base::StreamId> other; // facts.other of person.linked and person.unlinked
  std::vector<SealedPart> sealed;
};

// Checks every member of the envelope, in a log with these constants. The error's `where` is a JSON pointer
// into the event. The facts themselves are the validator's business.
base::Result<Envelope> read_envelope(const base::json::Value& event, const Constants& constants);

} // namespace probity::ledger
