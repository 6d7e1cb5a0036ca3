// Who read what, for those who watch over it; and who one is oneself.
#pragma once

#include "access/access_entries.h"
#include "service/office.h"

namespace probity::service {

struct ShownAccess {
  access::AccessEntry entry; // its people are left out where one of them is closed to the caller
  bool closed = false;       // so that whose record it was is not said
  bool staff = false;        // it is the record of one member of staff, or of a post
};

struct AccessRecord {
  std::uint64_t size = 0;           // of the ledger of accesses, before this reading
  std::vector<ShownAccess> entries; // newest first
};

// At most so many entries; `probity access-log` reads them all.
constexpr std::size_t most_accesses = 100;

// This reading is itself logged, and not among them.
base::Result<AccessRecord> access_record(Office& office, const Caller& caller);

// What the caller's roles allow, of anybody.
base::Result<std::vector<access::Action>> own_account(Office& office, const Caller& caller);

} // namespace probity::service
