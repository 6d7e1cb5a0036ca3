#include "service/verifying.h"

#include <algorithm>
#include <array>

#include "ledger/verify_note.h"
#include "service/asking.h"

namespace probity::service {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::array scopes = {std::pair(VerifyScope::ledger, std::string_view("ledger")),
                               std::pair(VerifyScope::views, std::string_view("views")),
                               std::pair(VerifyScope::record, std::string_view("case"))};

// Half the machine, so that the other half answers.
unsigned threads_to_verify_with() {
  return std::max(1U, std::thread::hardware_concurrency() / 2);
}

} // namespace

std::string_view to_text(VerifyScope scope) {
  return std::find_if(scopes.begin(), scopes.end(), [&](const auto& one) { return one.first == scope; })
      ->second;
}

std::optional<VerifyScope> parse_verify_scope(std::string_view text) {
  for (const auto& [scope, name] : scopes)
    if (name == text) return scope;
  return std::nullopt;
}

Verifier::Verifier(std::string file, std::string views, std::function<base::Instant()> now)
    : file_(std::move(file)), views_(std::move(views)), now_(std::move(now)) {}

Verifier::~Verifier() {
  stopping_ = true;
  if (thread_.joinable()) thread_.join();
}

Result<void> Verifier::begin(VerifyAsked asked) {
  const std::lock_guard held(mutex_);
  if (run_ && !run_->ended)
    return fail(ErrorCode::refused, "a verification runs already", "",
                "Wait until it has ended, then begin another");
  if (thread_.joinable()) thread_.join(); // it has ended but for the return
  run_ = VerificationRun{};
  run_->begun = now_();
  run_->asked = asked;
  thread_ = std::thread([this, asked = std::move(asked)] { verify(asked); });
  return {};
}

std::optional<VerificationRun> Verifier::run() const {
  const std::lock_guard held(mutex_);
  return run_;
}

Result<base::Digest> published_head(std::string_view typed) {
  std::string digits;
  for (const char one : typed) {
    if (one == ' ' || one == '\n' || one == '\r') continue;
    digits += one >= 'A' && one <= 'F' ? static_cast<char>(one - 'A' + 'a') : one;
  }
  if (const std::size_t at = digits.find_first_not_of("0123456789abcdef"); at != std::string::npos)
    return fail(ErrorCode::invalid_input, "Character " + std::to_string(at + 1) + " is none that a hash has",
                "head", "A hash is of the digits 0 to 9 and the letters a to f");
  const auto head = base::Digest::from_hex(digits);
  if (!head)
    return fail(ErrorCode::invalid_input, "Enter a hash of 64 characters", "head",
                "This one has " + std::to_string(digits.size()));
  return *head;
}

Result<ledger::Verification> Verifier::look_at_all(const VerifyAsked& asked) {
  ledger::VerifyOptions options;
  options.against_note = asked.note;
  options.against_head = asked.head;
  options.threads = threads_to_verify_with();
  options.stopped = [this] { return stopping_.load(); };
  options.progress = [this](std::uint64_t done, std::uint64_t of) {
    const std::lock_guard held(mutex_);
    run_->done = done;
    run_->of = of;
  };
  return ledger::verify(file_, options);
}

Result<WhatWasFound> Verifier::look(const VerifyAsked& asked) {
  switch (asked.scope) {
  case VerifyScope::ledger: {
    PROBITY_ASSIGN(auto found, look_at_all(asked));
    return WhatWasFound(std::move(found));
  }
  case VerifyScope::views: {
    PROBITY_ASSIGN(auto found, check_views(views_, file_, asked.sample));
    return WhatWasFound(std::move(found));
  }
  case VerifyScope::record: {
    PROBITY_ASSIGN(const ledger::Ledger log, ledger::Ledger::open(file_));
    PROBITY_ASSIGN(auto found, check_stream(log, asked.person, [this] { return stopping_.load(); }));
    return WhatWasFound(std::move(found));
  }
  }
  return fail(ErrorCode::internal, "there is no such scope");
}

void Verifier::verify(const VerifyAsked& asked) {
  auto found = look(asked);
  const base::Instant ended = now_();
  const std::lock_guard held(mutex_);
  run_->ended = ended;
  run_->found = std::move(found);
}

Result<VerificationShown> verification(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::verify, "verification"));
  VerificationShown out;
  out.size = office.ledger().size();
  PROBITY_ASSIGN(out.checkpoint, office.ledger().checkpoint());
  out.has_views = !office.views_file().empty();
  out.run = office.verifier().run();
  std::vector<base::StreamId> named;
  if (out.run && out.run->asked.scope == VerifyScope::record) {
    out.closed = !may_do(office, caller, access::Action::see_case, out.run->asked.person);
    if (!out.closed) named.push_back(out.run->asked.person);
  }
  log_list(office, permission, "verification", std::move(named));
  return out;
}

namespace {

Result<void> check_note(Office& office, const std::string& note) {
  ledger::VerifyOptions options;
  options.against_note = note;
  std::vector<ledger::Finding> findings; // are found again, and shown, when it runs
  PROBITY_ASSIGN(const std::string key, office.ledger().verification_key());
  if (auto read = ledger::read_note(options, key, findings); !read)
    return fail(ErrorCode::invalid_input, "This is no note of a checkpoint", "note",
                "Paste it whole, from the name of the log to the signature under the empty line");
  return {};
}

} // namespace

Result<void> begin_verification(Office& office, const Caller& caller, VerifyAsked asked) {
  constexpr std::string_view page = "verification_begun";
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission, ask(office, caller, access::Action::verify, page));
  if (asked.note) PROBITY_TRY(check_note(office, *asked.note));
  if (asked.scope == VerifyScope::views && office.views_file().empty())
    return fail(ErrorCode::invalid_input, "This service keeps no views", "scope",
                "Choose the whole ledger, or one case");
  if (asked.scope == VerifyScope::record)
    PROBITY_TRY(ask_about(office, caller, access::Action::see_case, asked.person, page));
  else
    log_list(office, permission, page, {});
  return office.verifier().begin(std::move(asked));
}

} // namespace probity::service
