#include "service/reading_log.h"

#include <algorithm>

namespace probity::service {

ReadingLog::ReadingLog(ledger::AccessLog log) : log_(std::move(log)), thread_([this] { run(); }) {}

ReadingLog::~ReadingLog() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_all();
  thread_.join();
}

void ReadingLog::note(ledger::RecordRead read) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(read));
    ++noted_;
  }
  arrived_.notify_one();
}

base::Result<void> ReadingLog::settled() {
  std::unique_lock lock(mutex_);
  const std::uint64_t mine = noted_;
  written_to_.wait(lock, [&] { return written_ >= mine || failed_ >= mine; });
  if (written_ >= mine) return {};
  return tl::unexpected(failure_);
}

ReadingLog::Held ReadingLog::hold() {
  std::unique_lock held(writing_);
  write();
  return {log_, std::move(held)};
}

void ReadingLog::write() {
  std::vector<ledger::RecordRead> taken;
  {
    const std::lock_guard lock(mutex_);
    taken.swap(waiting_);
  }
  if (taken.empty()) return;
  const auto receipts = log_.record(taken);
  {
    const std::lock_guard lock(mutex_);
    if (receipts) {
      written_ += taken.size();
    } else {
      failure_ = receipts.error();
      failed_ = written_ + taken.size();
      waiting_.insert(waiting_.begin(), std::make_move_iterator(taken.begin()),
                      std::make_move_iterator(taken.end()));
    }
  }
  written_to_.notify_all();
}

void ReadingLog::run() {
  std::uint64_t tried = 0; // noted when it was last tried, so that what fails is not tried without end
  while (true) {
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return stopping_ || (!waiting_.empty() && noted_ > tried); });
      if (stopping_ && (waiting_.empty() || noted_ == tried)) return;
      tried = noted_;
    }
    const std::lock_guard held(writing_);
    write();
  }
}

} // namespace probity::service
