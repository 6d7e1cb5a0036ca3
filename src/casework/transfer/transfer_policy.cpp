#include "casework/transfer/transfer_policy.h"

namespace probity::casework {

base::Result<TransferPolicy> read_transfer_policy(const PolicyReader& reader) {
  TransferPolicy out;
  PROBITY_TRY(reader.limit("transfer.answered", out.answered));
  PROBITY_TRY(reader.limit("transfer.returned", out.returned));
  PROBITY_TRY(reader.limit("transfer.allocated", out.allocated));
  PROBITY_TRY(reader.limit("transfer.first_contact", out.first_contact));
  return out;
}

} // namespace probity::casework
