// Turns at hashing passwords: each hash takes 64 MiB and a processor for a tenth of a second, and each that
// waits holds a worker of the server, so both are few, however many strangers try at once.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>

namespace probity::access {

// Safe across threads.
class HashTurns {
 public:
  struct Limits {
    unsigned at_once = 2; // hashes
    unsigned waiting = 8; // for one
  };
  // Given back when it goes.
  class Turn {
   public:
    ~Turn() {
      if (turns_ != nullptr) turns_->give_back();
    }
    Turn(Turn&& other) noexcept : turns_(other.turns_) { other.turns_ = nullptr; }
    Turn& operator=(Turn&&) = delete;

   private:
    friend class HashTurns;
    explicit Turn(HashTurns* turns) : turns_(turns) {}
    HashTurns* turns_;
  };

  explicit HashTurns(Limits limits) : limits_(limits) {}
  // Waits for its turn; nothing, at once, where as many wait already.
  std::optional<Turn> take();
  [[nodiscard]] unsigned waiting() const;

 private:
  void give_back();

  const Limits limits_;
  mutable std::mutex mutex_;
  std::condition_variable free_;
  unsigned hashing_ = 0;
  unsigned waiting_ = 0;
};

} // namespace probity::access
