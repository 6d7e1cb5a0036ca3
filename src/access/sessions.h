// Who is signed in. A session's name is 256 random bits; only its SHA-256 is kept, in memory: a restart signs
// everybody out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "access/gate.h"
#include "base/civil.h"

namespace probity::access {

// 30 minutes without a request, 12 hours in all: NIST SP 800-63B section 4.2.3.
struct SessionLimits {
  std::int64_t idle = 30 * 60;          // seconds
  std::int64_t absolute = 12 * 60 * 60; // seconds
};

// From the system's generator, for ids and tokens.
std::array<std::uint8_t, 16> random_bytes();

struct Session {
  Member member;
  std::string form_key; // 64 hex digits; what the tokens of its forms are made with
  base::Instant started;
  base::Instant seen;
  base::Digest signed_in_with; // of the password's hash then; another one now ends the session
  base::Instant ends = {};     // when it is over if nothing more is asked
};

class Sessions {
 public:
  explicit Sessions(SessionLimits limits = {}) : limits_(limits) {}

  // A new session under a new name; the old name, if any, ends with it (so a name planted before signing in
  // is worth nothing). Returns the name, 64 hex digits: shown to its owner alone.
  std::string open(Member member, base::Instant now, std::string_view old_name = {},
                   const base::Digest& signed_in_with = {});
  // The session, seen now; nothing when there is none or it has timed out.
  std::optional<Session> find(std::string_view name, base::Instant now);
  void close(std::string_view name);
  // Ends all of an account's: when it is disabled or its password changes.
  void close_all(std::string_view account);
  // Those that have not timed out, by account and when they were started.
  [[nodiscard]] std::vector<Session> list(base::Instant now) const;
  [[nodiscard]] std::size_t size() const { return sessions_.size(); }

 private:
  [[nodiscard]] base::Instant end_of(const Session& session) const;
  [[nodiscard]] bool over(const Session& session, base::Instant now) const;
  SessionLimits limits_;
  std::unordered_map<base::Digest, Session> sessions_; // by the SHA-256 of the name
};

} // namespace probity::access
