// What the service stands on, for whoever keeps it running: accounts with when they were last used, sessions
// that are open, both ledgers. Nothing of any person on probation.
#pragma once

#include "service/office.h"

namespace probity::service {

struct AccountShown {
  access::Account account;
  std::optional<base::Instant> last_signed_in; // as the access ledger has it; nothing: never
  std::vector<access::Session> sessions;       // that are open now
};

struct ServiceState {
  base::Day on;
  std::uint64_t size = 0; // of the ledger
  base::Digest root;
  base::Instant last_recorded;
  std::uint64_t accesses = 0;         // of the ledger of accesses, before this reading
  std::uint64_t people = 0;           // whom the lists follow
  std::vector<AccountShown> accounts; // by name
};

// By `see_accounts`; reads, and changes nothing: accounts are kept by `probity account`.
base::Result<ServiceState> service_state(Office& office, const Caller& caller);

} // namespace probity::service
