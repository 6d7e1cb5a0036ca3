// What the commands about accounts have in common.
#pragma once

#include "access/accounts.h"
#include "command.h"

namespace probity::program {

inline constexpr Option accounts_option{
    .name = "accounts", .value = "FILE", .help = "the file of accounts", .need = Need::required};
inline constexpr Positional account_name{.name = "name", .help = "of the account, such as anna.lee"};

// The first line of standard input, so that a password stands in no list of processes and no history.
// `invalid_input` when there is none.
base::Result<std::string> password_from_input();
base::Result<access::Accounts> open_accounts(const Arguments& arguments, store::Access access);
// Says it for people, or {"account":NAME,"ok":true}; with the address for an authenticator, when there is
// one.
void confirm(Terminal& terminal, const std::string& name, std::string_view said,
             const std::optional<std::string>& enrolment = {});

} // namespace probity::program
