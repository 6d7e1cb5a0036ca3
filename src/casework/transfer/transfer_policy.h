// Days of a transfer: rows of rules/england-wales/transfer.toml.
#pragma once

#include "casework/policy_reader.h"

namespace probity::casework {

struct TransferPolicy {
  Limit answered;      // from the request
  Limit returned;      // from the refusal: the sender asks again or keeps the person
  Limit allocated;     // from acceptance
  Limit first_contact; // from acceptance
};

base::Result<TransferPolicy> read_transfer_policy(const PolicyReader& reader);

} // namespace probity::casework
