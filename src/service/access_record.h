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

struct AccessAsked {
  std::string reader = {};                     // account, or pseudonym of a member of staff; empty: anybody
  std::optional<base::StreamId> person = {};   // whose record was read, in lists too; nothing: anybody's
  std::optional<base::Day> from = {}, to = {}; // first and last day

  bool operator==(const AccessAsked&) const = default;
};

struct AccessRecord {
  AccessAsked asked;
  std::uint64_t size = 0;           // of the ledger of accesses, before this reading
  std::vector<ShownAccess> entries; // newest first
  bool more = false;                // older ones were asked for too, and are not shown
};

// At most so many entries; `probity access-log` reads them all.
constexpr std::size_t most_accesses = 100;

// This reading is itself logged, and not among them. A person's accesses are the gate's to open, as that
// person's record. `invalid_input` names in `where` what no account fits: "reader"; `not_found` when there is
// no such case.
base::Result<AccessRecord> access_record(Office& office, const Caller& caller, const AccessAsked& asked = {});

// What the caller's roles allow, of anybody.
base::Result<std::vector<access::Action>> own_account(Office& office, const Caller& caller);

} // namespace probity::service
