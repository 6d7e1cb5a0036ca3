// Accounts for a sample area, so that a stranger can look at it in every role.
#pragma once

#include <vector>

#include "service/office.h"

namespace probity::service {

// Of every sample account, and known to everybody: it opens nothing but invented people.
inline constexpr const char* sample_password = "only for the sample";

// One account for each role, in their order, named "sample.ROLE". Those that are there stay as they are. The
// roles that have work of their own are given, as pseudonyms, the practitioners of one body who owe most.
// None has a one-time code. `refused` when the ledger's clock is live, since that is no sample; what
// `accounts` says otherwise.
base::Result<std::vector<SampleSignIn>> make_sample_accounts(Office& office, access::Accounts& accounts);

} // namespace probity::service
