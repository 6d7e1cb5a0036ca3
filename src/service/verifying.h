// Verification while the ledger is served: of all of it, of a sample of the views that are made from it, or
// of one record. One at a time, on a thread and on reading connections of its own, so that pages and commands
// go on meanwhile.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "access/sign_in.h"
#include "base/json.h"
#include "ledger/event_proof.h"
#include "service/views_check.h"

namespace probity::service {

class Office;

enum class VerifyScope { ledger, views, record };
std::string_view to_text(VerifyScope scope); // "ledger", "views", "case"
std::optional<VerifyScope> parse_verify_scope(std::string_view text);

// The hash of a published head, as somebody copied it: spaces and capitals do not count. `invalid_input`,
// with "head" in `where`, when it is none.
base::Result<base::Digest> published_head(std::string_view typed);

struct VerifyAsked {
  VerifyScope scope = VerifyScope::ledger;
  std::optional<std::string> note = {};  // of the ledger: a checkpoint that it must have grown from
  std::optional<base::Digest> head = {}; // of the ledger: a root that was published, of some first events
  ViewsCheckAsked sample = {};           // of the views
  base::StreamId person = {};            // of a record
};

using WhatWasFound = std::variant<ledger::Verification, ViewsCheck, ledger::StreamCheck>; // as the scopes

// One verification: the one that runs, or the last that ended.
struct VerificationRun {
  base::Instant begun; // by the clock on the wall
  VerifyAsked asked;
  std::uint64_t done = 0, of = 0; // events; nought of nought where they are not counted
  // What came of it; both are nothing while it runs.
  std::optional<base::Instant> ended;
  std::optional<base::Result<WhatWasFound>> found;
};

class Verifier {
 public:
  // `views` may be empty: none are kept.
  Verifier(std::string file, std::string views, std::function<base::Instant()> now);
  // Breaks off what runs.
  ~Verifier();
  Verifier(const Verifier&) = delete;
  Verifier& operator=(const Verifier&) = delete;

  // `refused` when one runs. From any thread.
  base::Result<void> begin(VerifyAsked asked);
  // Nothing when none was begun since the service started.
  [[nodiscard]] std::optional<VerificationRun> run() const;

 private:
  void verify(const VerifyAsked& asked);
  base::Result<WhatWasFound> look(const VerifyAsked& asked);
  base::Result<ledger::Verification> look_at_all(const VerifyAsked& asked);

  const std::string file_;
  const std::string views_;
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
  bool has_views = false; // which can be verified
  bool closed = false;    // the run is about a record that is closed to the one who asks: not to be shown
  std::optional<VerificationRun> run;
};
base::Result<VerificationShown> verification(Office& office, const access::Session& caller);

// `invalid_input` names in `where` the field to put right: "note" when it is no note of a checkpoint, "scope"
// when no views are kept. `refused` when one runs. A record is the gate's to open, as for reading it.
base::Result<void> begin_verification(Office& office, const access::Session& caller, VerifyAsked asked);

// {"events","findings":[{"index","message","what"}],"head_size","ok","root"}: what `probity verify --json`
// prints; `head_size` where a published head was met.
base::json::Value to_json(const ledger::Verification& found);
// {"cursor","findings":["…"],"folded","ok","rows"}: what `probity verify --views --json` prints.
base::json::Value to_json(const ViewsCheck& found);
// {"events":[{"holds","index","leaf","path":[]}],"findings","ok","root","size"}.
base::json::Value to_json(const ledger::StreamCheck& found);
base::json::Value to_json(const WhatWasFound& found);
bool is_good(const WhatWasFound& found); // nothing was found

} // namespace probity::service
