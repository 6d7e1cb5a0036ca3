// The tables of a ledger file.
//
// event.body holds the exact leaf bytes; every other column is an index derived from them, and `verify`
// compares the two. Times are microseconds since 1970, civil days stand as midnight UTC of the day; valid_day
// counts days since 1970 and is absent where nothing finer than a month is known. A part sealed in slot s of
// event i is row i × 8 + s. The triggers that refuse UPDATE and DELETE on events keep programs from slips;
// they are no security: whoever holds the file gets past them, and the tree is what catches it.
#pragma once

#include <string>
#include <vector>

#include "store/sqlite.h"

namespace probity::ledger {

constexpr int slots_per_event = 8;
constexpr int file_format = 1;
constexpr int application_id = 0x70726f62; // "prob"

// Runs inside the transaction that writes leaf 0.
base::Result<void> make_tables(store::Database& database);
// `corrupt` when the file is a database but no ledger, or of a newer format.
base::Result<void> check_tables(store::Database& database, const std::string& file);

// What of the tables, indexes and triggers is not as `make_tables` makes it, by name; empty when all is.
base::Result<std::vector<std::string>> altered_tables(const store::Database& database);

// The journal that the environment variable PROBITY_JOURNAL asks for: "wal" (also when it is unset or empty)
// or "truncate". Any other value is `invalid_input`.
base::Result<store::Journal> journal_of_environment();

} // namespace probity::ledger
