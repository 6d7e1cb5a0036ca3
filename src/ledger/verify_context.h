// What verification reads once before it looks at rows: the head, the streams, the keys, leaf 0.
#pragma once

#include <vector>

#include "ledger/verify_order.h"
#include "ledger/verify_rows.h"

namespace probity::ledger {

// Everything that the ordered pass starts from, read in one short transaction. What is wrong with it becomes
// findings.
base::Result<void> read_context(const store::Database& database, VerifyContext& context, StoredHead& head,
                                std::vector<Finding>& findings);

// The persons' keys of the context's file, when it is there. An error when sealed parts are to be opened and
// there is no secret for it.
base::Result<void> read_keys(SealedParts sealed, VerifyContext& context, std::vector<Finding>& findings);

} // namespace probity::ledger
