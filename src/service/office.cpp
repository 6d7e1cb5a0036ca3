#include "service/office.h"

#include <algorithm>

#include "record/person.h"
#include "record/vocabulary.h"
#include "service/kept_outcomes.h"
#include "service/sides/review_pack.h"

namespace probity::service {

Office::Office(ledger::Ledger ledger, ledger::AccessLog access_log, access::SignIn signing,
               std::function<base::Instant()> now, OfficeFiles files, Say say)
    : ledger_file_(std::move(files.ledger)), ledger_(std::move(ledger)),
      readings_(std::make_unique<ReadingLog>(std::move(access_log))), signing_(std::move(signing)),
      now_(std::move(now)), views_name_(std::move(files.views)), say_(std::move(say)) {}

Office::~Office() = default;

base::Result<std::unique_ptr<Office>> Office::open(const OfficeFiles& files,
                                                   std::function<base::Instant()> now, Say say,
                                                   const OfficeLimits& limits) {
  ledger::OpenOptions options;
  options.mode = ledger::OpenOptions::Mode::write;
  options.validate = record::validate;
  options.now = now;
  PROBITY_ASSIGN(ledger::Ledger ledger, ledger::Ledger::open(files.ledger, options));
  PROBITY_ASSIGN(ledger::AccessLog access_log, ledger::AccessLog::open(files.ledger, ledger, now));
  PROBITY_ASSIGN(access::Accounts accounts, access::Accounts::open(files.accounts, store::Access::write));
  // Not make_unique: the constructor is the class's alone.
  std::unique_ptr<Office> out(
      new Office(std::move(ledger), std::move(access_log),
                 access::SignIn(std::move(accounts), {}, {}, limits.signing_in_by_address, limits.hashing),
                 std::move(now), files, std::move(say)));
  PROBITY_TRY(out->follow());
  out->settler_ = std::make_unique<Settler>(files.ledger);
  out->review_packs_ = std::make_unique<ReviewPacks>(files.ledger);
  out->outcomes_ = std::make_unique<KeptOutcomes>(files.ledger);
  out->verifier_ = std::make_unique<Verifier>(files.ledger, out->views_name_, out->now_);
  out->sequencer_ = std::make_unique<Sequencer>(*out, limits.queue);
  return out;
}

Staffing Office::staffing() const {
  return {follower_->workforce(), follower_->lists().caseloads()};
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
  PROBITY_TRY(readings_->hold().writing().record(opened));
  return names_.open(ledger_);
}

base::Result<void> Office::read_on() {
  PROBITY_TRY(follower_->read(ledger_));
  return open_names();
}

void Office::say(const std::string& sentence) const {
  if (say_) say_(sentence);
}

base::Result<void> Office::start_follower() {
  names_.forget();
  PROBITY_ASSIGN(follower_, WorklistFollower::start(ledger_.zone(), {}, today()));
  follower_->watched_by(
      {&record::person::registered, &record::person::erased},
      [this](const base::StreamId& person, const record::Event& event) { names_.note(person, event); });
  if (!views_name_.empty()) follower_->keep_changes();
  return {};
}

// From the views where these are good, from nothing otherwise.
base::Result<void> Office::begin() {
  PROBITY_TRY(start_follower());
  if (views_name_.empty()) return {};
  views_.reset();
  auto there = views::ViewsFile::open(views_name_, store::Access::write);
  const auto restored =
      there ? follower_->restore(*there, ledger_) : base::Result<void>(tl::unexpected(there.error()));
  if (restored) {
    views_ = std::move(*there);
    return {};
  }
  if (there || there.error().code != base::ErrorCode::not_found)
    say("The views in " + views_name_ + " are made anew: " + restored.error().message + ".");
  there = views::ViewsFile::create(views_name_);
  if (there)
    views_ = std::move(*there);
  else
    say("No views are kept: " + there.error().text());
  return start_follower();
}

// What cannot be kept is read from the ledger again at the next start; nobody's command fails of it.
void Office::keep_views() {
  if (!views_ || !follower_->has_changes()) return;
  const auto changes = follower_->take_changes(ledger_);
  const auto written = changes ? views_->write(*changes) : tl::unexpected(changes.error());
  if (written) return;
  views_.reset();
  say("The views in " + views_name_ + " stay behind until the next start: " + written.error().text());
}

base::Result<void> Office::follow() {
  if (!follower_) PROBITY_TRY(begin());
  if (follower_->cursor() > 0 && follower_->on() != today())
    PROBITY_TRY(follower_->turn_to(ledger_, today()));
  auto read = read_on();
  if (read)
    keep_views();
  else
    follower_.reset(); // half read: the next one starts anew
  return read;
}

} // namespace probity::service
