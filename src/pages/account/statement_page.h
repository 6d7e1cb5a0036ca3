// One period's statement as a page for all who read it: finance of both parties, contract managers, auditors,
// inspectors, the public. It computes no figure: each is the settlement's own, and the page says how to check
// it.
#pragma once

#include <string>

#include "contract/statement.h"

namespace probity::pages {

// The names that the commands under "How to check this" use. The page says the same whatever they are.
struct StatementFiles {
  std::string ledger = "LEDGER";
  std::string contract = "CONTRACT.toml";
  std::string rules; // folder of another rule register than the built-in one; empty: built in
};

// UTF-8, one self-contained file; the same settlement gives the same bytes. `contract` must be the one that
// was settled. With evidence kept in the settlement, the missed cases of every deduction are listed.
std::string statement_page(const contract::Settlement& settlement, const contract::Contract& contract,
                           const StatementFiles& files = {});

} // namespace probity::pages
