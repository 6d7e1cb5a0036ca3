#include "account_options.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_account_reset(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(access::Accounts accounts, open_accounts(arguments, store::Access::write));
  const std::string& name = arguments.text("name");
  if (arguments.has("second-factor")) {
    PROBITY_ASSIGN(const access::CodeSecret secret, accounts.renew_second_factor(name));
    confirm(terminal, name, "has a new secret for one-time codes", access::enrolment_address(name, secret));
    return ExitStatus::good;
  }
  PROBITY_ASSIGN(const std::string password, password_from_input());
  PROBITY_TRY(accounts.set_password(name, password));
  confirm(terminal, name, "has a new password");
  return ExitStatus::good;
}

} // namespace

Command account_reset_command() {
  return {.name = "account reset",
          .group = Group::program,
          .summary = "Set a new password, or a new secret for one-time codes",
          .details =
              "The password is the first line of standard input. With --second-factor the password stays.",
          .positionals = {account_name},
          .options = {accounts_option,
                      {.name = "second-factor", .help = "make a new secret for one-time codes instead"},
                      json_option},
          .examples = {"account reset anna.lee --accounts area.accounts < password.txt"},
          .run = run_account_reset};
}

} // namespace probity::program
