#include "access/accounts.h"

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

#include "access/password.h"

namespace probity::access {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

constexpr const char* tables =
    "CREATE TABLE IF NOT EXISTS account("
    "name TEXT PRIMARY KEY, password TEXT NOT NULL, roles TEXT NOT NULL, provider TEXT NOT NULL,"
    "staff BLOB NOT NULL, active INTEGER NOT NULL, code_secret BLOB, code_step INTEGER) STRICT, WITHOUT "
    "ROWID";
constexpr std::string_view columns = "name, password, roles, provider, staff, active, code_secret, code_step";

std::string roles_text(const std::vector<Role>& roles) {
  std::string out;
  for (const Role role : roles) {
    if (!out.empty()) out += ',';
    out += to_text(role);
  }
  return out;
}

Result<std::vector<Role>> roles_of(std::string_view text) {
  std::vector<Role> out;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const auto role = parse_role(text.substr(0, comma));
    if (!role) return fail(ErrorCode::corrupt, "an account has a role that there is not", "accounts");
    out.push_back(*role);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return out;
}

Result<Accounts::Kept> kept_of(const store::Statement& row) {
  Accounts::Kept out;
  out.account.member.account = row.text(0);
  out.password_hash = row.text(1);
  PROBITY_ASSIGN(out.account.member.roles, roles_of(row.text(2)));
  out.account.member.provider = row.text(3);
  const base::ByteView staff = row.blob(4);
  if (staff.size() != out.account.member.staff.bytes.size())
    return fail(ErrorCode::corrupt, "an account has a pseudonym that is none", "accounts");
  std::copy(staff.begin(), staff.end(), out.account.member.staff.bytes.begin());
  out.account.active = row.integer(5) != 0;
  if (!row.is_null(6)) out.code_secret.emplace(row.blob(6).begin(), row.blob(6).end());
  if (!row.is_null(7)) out.code_step = static_cast<std::uint64_t>(row.integer(7));
  out.account.second_factor = out.code_secret.has_value();
  return out;
}

bool is_account_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  });
}

Result<void> check(const Member& member) {
  if (!is_account_name(member.account))
    return fail(ErrorCode::invalid_input, "an account's name is 1 to 64 of a–z, 0–9, dot, line and dash",
                "name", "Write it like anna.lee");
  if (member.roles.empty())
    return fail(ErrorCode::invalid_input, "an account has at least one role", "role",
                "Without one it could do nothing");
  if (member.provider.empty() || member.provider.size() > 80)
    return fail(ErrorCode::invalid_input, "a body's name has 1 to 80 characters", "provider",
                "Give the body they work for, as the ledger names it");
  return {};
}

} // namespace

Result<Accounts> Accounts::open(const std::string& file, store::Access access) {
  const bool absent = ::access(file.c_str(), F_OK) != 0;
  if (absent && access == store::Access::read)
    return fail(ErrorCode::not_found, "there is no file of accounts", file,
                "Make the first account: probity account add");
  store::DatabaseOptions options;
  options.access = absent ? store::Access::create : access;
  options.journal = store::Journal::truncate; // few writes, and one file to keep
  options.secure_delete = true;
  const mode_t before = ::umask(S_IRWXG | S_IRWXO);
  auto database = store::Database::open(file, options);
  ::umask(before);
  if (!database) return tl::unexpected(std::move(database.error()));
  if (access != store::Access::read) PROBITY_TRY(database->execute(tables));
  return Accounts(std::move(*database));
}

Result<void> Accounts::add(const Member& member, std::string_view password) {
  PROBITY_TRY(check(member));
  PROBITY_ASSIGN(const auto taken, find(member.account));
  if (taken)
    return fail(ErrorCode::exists_already, "there is an account of that name", member.account,
                "Give another name, or set a new password with probity account reset");
  PROBITY_ASSIGN(const std::string hash, hash_of(password));
  const std::string roles = roles_text(member.roles);
  PROBITY_ASSIGN(auto insert,
                 database_.prepare("INSERT INTO account(name, password, roles, provider, staff, active) "
                                   "VALUES(?, ?, ?, ?, ?, 1)"));
  insert.bind(1, member.account).bind(2, hash).bind(3, roles).bind(4, member.provider);
  insert.bind(5, member.staff.view());
  return insert.run();
}

std::string account_of(const std::vector<Account>& accounts, std::string_view staff) {
  for (const Account& one : accounts)
    if (one.member.staff.hex() == staff) return one.member.account;
  return {};
}

Result<std::vector<Account>> Accounts::list() const {
  PROBITY_ASSIGN(auto rows,
                 database_.prepare("SELECT " + std::string(columns) + " FROM account ORDER BY name"));
  std::vector<Account> out;
  for (;;) {
    PROBITY_ASSIGN(const Step step, rows.step());
    if (step == Step::done) return out;
    PROBITY_ASSIGN(Kept kept, kept_of(rows));
    out.push_back(std::move(kept.account));
  }
}

Result<std::optional<Accounts::Kept>> Accounts::find(std::string_view name) const {
  PROBITY_ASSIGN(auto row,
                 database_.prepare("SELECT " + std::string(columns) + " FROM account WHERE name = ?"));
  row.bind(1, name);
  PROBITY_ASSIGN(const Step step, row.step());
  if (step == Step::done) return std::optional<Kept>();
  PROBITY_ASSIGN(Kept kept, kept_of(row));
  return std::optional<Kept>(std::move(kept));
}

Result<void> Accounts::change(std::string_view name, store::Statement statement) {
  PROBITY_TRY(statement.run());
  if (database_.rows_changed() == 0)
    return fail(ErrorCode::not_found, "there is no such account", std::string(name),
                "probity account list names them");
  return {};
}

Result<void> Accounts::set_active(std::string_view name, bool active) {
  PROBITY_ASSIGN(auto update, database_.prepare("UPDATE account SET active = ? WHERE name = ?"));
  update.bind(1, std::int64_t{active ? 1 : 0}).bind(2, name);
  return change(name, std::move(update));
}

Result<void> Accounts::set_password(std::string_view name, std::string_view password) {
  PROBITY_ASSIGN(const std::string hash, hash_of(password));
  PROBITY_ASSIGN(auto update, database_.prepare("UPDATE account SET password = ? WHERE name = ?"));
  update.bind(1, hash).bind(2, name);
  return change(name, std::move(update));
}

Result<CodeSecret> Accounts::renew_second_factor(std::string_view name) {
  CodeSecret secret = new_code_secret();
  PROBITY_ASSIGN(auto update,
                 database_.prepare("UPDATE account SET code_secret = ?, code_step = NULL WHERE name = ?"));
  update.bind(1, base::ByteView(secret)).bind(2, name);
  PROBITY_TRY(change(name, std::move(update)));
  return secret;
}

Result<void> Accounts::use_code(std::string_view name, std::uint64_t step) {
  PROBITY_ASSIGN(auto update, database_.prepare("UPDATE account SET code_step = ? WHERE name = ?"));
  update.bind(1, static_cast<std::int64_t>(step)).bind(2, name);
  return change(name, std::move(update));
}

} // namespace probity::access
