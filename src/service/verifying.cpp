#include "service/verifying.h"

#include <algorithm>

#include "ledger/verify_note.h"
#include "service/asking.h"

namespace probity::service {

using base::json::Value;

namespace {

// Half the machine, so that the other half answers.
unsigned threads_to_verify_with() {
  return std::max(1U, std::thread::hardware_concurrency() / 2);
}

} // namespace

Verifier::Verifier(std::string file, std::function<base::Instant()> now)
    : file_(std::move(file)), now_(std::move(now)) {}

Verifier::~Verifier() {
  stopping_ = true;
  if (thread_.joinable()) thread_.join();
}

base::Result<void> Verifier::begin(std::optional<std::string> note) {
  const std::lock_guard held(mutex_);
  if (run_ && !run_->ended)
    return base::fail(base::ErrorCode::refused, "a verification runs already", "",
                      "Wait until it has ended, then begin another");
  if (thread_.joinable()) thread_.join(); // it has ended but for the return
  run_ = VerificationRun{};
  run_->begun = now_();
  run_->against = note.has_value();
  thread_ = std::thread([this, note = std::move(note)] { verify(note); });
  return {};
}

std::optional<VerificationRun> Verifier::run() const {
  const std::lock_guard held(mutex_);
  return run_;
}

void Verifier::verify(const std::optional<std::string>& note) {
  ledger::VerifyOptions options;
  options.against_note = note;
  options.threads = threads_to_verify_with();
  options.stopped = [this] { return stopping_.load(); };
  options.progress = [this](std::uint64_t done, std::uint64_t of) {
    const std::lock_guard held(mutex_);
    run_->done = done;
    run_->of = of;
  };
  auto found = ledger::verify(file_, options);
  const base::Instant ended = now_();
  const std::lock_guard held(mutex_);
  run_->ended = ended;
  run_->found = std::move(found);
}

base::Result<VerificationShown> verification(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::verify, "verification"));
  VerificationShown out;
  out.size = office.ledger().size();
  PROBITY_ASSIGN(out.checkpoint, office.ledger().checkpoint());
  out.run = office.verifier().run();
  log_list(office, permission, "verification", {});
  return out;
}

base::Result<void> begin_verification(Office& office, const Caller& caller, const std::string& note) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::verify, "verification_begun"));
  std::optional<std::string> against;
  if (!note.empty()) {
    ledger::VerifyOptions options;
    options.against_note = note;
    std::vector<ledger::Finding> findings; // are found again, and shown, when it runs
    PROBITY_ASSIGN(const std::string key, office.ledger().verification_key());
    if (auto read = ledger::read_note(options, key, findings); !read)
      return base::fail(base::ErrorCode::invalid_input, "This is no note of a checkpoint", "note",
                        "Paste it whole, from the name of the log to the signature under the empty line");
    against = note;
  }
  log_list(office, permission, "verification_begun", {});
  return office.verifier().begin(std::move(against));
}

Value to_json(const ledger::Verification& found) {
  base::json::Array findings;
  for (const ledger::Finding& finding : found.findings)
    findings.emplace_back(base::json::Object{
        {"index", Value(finding.index)}, {"message", Value(finding.message)}, {"what", Value(finding.what)}});
  return Value(base::json::Object{{"events", Value(static_cast<std::int64_t>(found.events))},
                                  {"findings", Value(std::move(findings))},
                                  {"ok", Value(found.ok)},
                                  {"root", Value(found.root.hex())}});
}

} // namespace probity::service
