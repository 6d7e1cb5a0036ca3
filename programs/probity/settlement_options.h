// What settle, why and statement issue have in common: which ledger, contract, knowledge and readings.
#pragma once

#include "command.h"
#include "contract/comparison.h"
#include "contract/statement.h"
#include "service/settlement_input.h"

namespace probity::program {

inline constexpr Option ledger_option{
    .name = "ledger", .value = "FILE", .help = "the ledger to read", .need = Need::required};
inline constexpr Option contract_option{
    .name = "contract", .value = "FILE", .help = "the contract file", .need = Need::required};
inline constexpr Option as_known_option{.name = "as-known",
                                        .value = "N|DAY",
                                        .help = "as known at a ledger size, or on a day",
                                        .form = Form::day_or_count};
inline constexpr Option reading_option{.name = "reading",
                                       .value = "CLAUSE=NAME,…",
                                       .help = "read a measure or fee another way than as written",
                                       .times = Times::repeated};
inline constexpr Option rules_option{.name = "rules",
                                     .value = "FOLDER",
                                     .help =
                                         "another rule register than the built-in one of England and Wales"};

using service::parse_readings;
using service::settle;
using service::SettlementInput;

// What to settle from: the options above, or one side of a comparison.
struct SettlementChoice {
  std::string ledger;
  std::string contract;
  service::KnownAs known_as;
  std::map<std::string, std::string> readings;
  std::optional<std::string> rules;
  contract::FileAsked file = contract::FileAsked::in_force;
};
base::Result<SettlementChoice> settlement_choice(const Arguments& arguments);
// Progress on the terminal.
base::Result<SettlementInput> settlement_input(const SettlementChoice& choice, Terminal& terminal);
base::Result<SettlementInput> settlement_input(const Arguments& arguments, Terminal& terminal);
service::KnownAs known_as(const Arguments& arguments);

// "3 cases", "1 case", "337.20 weighted starts".
std::string quantity_text(const contract::Line& line);
void print_comparison(const contract::Comparison& comparison, Terminal& terminal);
void print_statement(const contract::Statement& statement, Terminal& terminal);

} // namespace probity::program
