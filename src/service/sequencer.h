// The queue before the ledger. One thread takes whatever waits in it, decides it in the order of arrival and
// appends it in one transaction: alone, a command waits for nobody; when many come at once they share the
// wait for the disk. Those that are still being made, for which the office is held, go along.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "service/act.h"

namespace probity::service {

class Office;

class Sequencer {
 public:
  struct Limits {
    std::size_t waiting = 1'000;  // commands in the queue
    std::size_t together = 1'000; // commands in one transaction
    // How long the queue waits for commands that are being made. They wait for the office alone, which is
    // free then, so it is over in microseconds; the bound is for a machine that has no time for them.
    std::chrono::milliseconds for_coming{5};
  };
  struct Figures {
    std::uint64_t commands = 0; // appended
    std::uint64_t commits = 0;  // transactions that they took
  };

  // The office must outlive it.
  Sequencer(Office& office, Limits limits);
  explicit Sequencer(Office& office) : Sequencer(office, Limits{}) {}
  // What waits is done first; what comes meanwhile is refused.
  ~Sequencer();
  Sequencer(const Sequencer&) = delete;
  Sequencer& operator=(const Sequencer&) = delete;

  // Returns when the command is in the ledger and in the lists of the follower, or is refused; errors are
  // those of `act`, and `busy` when the queue is full or the service is stopping. From any thread, which must
  // not hold the office.
  // `expect`: how many events the record must have when its turn comes; `version_conflict` otherwise.
  base::Result<Acted> give(base::json::Value command, std::optional<std::int64_t> expect = std::nullopt);
  // The same of a command that `make` makes first, called at once and in this thread; it may hold the office
  // until it returns. Its error is the answer.
  using Make = std::function<base::Result<base::json::Value>()>;
  base::Result<Acted> give_made(const Make& make, std::optional<std::int64_t> expect = std::nullopt);

  [[nodiscard]] Figures figures() const;
  // Commands that wait now.
  [[nodiscard]] std::size_t waiting() const;
  // Commands that are being made now.
  [[nodiscard]] std::size_t coming() const;

 private:
  struct Waiting {
    base::json::Value command;
    std::optional<std::int64_t> expect;
    std::promise<base::Result<Acted>> answer;
  };
  class Coming;
  void run();
  base::Result<std::future<base::Result<Acted>>> queued(base::json::Value command,
                                                        std::optional<std::int64_t> expect);
  void append_some(std::deque<Waiting>& taken);

  Office& office_;
  const Limits limits_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Waiting> queue_;
  std::size_t coming_ = 0;
  bool stopping_ = false;
  Figures figures_;
  std::thread thread_; // last: it uses all the others
};

} // namespace probity::service
