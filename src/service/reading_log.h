// The ledger of accesses, as the service writes it: whatever is noted while the disk is busy goes into the
// next transaction together, so that many who read at once share one wait. Nothing is sent before what was
// noted of it is on disk: whoever answers a request asks `settled` first.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

#include "ledger/access_log.h"

namespace probity::service {

class ReadingLog {
 public:
  explicit ReadingLog(ledger::AccessLog log);
  ~ReadingLog(); // writes what waits
  ReadingLog(const ReadingLog&) = delete;
  ReadingLog& operator=(const ReadingLog&) = delete;

  // From any thread; waits for nothing.
  void note(ledger::RecordRead read);
  // Returns when all that was noted before is on disk. An error when it could not be written: then what it
  // was noted of is not sent. What waits stays, and is tried again with the next.
  base::Result<void> settled();

  // The ledger itself, with all in it that was noted before; nobody writes while it is held. Not for long.
  class Held {
   public:
    [[nodiscard]] const ledger::Ledger& log() const { return log_.log(); }
    ledger::AccessLog& writing() { return log_; }

   private:
    friend class ReadingLog;
    Held(ledger::AccessLog& log, std::unique_lock<std::mutex> lock) : log_(log), lock_(std::move(lock)) {}
    ledger::AccessLog& log_;
    std::unique_lock<std::mutex> lock_;
  };
  Held hold();

 private:
  void run();
  void write(); // with the ledger held

  std::mutex writing_; // held by whoever uses the ledger; taken before `mutex_`
  ledger::AccessLog log_;
  std::mutex mutex_; // of all below
  std::condition_variable arrived_;
  std::condition_variable written_to_;
  std::vector<ledger::RecordRead> waiting_;
  std::uint64_t noted_ = 0;   // so many in all
  std::uint64_t written_ = 0; // so many of them on disk
  std::uint64_t failed_ = 0;  // so many were tried in vain, or more by now
  base::Error failure_;
  bool stopping_ = false;
  std::thread thread_; // last: it uses all the others
};

} // namespace probity::service
