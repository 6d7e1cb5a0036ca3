// Whether the rows of a file of views are what the ledger gives: some people, drawn by a seed, are folded
// from their own events and compared.
#pragma once

#include "casework/policy.h"
#include "ledger/ledger.h"

namespace probity::service {

struct ViewsCheckAsked {
  std::uint64_t people = 100; // how many are folded; all when there are no more
  std::uint64_t seed = 1;     // another seed, other people
};

struct ViewsCheck {
  std::uint64_t cursor = 0;          // events that are in the rows
  std::uint64_t rows = 0;            //
  std::uint64_t folded = 0;          // people who were folded
  std::vector<std::string> findings; // each names the row and what about it differs; none: good
};

// `not_found` when there is no file of views; other errors are those of opening the ledger. A file of another
// ledger or program, or one that cannot be read, is a finding. A service may write both meanwhile.
base::Result<ViewsCheck> check_views(const std::string& file, const std::string& ledger_file,
                                     const ViewsCheckAsked& asked);

} // namespace probity::service
