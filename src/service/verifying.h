// Verification of the ledger while it is served: one at a time, on a thread and on reading connections of its
// own, so that pages and commands go on meanwhile.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "access/sign_in.h"
#include "base/json.h"
#include "ledger/verify.h"

namespace probity::service {

class Office;

// One verification: the one that runs, or the last that ended.
struct VerificationRun {
  base::Instant begun; // by the clock on the wall
  std::uint64_t done = 0, of = 0;
  bool against = false; // a note kept elsewhere
  // What came of it; both are nothing while it runs.
  std::optional<base::Instant> ended;
  std::optional<base::Result<ledger::Verification>> found;
};

class Verifier {
 public:
  Verifier(std::string file, std::function<base::Instant()> now);
  // Breaks off what runs.
  ~Verifier();
  Verifier(const Verifier&) = delete;
  Verifier& operator=(const Verifier&) = delete;

  // `refused` when one runs. From any thread. `note`: the text of a checkpoint that the ledger must have
  // grown from.
  base::Result<void> begin(std::optional<std::string> note);
  // Nothing when none was begun since the service started.
  [[nodiscard]] std::optional<VerificationRun> run() const;

 private:
  void verify(const std::optional<std::string>& note);

  const std::string file_;
  const std::function<base::Instant()> now_;
  mutable std::mutex mutex_;
  std::optional<VerificationRun> run_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

// What the auditor sees.
struct VerificationShown {
  std::uint64_t size = 0; // of the ledger now
  std::string checkpoint; // the newest note, to be kept elsewhere
  std::optional<VerificationRun> run;
};
base::Result<VerificationShown> verification(Office& office, const access::Session& caller);

// `note` may be empty. `invalid_input` when it is no note of a checkpoint, `refused` when one runs.
base::Result<void> begin_verification(Office& office, const access::Session& caller, const std::string& note);

// {"events","findings":[{"index","message","what"}],"ok","root"}: what `probity verify --json` prints.
base::json::Value to_json(const ledger::Verification& found);

} // namespace probity::service
