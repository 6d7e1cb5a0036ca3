#include "app/files.h"
#include "app/statement_issue.h"
#include "settlement_options.h"
#include "writing_options.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_contract_adopt(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const contract::Contract contract, app::load_contract(arguments.text("contract")));
  PROBITY_ASSIGN(auto ledger, open_for_writing(arguments));
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, {}));
  PROBITY_ASSIGN(const app::Issuer issuer, issuer_of(arguments, ledger));
  PROBITY_ASSIGN(const ledger::Receipt receipt, app::adopt_contract(ledger, book, contract, issuer));
  if (terminal.json())
    terminal.print(base::json::Value(
        base::json::Object{{"event", base::json::Value(static_cast<std::int64_t>(receipt.index))},
                           {"file", base::json::Value(contract.file_hash().hex())},
                           {"ok", base::json::Value(true)}}));
  else
    terminal.out << "Contract file " << contract.file_hash().hex() << " is in force for "
                 << contract.terms().id << " by event " << receipt.index << ".\n";
  return ExitStatus::good;
}

} // namespace

Command contract_adopt_command() {
  return {.name = "contract adopt",
          .group = Group::account,
          .summary = "Record that a contract file, or a varied one, is in force",
          .details = "From then on `settle` refuses any other file for this contract.",
          .options = {ledger_option, contract_option, operator_option, recorded_option, json_option},
          .examples = {"contract adopt --ledger area.ledger --contract contracts/crc-2015.toml --operator "
                       "5d0c2f0e9b7a4c1885e6a1f0d2b39c47"},
          .run = run_contract_adopt};
}

} // namespace probity::program
