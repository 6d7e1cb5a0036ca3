// Accounts of those who sign in: an SQLite file of its own, readable by its owner alone. It names staff, so
// it stands apart from the ledger, which holds pseudonyms only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/gate.h"
#include "access/one_time_code.h"
#include "store/sqlite.h"

namespace probity::access {

struct Account {
  Member member;
  bool active = true;
  bool second_factor = false;
};

// The name of the account of the member of staff of this pseudonym; empty: they have none.
std::string account_of(const std::vector<Account>& accounts, std::string_view staff);

class Accounts {
 public:
  // Opens the file, making it when there is none and `access` is write.
  static base::Result<Accounts> open(const std::string& file, store::Access access);

  // `invalid_input` for a name that is none (1–64 of a–z, 0–9, . _ -), no role, no provider, or a password
  // that is too short; `exists_already` when the name is taken.
  base::Result<void> add(const Member& member, std::string_view password);
  base::Result<std::vector<Account>> list() const; // by name
  // `not_found` when there is no such account; so also of those below.
  base::Result<void> set_active(std::string_view name, bool active);
  base::Result<void> set_password(std::string_view name, std::string_view password);
  // A new secret for one-time codes, in place of any before.
  base::Result<CodeSecret> renew_second_factor(std::string_view name);

  struct Kept {
    Account account;
    std::string password_hash;
    std::optional<CodeSecret> code_secret;
    std::optional<std::uint64_t> code_step; // last one used
  };
  base::Result<std::optional<Kept>> find(std::string_view name) const;
  // From here on, codes of this step and of earlier ones are refused.
  base::Result<void> use_code(std::string_view name, std::uint64_t step);

 private:
  explicit Accounts(store::Database database) : database_(std::move(database)) {}
  base::Result<void> change(std::string_view name, store::Statement statement);
  store::Database database_;
};

} // namespace probity::access
