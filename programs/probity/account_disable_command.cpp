#include "account_options.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_account_disable(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(access::Accounts accounts, open_accounts(arguments, store::Access::write));
  const bool enable = arguments.has("undo");
  PROBITY_TRY(accounts.set_active(arguments.text("name"), enable));
  confirm(terminal, arguments.text("name"), enable ? "may sign in again" : "may no longer sign in");
  return ExitStatus::good;
}

} // namespace

Command account_disable_command() {
  return {.name = "account disable",
          .group = Group::program,
          .summary = "Keep an account from signing in; open sessions end",
          .positionals = {account_name},
          .options = {accounts_option, {.name = "undo", .help = "let it sign in again"}, json_option},
          .examples = {"account disable anna.lee --accounts area.accounts"},
          .run = run_account_disable};
}

} // namespace probity::program
