// Checks the submissions of a span in order, by a second thread while the first one stores those before.
#pragma once

#include <array>
#include <condition_variable>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "ledger/submission_check.h"

namespace probity::ledger {

// The results are the same whether a second thread helps or not; it is started for spans that are worth it.
// The validator is called from both threads.
class CheckAhead {
 public:
  CheckAhead(Constants constants, Validator validate, const base::Zone& zone)
      : constants_(std::move(constants)),
        validate_(std::move(validate)), checkers_{SubmissionChecker(constants_, validate_, zone),
                                                  SubmissionChecker(constants_, validate_, zone)} {}
  ~CheckAhead() { end(); }
  CheckAhead(const CheckAhead&) = delete;
  CheckAhead& operator=(const CheckAhead&) = delete;

  // Begins a span, which must live until the next begin or end.
  void begin(std::span<const Submission> submissions, base::Instant stamp);
  void end();
  [[nodiscard]] bool has_second_thread() const { return worker_.joinable(); }
  // The next submission of the span, checked; valid until the next call.
  const CheckedSubmission& next();

 private:
  static constexpr std::size_t chunk_size = 16; // submissions passed between the threads at a time
  static constexpr std::size_t chunks_kept = 4; // how far one thread may be ahead of the other
  struct Chunk {
    std::array<CheckedSubmission, chunk_size> checked;
    std::size_t ready = 0; // number of the chunk it holds, counted from one
  };

  [[nodiscard]] std::size_t chunk_count() const;
  [[nodiscard]] Chunk& chunk(std::size_t number) { return chunks_[number % chunks_kept]; }
  void check(std::size_t number, SubmissionChecker& checker);
  void work();
  // Waits until chunk `number` is ready, or checks it here if no one has begun it.
  void get(std::size_t number);

  Constants constants_;
  Validator validate_;
  std::array<SubmissionChecker, 2> checkers_;
  std::span<const Submission> submissions_;
  base::Instant stamp_;
  std::size_t taken_ = 0; // submissions
  std::array<Chunk, chunks_kept> chunks_;
  std::mutex mutex_; // for what follows and Chunk::ready
  std::condition_variable changed_;
  std::size_t claimed_ = 0; // chunks below are checked or being checked
  std::size_t freed_ = 0;   // chunks below are done with
  std::thread worker_;
};

} // namespace probity::ledger
