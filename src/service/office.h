// What the service works with: the ledger, opened for writing, the ledger of accesses, the accounts, the
// follower, and the queue of commands. One thing is done at a time: a query, or the commands that waited
// together, hold the office until they are done. What asks about very many people holds it only to copy the
// pointers to them, and goes on without it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "access/sign_in.h"
#include "ledger/access_log.h"
#include "service/like_pairs.h"
#include "service/person_names.h"
#include "service/reading_log.h"
#include "service/sequencer.h"
#include "service/settling.h"
#include "service/verifying.h"
#include "service/worklist_follower.h"

namespace probity::service {

class KeptOutcomes;
class ReviewPacks;

using Caller = access::Session;

// How a stranger may sign in to a sample area, in one role.
struct SampleSignIn {
  access::Role role = access::Role::practitioner;
  std::string name; // of the account; its password is `sample_password` (sample_accounts.h)
};

struct OfficeFiles {
  std::string ledger;
  std::string accounts;
  std::string views = {}; // kept from one start to the next; may be missing. Empty: none are kept
};

// What whoever runs the service may set.
struct OfficeLimits {
  Sequencer::Limits queue = {};
  // Failures to sign in from one address; an office behind one address shares them.
  access::ThrottleLimits signing_in_by_address = {.free_failures = 20};
  access::HashTurns::Limits hashing = {};
};

class Office {
 public:
  // `now`: the one real clock. `say` is told, in a sentence, what became of the file of views. `busy` when
  // another process writes to the ledger.
  using Say = std::function<void(const std::string& sentence)>;
  static base::Result<std::unique_ptr<Office>> open(const OfficeFiles& files,
                                                    std::function<base::Instant()> now, Say say = {},
                                                    const OfficeLimits& limits = {});
  ~Office();

  using Held = std::unique_lock<std::mutex>;
  Held hold() { return Held(mutex_); }

  // --- while held
  ledger::Ledger& ledger() { return ledger_; }
  [[nodiscard]] const WorklistFollower& follower() const { return *follower_; }
  // For whoever may see the person's record (asking.h). Empty where none is sealed, or it was erased.
  [[nodiscard]] std::string name_of(const base::StreamId& person) const { return names_.of(person); }
  [[nodiscard]] const PersonNames& names() const { return names_; }
  // Of everybody, from the follower, which has it summed up.
  [[nodiscard]] Staffing staffing() const;
  // Everything that is in the ledger is in the follower from here on, names too, and its lists are today's.
  base::Result<void> follow();
  // When a command is given. A replayed log stands still at its last instant, so that a sample area stays as
  // it was made.
  [[nodiscard]] base::Instant given() const;
  [[nodiscard]] base::Day today() const;

  // --- held or not
  // Into the ledger of accesses; nothing is sent before `settled` says that it is there.
  void note(ledger::RecordRead read) { readings_->note(std::move(read)); }
  base::Result<void> settled() { return readings_->settled(); }
  ReadingLog::Held access_log() { return readings_->hold(); }

  // --- not held
  // For reading connections of one's own.
  [[nodiscard]] const std::string& ledger_file() const { return ledger_file_; }
  // Of the file of views; empty: none are kept.
  [[nodiscard]] const std::string& views_file() const { return views_name_; }
  Sequencer& sequencer() { return *sequencer_; }
  Verifier& verifier() { return *verifier_; }
  Settler& settler() { return *settler_; }
  KeptLikePairs& like_pairs() { return like_pairs_; }
  ReviewPacks& review_packs() { return *review_packs_; }
  KeptOutcomes& outcomes() { return *outcomes_; }
  // What statements are made from. Set before anything is served.
  using ContractFiles = std::vector<std::shared_ptr<const ContractFile>>;
  [[nodiscard]] const ContractFiles& contracts() const { return contracts_; }
  void show_contracts(ContractFiles contracts) { contracts_ = std::move(contracts); }
  // Signing in has a lock of its own.
  [[nodiscard]] base::Instant now() const { return now_(); }
  [[nodiscard]] const base::Zone& zone() const { return ledger_.zone(); }
  // Shown to whoever is not signed in; empty unless the ledger is a sample. Set before anything is served.
  [[nodiscard]] const std::vector<SampleSignIn>& sample() const { return sample_; }
  void show_sample(std::vector<SampleSignIn> sample) { sample_ = std::move(sample); }
  access::SignIn& signing() { return signing_; }
  std::mutex& signing_mutex() { return signing_mutex_; }
  std::vector<access::Session> open_sessions() {
    const std::lock_guard signing(signing_mutex_);
    return signing_.open_sessions(now_());
  }
  base::Result<std::vector<access::Account>> accounts() {
    const std::lock_guard signing(signing_mutex_);
    return signing_.accounts();
  }

 private:
  Office(ledger::Ledger ledger, ledger::AccessLog access_log, access::SignIn signing,
         std::function<base::Instant()> now, OfficeFiles files, Say say);

  base::Result<void> start_follower();
  base::Result<void> begin();
  void keep_views();
  void say(const std::string& sentence) const;
  base::Result<void> read_on();
  base::Result<void> open_names();

  std::string ledger_file_;
  std::mutex mutex_;
  std::mutex signing_mutex_;
  ledger::Ledger ledger_;
  std::unique_ptr<ReadingLog> readings_;
  access::SignIn signing_;
  std::function<base::Instant()> now_;
  std::vector<SampleSignIn> sample_;
  std::optional<WorklistFollower> follower_; // filled by `open`
  PersonNames names_;
  KeptLikePairs like_pairs_;
  std::string views_name_; // of the file; empty: none
  std::optional<views::ViewsFile> views_;
  Say say_; // may be none
  ContractFiles contracts_;
  std::unique_ptr<Verifier> verifier_;        // likewise
  std::unique_ptr<Settler> settler_;          // likewise
  std::unique_ptr<ReviewPacks> review_packs_; // likewise
  std::unique_ptr<KeptOutcomes> outcomes_;    // likewise
  std::unique_ptr<Sequencer> sequencer_;      // likewise; last, since it uses all the others
};

} // namespace probity::service
