// Everything that a settlement reads, loaded once from a ledger.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "contract/statement.h"
#include "ledger/ledger.h"
#include "rules/register.h"
#include "rules/working_days.h"
#include "service/book_loader.h"

namespace probity::service {

struct SettlementInput {
  timeline::Book book;
  contract::Contract contract;
  rules::WorkingDays working_days;
  base::Digest rules_hash;
  contract::Readings readings;
  std::map<base::Day, timeline::Book> snapshots; // what cohorts are counted on
  contract::FileAsked file = contract::FileAsked::in_force;
};

// `progress` is told how many events have been read. Errors are those of `load_book`.
base::Result<SettlementInput> load_settlement_input(const ledger::Ledger& ledger, contract::Contract contract,
                                                    const rules::Register& rule_register,
                                                    const KnownAs& known_as,
                                                    const std::function<void(std::uint64_t)>& progress = {});

// Errors are those of contract::settle.
base::Result<contract::Settlement>
settle(const SettlementInput& input, const std::string& period,
       const std::function<bool(const contract::CellKey&)>& keep_evidence = {});

// "a=b,c=d", repeated → map. `invalid_input` for what is not CLAUSE=NAME.
base::Result<std::map<std::string, std::string>> parse_readings(const std::vector<std::string>& given);

// What `probity why --json` says of a line.
base::json::Value to_json(const contract::Why& why);
// What `probity why --json` says of one unit that a line counts.
base::json::Value to_json(const contract::Evidence& evidence);

} // namespace probity::service
