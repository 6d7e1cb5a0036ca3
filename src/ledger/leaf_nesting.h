// Where an object or a list of canonical JSON ends, found sixty-four bytes at a time.
#pragma once

namespace probity::ledger {

// The byte after the value that begins at `start` with a brace or bracket. Nothing when a backslash stands in
// it or near it, when it does not end before `end`, or when the machine has no such instructions: it is then
// to be read text by text.
const char* past_nested(const char* start, const char* end);

} // namespace probity::ledger
