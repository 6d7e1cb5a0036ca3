#include "service/office.h"

#include <algorithm>

#include "record/vocabulary.h"

namespace probity::service {

base::Result<std::unique_ptr<Office>> Office::open(const OfficeFiles& files,
                                                   std::function<base::Instant()> now) {
  ledger::OpenOptions options;
  options.mode = ledger::OpenOptions::Mode::write;
  options.validate = record::validate;
  options.now = now;
  PROBITY_ASSIGN(ledger::Ledger ledger, ledger::Ledger::open(files.ledger, options));
  PROBITY_ASSIGN(ledger::AccessLog access_log, ledger::AccessLog::open(files.ledger, ledger, now));
  PROBITY_ASSIGN(access::Accounts accounts, access::Accounts::open(files.accounts, store::Access::write));
  // Not make_unique: the constructor is the class's alone.
  std::unique_ptr<Office> out(new Office(std::move(ledger), std::move(access_log),
                                         access::SignIn(std::move(accounts)), std::move(now)));
  PROBITY_TRY(out->follow());
  out->verifier_ = std::make_unique<Verifier>(files.ledger, out->now_);
  out->sequencer_ = std::make_unique<Sequencer>(*out);
  return out;
}

base::Instant Office::given() const {
  if (ledger_.constants().clock == ledger::Clock::replayed) return ledger_.last_recorded();
  return std::max(now_(), ledger_.last_recorded());
}

base::Day Office::today() const {
  return ledger_.zone().day_of(given());
}

// What cannot be logged is not opened. Which people is not said: at the start it is all of them.
base::Result<void> Office::open_names() {
  if (!names_.waiting()) return {};
  ledger::RecordRead opened;
  opened.reader.provider = "not_stated";
  opened.reader.role = "system";
  opened.page = "names_opened";
  opened.size = ledger_.size();
  PROBITY_TRY(access_log_.record(opened));
  return names_.open(ledger_);
}

base::Result<void> Office::read_on() {
  PROBITY_TRY(follower_->read(ledger_));
  return open_names();
}

base::Result<void> Office::follow() {
  if (!follower_) {
    names_ = {};
    PROBITY_ASSIGN(follower_, WorklistFollower::start(ledger_.zone(), {}, today()));
    follower_->watched_by(
        [this](const base::StreamId& person, const record::Event& event) { names_.note(person, event); });
  }
  if (follower_->cursor() > 0 && follower_->on() != today()) PROBITY_TRY(follower_->turn_to(today()));
  auto read = read_on();
  if (!read) follower_.reset(); // half read: the next one starts anew
  return read;
}

} // namespace probity::service
