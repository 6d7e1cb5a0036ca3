// Signing in: a name, a password and, where the account has one, a one-time code.
#pragma once

#include <mutex>

#include "access/accounts.h"
#include "access/hash_turns.h"
#include "access/sessions.h"
#include "access/throttle.h"

namespace probity::access {

struct Attempt {
  std::string name;
  std::string password;
  std::string code;     // may be empty
  std::string address;  // of the one who tries
  std::string old_name; // of a session that the browser still had; may be empty
};

enum class Refusal {
  wrong,   // name, password or code: which is not said; so also for a disabled account
  waiting, // too many failures: `seconds` says how long
};

struct Opened {
  std::string session; // its name, for the cookie
  Member member;
};

struct SignInAnswer {
  std::optional<Opened> opened;
  Refusal refusal = Refusal::wrong;
  std::int64_t seconds = 0;
  std::optional<base::EntityId> staff; // whose account was tried; nothing when there is none
};

// That the one who asks is the owner of an account, and what that stands on. The port through which proofs
// come: `sign_in` makes one of a password and a one-time code; the checked answer of an OpenID Connect
// provider is to be another (docs/decisions/openid_connect_port.md).
struct Proof {
  std::string account;
  base::Digest stands_on; // the session ends when the account stands on something else
  std::string old_name;   // of a session that the browser still had; may be empty
};

// Not safe for concurrent use: whoever shares one holds a lock.
class SignIn {
 public:
  explicit SignIn(Accounts accounts, SessionLimits sessions = {}, ThrottleLimits by_account = {},
                  ThrottleLimits by_address = {.free_failures = 20}, HashTurns::Limits hashing = {});

  // An error when the file of accounts cannot be read, and `busy` when too many wait for their password to be
  // hashed: then nothing was tried. `held`, where given, is let go while it is hashed, which takes a tenth of
  // a second by design, so that a stranger's tries keep nobody waiting.
  base::Result<SignInAnswer> sign_in(const Attempt& attempt, base::Instant now,
                                     std::unique_lock<std::mutex>* held = nullptr);
  // A session for who is proven to own an account; nothing when the account is not active, or stands on
  // something else.
  base::Result<std::optional<Opened>> open(const Proof& proof, base::Instant now);
  // The session, while its account is active.
  base::Result<std::optional<Session>> session(std::string_view name, base::Instant now);
  [[nodiscard]] std::vector<Session> open_sessions(base::Instant now) const { return sessions_.list(now); }
  void sign_out(std::string_view name) { sessions_.close(name); }
  base::Result<std::vector<Account>> accounts() const { return accounts_.list(); }

 private:
  base::Result<bool> proves(const Accounts::Kept& kept, const Attempt& attempt, base::Instant now);

  Accounts accounts_;
  Sessions sessions_;
  Throttle by_account_;
  Throttle by_address_;
  std::unique_ptr<HashTurns> turns_; // used while not held
};

} // namespace probity::access
