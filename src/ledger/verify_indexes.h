// The database's own indexes against its tables, by sums of keyed hashes over the rows of each.
#pragma once

#include <vector>

#include "ledger/verify_rows.h"

namespace probity::ledger {

// The rows that the indexes hold of the events below `size`.
base::Result<IndexSums> sums_of_indexes(const store::Database& database, std::uint64_t size);

// A finding for every index that does not hold the rows of its table.
void compare_sums(const IndexSums& rows, const base::Result<IndexSums>& indexes,
                  std::vector<Finding>& findings);

} // namespace probity::ledger
