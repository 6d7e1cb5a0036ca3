#include "ledger/verify_pool.h"

#include "ledger/verify_indexes.h"
#include "ledger/verify_reading.h"

#include <algorithm>

namespace probity::ledger {

using base::Result;

VerifyPool::VerifyPool(const VerifyContext& context, unsigned threads)
    : context_(context), chunks_((context.size + rows_a_chunk - 1) / rows_a_chunk), done_(chunks_ + 1),
      ahead_(8U * threads + 8U) {
  for (unsigned i = 0; i < threads; ++i)
    threads_.emplace_back([this] { work(); });
}

VerifyPool::~VerifyPool() {
  {
    const std::lock_guard guard(mutex_);
    next_ = done_.size();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_)
    thread.join();
}

VerifyPool::Done VerifyPool::take(std::size_t number) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return done_[number].rows || done_[number].sums; });
  Done out = std::move(done_[number]);
  merged_ = std::max(merged_, number + 1);
  changed_.notify_all();
  return out;
}

void VerifyPool::give_back(std::vector<VerifiedRow> rows) {
  const std::lock_guard guard(mutex_);
  spare_.push_back(std::move(rows));
}

void VerifyPool::work() {
  Result<RowVerifier> verifier = RowVerifier::open(context_);
  while (true) {
    std::size_t job = 0;
    std::vector<VerifiedRow> spare;
    {
      std::unique_lock lock(mutex_);
      // The indexes first: they are one long piece of work.
      changed_.wait(lock, [&] { return !indexes_taken_ || next_ >= chunks_ || next_ < merged_ + ahead_; });
      if (!indexes_taken_ && next_ <= chunks_) {
        indexes_taken_ = true;
        job = chunks_;
      } else if (next_ < chunks_) {
        job = next_++;
      } else {
        return;
      }
      if (!spare_.empty()) {
        spare = std::move(spare_.back());
        spare_.pop_back();
      }
    }
    Done out = run(job, std::move(spare), verifier);
    const std::lock_guard guard(mutex_);
    done_[job] = std::move(out);
    changed_.notify_all();
  }
}

VerifyPool::Done VerifyPool::run(std::size_t job, std::vector<VerifiedRow> spare,
                                 Result<RowVerifier>& verifier) const {
  if (job == chunks_) {
    const Result<store::Database> database = store::Database::open(context_.file, {.cache_kib = 1'000});
    return {std::nullopt, database ? sums_of_indexes(*database, context_.size)
                                   : Result<IndexSums>(tl::unexpected(database.error()))};
  }
  const std::uint64_t from = job * rows_a_chunk;
  const std::uint64_t to = std::min(context_.size, from + rows_a_chunk);
  if (verifier) return {verifier->verify(from, to, std::move(spare)), std::nullopt};
  VerifiedRows failed;
  failed.unreadable = true;
  failed.findings.push_back(about_file("file", "the events cannot be read: " + verifier.error().message));
  return {std::move(failed), std::nullopt};
}

} // namespace probity::ledger
