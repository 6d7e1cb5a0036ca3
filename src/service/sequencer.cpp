#include "service/sequencer.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "service/office.h"

namespace probity::service {

// One command on its way; it has come, or will not, when this goes.
class Sequencer::Coming {
 public:
  explicit Coming(Sequencer& sequencer) : sequencer_(sequencer) {
    const std::lock_guard held(sequencer_.mutex_);
    ++sequencer_.coming_;
  }
  ~Coming() {
    bool was_last = false;
    {
      const std::lock_guard held(sequencer_.mutex_);
      was_last = --sequencer_.coming_ == 0;
    }
    if (was_last) sequencer_.arrived_.notify_one();
  }
  Coming(const Coming&) = delete;
  Coming& operator=(const Coming&) = delete;

 private:
  Sequencer& sequencer_;
};

Sequencer::Sequencer(Office& office, Limits limits)
    : office_(office), limits_(limits), thread_([this] { run(); }) {}

Sequencer::~Sequencer() {
  {
    const std::lock_guard held(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

base::Result<Acted> Sequencer::give(base::json::Value command, std::optional<std::int64_t> expect) {
  PROBITY_ASSIGN(auto answer, queued(std::move(command), expect));
  return answer.get();
}

base::Result<Acted> Sequencer::give_made(const Make& make, std::optional<std::int64_t> expect) {
  std::future<base::Result<Acted>> answer;
  {
    const Coming coming(*this);
    PROBITY_ASSIGN(base::json::Value command, make());
    PROBITY_ASSIGN(answer, queued(std::move(command), expect));
  }
  return answer.get();
}

base::Result<std::future<base::Result<Acted>>> Sequencer::queued(base::json::Value command,
                                                                 std::optional<std::int64_t> expect) {
  std::future<base::Result<Acted>> answer;
  {
    const std::lock_guard held(mutex_);
    if (stopping_)
      return base::fail(base::ErrorCode::busy, "the service is stopping", "", "Try again in a minute");
    if (queue_.size() >= limits_.waiting)
      return base::fail(base::ErrorCode::busy, "too many are recording at once", "",
                        "Try again in some seconds; nothing was recorded");
    queue_.push_back({std::move(command), expect, {}});
    answer = queue_.back().answer.get_future();
  }
  arrived_.notify_one();
  return answer;
}

Sequencer::Figures Sequencer::figures() const {
  const std::lock_guard held(mutex_);
  return figures_;
}

std::size_t Sequencer::waiting() const {
  const std::lock_guard held(mutex_);
  return queue_.size();
}

std::size_t Sequencer::coming() const {
  const std::lock_guard held(mutex_);
  return coming_;
}

void Sequencer::run() {
  for (;;) {
    {
      std::unique_lock waits(mutex_);
      arrived_.wait(waits, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      arrived_.wait_for(waits, limits_.for_coming, [this] { return stopping_ || coming_ == 0; });
    }
    // Taken once the office is free: whatever came until then goes along.
    const auto office = office_.hold();
    std::deque<Waiting> taken;
    {
      const std::lock_guard held(mutex_);
      const auto end =
          std::next(queue_.begin(), static_cast<std::ptrdiff_t>(std::min(queue_.size(), limits_.together)));
      std::move(queue_.begin(), end, std::back_inserter(taken));
      queue_.erase(queue_.begin(), end);
    }
    while (!taken.empty())
      append_some(taken);
  }
}

// As many from the front as can be decided without knowing what those before them made.
void Sequencer::append_some(std::deque<Waiting>& taken) {
  if (auto ready = office_.follow(); !ready) {
    for (Waiting& one : taken)
      one.answer.set_value(tl::unexpected(ready.error()));
    taken.clear();
    return;
  }
  std::vector<Waiting> decided;
  std::vector<Acted> acted;
  std::vector<ledger::Submission> submissions;
  std::set<base::StreamId> records;
  while (!taken.empty()) {
    const auto record = decided_on(taken.front().command);
    const auto name = record ? std::optional(office_.follower().standing_name(*record)) : std::nullopt;
    if (!submissions.empty() && (!name || records.contains(*name))) break;
    Waiting one = std::move(taken.front());
    taken.pop_front();
    auto prepared = prepare(
        office_.ledger(), one.command, {}, one.expect, [this] { return office_.staffing(); },
        &office_.follower().workforce());
    if (!prepared) {
      one.answer.set_value(tl::unexpected(std::move(prepared.error())));
      continue;
    }
    if (!prepared->submission) {
      one.answer.set_value(std::move(prepared->acted));
      continue;
    }
    decided.push_back(std::move(one));
    acted.push_back(std::move(prepared->acted));
    submissions.push_back(std::move(*prepared->submission));
    if (!name) break;
    records.insert(*name);
  }
  if (submissions.empty()) return;
  auto receipts = office_.ledger().append(submissions);
  const auto followed = receipts ? office_.follow() : base::Result<void>{};
  if (receipts) {
    const std::lock_guard held(mutex_);
    figures_.commands += static_cast<std::uint64_t>(
        std::count_if(receipts->begin(), receipts->end(), [](const auto& one) { return one.has_value(); }));
    ++figures_.commits;
  }
  for (std::size_t i = 0; i < decided.size(); ++i) {
    if (!receipts)
      decided[i].answer.set_value(tl::unexpected(receipts.error()));
    else if (!(*receipts)[i])
      decided[i].answer.set_value(tl::unexpected(std::move((*receipts)[i].error())));
    else if (!followed)
      decided[i].answer.set_value(tl::unexpected(followed.error()));
    else
      decided[i].answer.set_value(std::move(acted[i]));
  }
}

} // namespace probity::service
