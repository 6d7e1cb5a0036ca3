// The members of an envelope that are objects or lists of their own: valid time, correction, entities and
// sealed parts. `where` in an error is a JSON pointer into the event.
#pragma once

#include <vector>

#include "ledger/envelope.h"

namespace probity::ledger {

// Valid time: a precision with the points that go with it, or an offset from another event.
base::Result<void> check_valid(const base::json::Value& value);
base::Result<LeafFields::Corrects> corrects_of(const base::json::Value& value);
base::Result<void> check_entity(const base::json::Value& value);
// Appends the sealed parts, whose views point into the value.
base::Result<void> read_sealed(const base::json::Value& value, std::vector<SealedPart>& out);

} // namespace probity::ledger
