#include "access/hash_turns.h"

namespace probity::access {

std::optional<HashTurns::Turn> HashTurns::take() {
  std::unique_lock held(mutex_);
  if (hashing_ >= limits_.at_once) {
    if (waiting_ >= limits_.waiting) return std::nullopt;
    ++waiting_;
    free_.wait(held, [this] { return hashing_ < limits_.at_once; });
    --waiting_;
  }
  ++hashing_;
  return Turn(this);
}

unsigned HashTurns::waiting() const {
  const std::lock_guard held(mutex_);
  return waiting_;
}

void HashTurns::give_back() {
  {
    const std::lock_guard held(mutex_);
    --hashing_;
  }
  free_.notify_one();
}

} // namespace probity::access
