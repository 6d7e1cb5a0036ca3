#include "account_options.h"

namespace probity::program {
namespace {

base::Result<access::Member> member_of(const Arguments& arguments) {
  access::Member out;
  out.account = arguments.text("name");
  out.provider = arguments.text("provider");
  for (const std::string& text : arguments.all("role")) {
    const auto role = access::parse_role(text);
    if (!role) {
      std::string names;
      for (const access::Role one : access::all_roles)
        names += (names.empty() ? "" : ", ") + std::string(access::to_text(one));
      return base::fail(base::ErrorCode::invalid_input, "there is no role " + text, "--role",
                        "Roles: " + names);
    }
    out.roles.push_back(*role);
  }
  const auto staff = base::EntityId::from_hex(arguments.text("staff"));
  if (!staff)
    return base::fail(base::ErrorCode::invalid_input, "a pseudonym is 32 lower-case hex digits", "--staff",
                      "Give the one that the ledger has for them, or a new one: openssl rand -hex 16");
  out.staff = *staff;
  return out;
}

base::Result<ExitStatus> run_account_add(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const access::Member member, member_of(arguments));
  PROBITY_ASSIGN(const std::string password, password_from_input());
  PROBITY_ASSIGN(access::Accounts accounts, open_accounts(arguments, store::Access::write));
  PROBITY_TRY(accounts.add(member, password));
  std::optional<std::string> enrolment;
  if (arguments.has("second-factor")) {
    PROBITY_ASSIGN(const access::CodeSecret secret, accounts.renew_second_factor(member.account));
    enrolment = access::enrolment_address(member.account, secret);
  }
  confirm(terminal, member.account, "may sign in", enrolment);
  return ExitStatus::good;
}

} // namespace

Command account_add_command() {
  return {.name = "account add",
          .group = Group::program,
          .summary = "Make an account that may sign in to the service",
          .details = "The password is the first line of standard input: 12 to 128 characters. The file of "
                     "accounts is made when there is none, readable by its owner alone.",
          .positionals = {account_name},
          .options = {accounts_option,
                      {.name = "role",
                       .value = "ROLE",
                       .help = "practitioner, senior_practitioner, case_administrator, auditor, …",
                       .need = Need::required,
                       .times = Times::repeated},
                      {.name = "provider",
                       .value = "NAME",
                       .help = "the body they work for, as the ledger names it",
                       .need = Need::required},
                      {.name = "staff",
                       .value = "ID",
                       .help = "their pseudonym in the ledger: 32 hex digits",
                       .need = Need::required},
                      {.name = "second-factor",
                       .help = "also ask for one-time codes; prints what the "
                               "authenticator needs"},
                      json_option},
          .examples = {"account add anna.lee --accounts area.accounts --role practitioner --provider CRC1 "
                       "--staff 5d0c2f0e9b7a4c1885e6a1f0d2b39c47 < password.txt"},
          .run = run_account_add};
}

} // namespace probity::program
