#include "account_options.h"

namespace probity::program {
namespace {

using base::json::Value;

std::string roles_text(const access::Account& account) {
  std::string out;
  for (const access::Role role : account.member.roles)
    out += (out.empty() ? "" : ", ") + std::string(access::to_text(role));
  return out;
}

Value to_json(const access::Account& account) {
  base::json::Array roles;
  for (const access::Role role : account.member.roles)
    roles.emplace_back(access::to_text(role));
  return Value(base::json::Object{{"active", Value(account.active)},
                                  {"name", Value(account.member.account)},
                                  {"provider", Value(account.member.provider)},
                                  {"roles", Value(std::move(roles))},
                                  {"second_factor", Value(account.second_factor)},
                                  {"staff", Value(account.member.staff.hex())}});
}

base::Result<ExitStatus> run_account_list(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const access::Accounts accounts, open_accounts(arguments, store::Access::read));
  PROBITY_ASSIGN(const std::vector<access::Account> list, accounts.list());
  if (terminal.json()) {
    base::json::Array out;
    for (const access::Account& account : list)
      out.push_back(to_json(account));
    terminal.print(Value(base::json::Object{{"accounts", Value(std::move(out))}, {"ok", Value(true)}}));
    return ExitStatus::good;
  }
  Table table({{"name"}, {"roles"}, {"body"}, {"pseudonym"}, {"codes"}, {""}});
  for (const access::Account& account : list)
    table.add({account.member.account, roles_text(account), account.member.provider,
               account.member.staff.hex(), account.second_factor ? "yes" : "no",
               account.active ? "" : "disabled"});
  table.print(terminal);
  return ExitStatus::good;
}

} // namespace

Command account_list_command() {
  return {.name = "account list",
          .group = Group::program,
          .summary = "List the accounts that may sign in",
          .options = {accounts_option, json_option},
          .examples = {"account list --accounts area.accounts"},
          .run = run_account_list};
}

} // namespace probity::program
