#include "access/sign_in.h"

#include <algorithm>

#include "access/password.h"

namespace probity::access {
namespace {

base::Digest digest_of(std::string_view text) {
  return base::sha256(base::bytes_of(text));
}

// What the sessions of an account stand on: another password ends them.
base::Digest foundation_of(const Accounts::Kept& kept) {
  return digest_of(kept.password_hash);
}

} // namespace

SignIn::SignIn(Accounts accounts, SessionLimits sessions, ThrottleLimits by_account,
               ThrottleLimits by_address, HashTurns::Limits hashing)
    : accounts_(std::move(accounts)), sessions_(sessions), by_account_(by_account), by_address_(by_address),
      turns_(std::make_unique<HashTurns>(hashing)) {}

base::Result<bool> SignIn::proves(const Accounts::Kept& kept, const Attempt& attempt, base::Instant now) {
  if (!kept.account.active) return false;
  if (!kept.code_secret) return true;
  const auto step = accepted_step(*kept.code_secret, attempt.code, now, kept.code_step);
  if (!step) return false;
  PROBITY_TRY(accounts_.use_code(attempt.name, *step));
  return true;
}

base::Result<SignInAnswer> SignIn::sign_in(const Attempt& attempt, base::Instant now,
                                           std::unique_lock<std::mutex>* held) {
  SignInAnswer out;
  const std::int64_t wait =
      std::max(by_account_.wait(attempt.name, now), by_address_.wait(attempt.address, now));
  if (wait > 0) {
    out.refusal = Refusal::waiting;
    out.seconds = wait;
    return out;
  }
  PROBITY_ASSIGN(const auto before, accounts_.find(attempt.name));
  if (held != nullptr) held->unlock();
  std::optional<bool> right;
  if (const auto turn = turns_->take())
    right = matches(before ? before->password_hash : nobodys_hash(), attempt.password);
  if (held != nullptr) held->lock();
  if (!right)
    return base::fail(base::ErrorCode::busy, "too many are signing in at once", "",
                      "Try again in some seconds");
  // Meanwhile the account may have been disabled, or its code used.
  PROBITY_ASSIGN(const auto kept, accounts_.find(attempt.name));
  if (kept) out.staff = kept->account.member.staff;
  bool proven = *right && kept && before && kept->password_hash == before->password_hash;
  if (proven) {
    PROBITY_ASSIGN(proven, proves(*kept, attempt, now));
  }
  if (!proven) {
    by_account_.failed(attempt.name, now);
    by_address_.failed(attempt.address, now);
    return out;
  }
  by_account_.succeeded(attempt.name);
  PROBITY_ASSIGN(out.opened, open({attempt.name, foundation_of(*kept), attempt.old_name}, now));
  return out;
}

base::Result<std::optional<Opened>> SignIn::open(const Proof& proof, base::Instant now) {
  PROBITY_ASSIGN(const auto kept, accounts_.find(proof.account));
  if (!kept || !kept->account.active || foundation_of(*kept) != proof.stands_on)
    return std::optional<Opened>();
  return std::optional(Opened{sessions_.open(kept->account.member, now, proof.old_name, proof.stands_on),
                              kept->account.member});
}

base::Result<std::optional<Session>> SignIn::session(std::string_view name, base::Instant now) {
  std::optional<Session> found = sessions_.find(name, now);
  if (!found) return found;
  PROBITY_ASSIGN(const auto kept, accounts_.find(found->member.account));
  // Disabled, with another password or other roles: what holds now counts, not what held at sign-in.
  if (!kept || !kept->account.active || foundation_of(*kept) != found->signed_in_with) {
    sessions_.close_all(found->member.account);
    return std::optional<Session>();
  }
  found->member = kept->account.member;
  return found;
}

} // namespace probity::access
