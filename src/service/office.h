// What the service works with: the ledger, opened for writing, the ledger of accesses, the accounts, the
// follower, and the queue of commands. One thing is done at a time: a query, or the commands that waited
// together, hold the office until they are done.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "access/sign_in.h"
#include "ledger/access_log.h"
#include "service/person_names.h"
#include "service/sequencer.h"
#include "service/verifying.h"
#include "service/worklist_follower.h"

namespace probity::service {

using Caller = access::Session;

// How a stranger may sign in to a sample area, in one role.
struct SampleSignIn {
  access::Role role = access::Role::practitioner;
  std::string name; // of the account; its password is `sample_password` (sample_accounts.h)
};

struct OfficeFiles {
  std::string ledger;
  std::string accounts;
};

class Office {
 public:
  // `now`: the one real clock. `busy` when another process writes to the ledger.
  static base::Result<std::unique_ptr<Office>> open(const OfficeFiles& files,
                                                    std::function<base::Instant()> now);

  using Held = std::unique_lock<std::mutex>;
  Held hold() { return Held(mutex_); }

  // --- while held
  ledger::Ledger& ledger() { return ledger_; }
  ledger::AccessLog& access_log() { return access_log_; }
  [[nodiscard]] const WorklistFollower& follower() const { return *follower_; }
  // For whoever may see the person's record (asking.h). Empty where none is sealed, or it was erased.
  [[nodiscard]] std::string name_of(const base::StreamId& person) const { return names_.of(person); }
  [[nodiscard]] const PersonNames& names() const { return names_; }
  // Everything that is in the ledger is in the follower from here on, names too, and its lists are today's.
  base::Result<void> follow();
  // When a command is given. A replayed log stands still at its last instant, so that a sample area stays as
  // it was made.
  [[nodiscard]] base::Instant given() const;
  [[nodiscard]] base::Day today() const;

  // --- not held
  Sequencer& sequencer() { return *sequencer_; }
  Verifier& verifier() { return *verifier_; }
  // Signing in has a lock of its own.
  [[nodiscard]] base::Instant now() const { return now_(); }
  [[nodiscard]] const base::Zone& zone() const { return ledger_.zone(); }
  // Shown to whoever is not signed in; empty unless the ledger is a sample. Set before anything is served.
  [[nodiscard]] const std::vector<SampleSignIn>& sample() const { return sample_; }
  void show_sample(std::vector<SampleSignIn> sample) { sample_ = std::move(sample); }
  access::SignIn& signing() { return signing_; }
  std::mutex& signing_mutex() { return signing_mutex_; }
  base::Result<std::vector<access::Account>> accounts() {
    const std::lock_guard signing(signing_mutex_);
    return signing_.accounts();
  }

 private:
  Office(ledger::Ledger ledger, ledger::AccessLog access_log, access::SignIn signing,
         std::function<base::Instant()> now)
      : ledger_(std::move(ledger)), access_log_(std::move(access_log)), signing_(std::move(signing)),
        now_(std::move(now)) {}

  base::Result<void> read_on();
  base::Result<void> open_names();

  std::mutex mutex_;
  std::mutex signing_mutex_;
  ledger::Ledger ledger_;
  ledger::AccessLog access_log_;
  access::SignIn signing_;
  std::function<base::Instant()> now_;
  std::vector<SampleSignIn> sample_;
  std::optional<WorklistFollower> follower_; // filled by `open`
  PersonNames names_;
  std::unique_ptr<Verifier> verifier_;   // likewise
  std::unique_ptr<Sequencer> sequencer_; // likewise; last, since it uses all the others
};

} // namespace probity::service
