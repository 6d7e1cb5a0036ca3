#include "ledger/check_ahead.h"

#include <algorithm>

namespace probity::ledger {
namespace {

constexpr std::size_t least_span = 48; // submissions; below, starting a thread costs as much as it saves

} // namespace

std::size_t CheckAhead::chunk_count() const {
  return (submissions_.size() + chunk_size - 1) / chunk_size;
}

void CheckAhead::begin(std::span<const Submission> submissions, base::Instant stamp) {
  end();
  submissions_ = submissions;
  stamp_ = stamp;
  taken_ = 0;
  for (Chunk& chunk : chunks_)
    chunk.ready = 0;
  freed_ = 0;
  claimed_ = 0;
  if (submissions.size() < least_span || std::thread::hardware_concurrency() < 2) return;
  claimed_ = 1; // the first chunk is for the thread that is awake
  worker_ = std::thread([this] { work(); });
  check(0, checkers_[0]);
}

void CheckAhead::end() {
  if (!worker_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    claimed_ = chunk_count();
  }
  changed_.notify_all();
  worker_.join();
}

void CheckAhead::check(std::size_t number, SubmissionChecker& checker) {
  const std::size_t from = number * chunk_size;
  const std::size_t to = std::min(from + chunk_size, submissions_.size());
  for (std::size_t i = from; i < to; ++i)
    checker.check(submissions_[i], stamp_, chunk(number).checked[i - from]);
  {
    const std::lock_guard lock(mutex_);
    chunk(number).ready = number + 1;
  }
  changed_.notify_all();
}

void CheckAhead::work() {
  while (true) {
    std::size_t number = 0;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return claimed_ >= chunk_count() || claimed_ < freed_ + chunks_kept; });
      if (claimed_ >= chunk_count()) return;
      number = claimed_++;
    }
    check(number, checkers_[1]);
  }
}

void CheckAhead::get(std::size_t number) {
  {
    std::unique_lock lock(mutex_);
    const bool is_ready = chunk(number).ready == number + 1;
    if (!is_ready || number % 2 == 0) { // seldom enough that the other thread is not woken for each
      freed_ = number;
      changed_.notify_all();
    }
    const bool is_begun = claimed_ > number;
    if (!is_begun) claimed_ = number + 1;
    if (is_begun) {
      changed_.wait(lock, [&] { return chunk(number).ready == number + 1; });
      return;
    }
  }
  check(number, checkers_[0]);
}

const CheckedSubmission& CheckAhead::next() {
  const std::size_t position = taken_++;
  if (position % chunk_size == 0) get(position / chunk_size);
  return chunk(position / chunk_size).checked[position % chunk_size];
}

} // namespace probity::ledger
