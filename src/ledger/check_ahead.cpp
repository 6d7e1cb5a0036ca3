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
    chunk.ready.store(0);
  freed_.store(0);
  claimed_.store(0);
  if (submissions.size() < least_span || std::thread::hardware_concurrency() < 2) return;
  claimed_.store(1); // the first chunk is for the thread that is awake
  worker_ = std::thread([this] { work(); });
  check(0, checkers_[0]);
}

void CheckAhead::end() {
  if (!worker_.joinable()) return;
  claimed_.store(chunk_count());
  freed_.store(chunk_count());
  freed_.notify_one();
  worker_.join();
}

void CheckAhead::check(std::size_t number, SubmissionChecker& checker) {
  Chunk& chunk = chunks_[number % chunks_kept];
  const std::size_t from = number * chunk_size;
  const std::size_t to = std::min(from + chunk_size, submissions_.size());
  for (std::size_t i = from; i < to; ++i)
    checker.check(submissions_[i], stamp_, chunk.checked[i - from]);
  chunk.ready.store(number + 1, std::memory_order_release);
  chunk.ready.notify_one();
}

void CheckAhead::work() {
  while (true) {
    const std::size_t freed = freed_.load(std::memory_order_acquire);
    std::size_t number = claimed_.load();
    if (number >= chunk_count()) return;
    if (number >= freed + chunks_kept) {
      freed_.wait(freed, std::memory_order_acquire);
      continue;
    }
    if (claimed_.compare_exchange_strong(number, number + 1)) check(number, checkers_[1]);
  }
}

const CheckedSubmission& CheckAhead::next() {
  const std::size_t position = taken_++;
  const std::size_t number = position / chunk_size;
  Chunk& chunk = chunks_[number % chunks_kept];
  if (position % chunk_size == 0 && chunk.ready.load(std::memory_order_acquire) != number + 1) {
    if (freed_.load() != number) {
      freed_.store(number, std::memory_order_release);
      freed_.notify_one();
    }
    std::size_t unclaimed = number;
    if (claimed_.compare_exchange_strong(unclaimed, number + 1))
      check(number, checkers_[0]);
    else
      while (chunk.ready.load(std::memory_order_acquire) != number + 1)
        chunk.ready.wait(chunk.ready.load(), std::memory_order_acquire);
  } else if (position % chunk_size == 0 && number % 2 == 0) {
    freed_.store(number, std::memory_order_release);
    freed_.notify_one();
  }
  return chunk.checked[position % chunk_size];
}

} // namespace probity::ledger
