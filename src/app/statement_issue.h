// Putting a statement, or the contract file it rests on, on the contract's stream.
#pragma once

#include <optional>

#include "contract/statement.h"
#include "ledger/ledger.h"

namespace probity::app {

struct Issuer {
  std::optional<base::Instant> recorded; // replayed logs: required
  base::EntityId actor;                  // pseudonymous member of staff
  std::string role = "contract_manager";
};

// Appends money.statement_issued with the statement's lines, and money.contract_made before it when no file
// was adopted yet. Repeating it returns the first receipt. `version_conflict` when the contract's stream has
// grown since the statement was computed: settle again.
base::Result<ledger::Receipt> issue_statement(ledger::Ledger& ledger, const timeline::Book& book,
                                              const contract::Statement& statement, const Issuer& issuer);

// Appends money.contract_made, or money.contract_varied when another file was adopted before. `refused` when
// this very file is in force.
base::Result<ledger::Receipt> adopt_contract(ledger::Ledger& ledger, const timeline::Book& book,
                                             const contract::Contract& contract, const Issuer& issuer);

// The stream of a contract in this log: the one there is, else one derived from origin and id.
base::StreamId contract_stream_name(const timeline::Book& book, std::string_view contract_id);

} // namespace probity::app
