// Threads that verify chunks of rows, and the indexes, while one thread merges the results in order.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "ledger/verify_rows.h"

namespace probity::ledger {

constexpr std::uint64_t rows_a_chunk = 400; // small enough that its results stay in the allocator

// Work that threads take in order and that one thread merges in order.
class VerifyPool {
 public:
  struct Done {
    std::optional<VerifiedRows> rows;
    std::optional<base::Result<IndexSums>> sums;
  };

  // `context` must outlive the pool.
  VerifyPool(const VerifyContext& context, unsigned threads);
  ~VerifyPool();
  VerifyPool(const VerifyPool&) = delete;
  VerifyPool& operator=(const VerifyPool&) = delete;

  [[nodiscard]] std::size_t chunks() const { return chunks_; }
  // The result of chunk `number`; asked for in order. Number `chunks()` is the sums of the indexes.
  Done take(std::size_t number);
  // Rows that are merged, whose memory the next chunk takes.
  void give_back(std::vector<VerifiedRow> rows);

 private:
  void work();
  Done run(std::size_t job, std::vector<VerifiedRow> spare, base::Result<RowVerifier>& verifier) const;

  const VerifyContext& context_;
  std::size_t chunks_;
  std::vector<Done> done_;
  std::size_t ahead_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  std::size_t merged_ = 0;
  bool indexes_taken_ = false;
  std::vector<std::vector<VerifiedRow>> spare_;
  std::vector<std::thread> threads_;
};

} // namespace probity::ledger
