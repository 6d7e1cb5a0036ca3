// Slows down whoever fails to sign in again and again. Kept in memory, bounded: a restart forgives.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/civil.h"

namespace probity::access {

// After `free_failures` in a row each further one doubles the wait, from one second to `longest_wait`.
struct ThrottleLimits {
  int free_failures = 5;
  std::int64_t longest_wait = 900;     // seconds
  std::int64_t forgotten_after = 3600; // seconds without a failure
  std::size_t most_kept = 10'000;      // beyond it the one that failed longest ago is forgotten
};

class Throttle {
 public:
  explicit Throttle(ThrottleLimits limits = {}) : limits_(limits) {}

  // Whole seconds until the next try is looked at; 0: at once.
  [[nodiscard]] std::int64_t wait(std::string_view who, base::Instant now) const;
  void failed(std::string_view who, base::Instant now);
  void succeeded(std::string_view who);

 private:
  struct Failures {
    int count = 0;
    base::Instant last;
  };
  [[nodiscard]] bool forgotten(const Failures& failures, base::Instant now) const;

  ThrottleLimits limits_;
  std::map<std::string, Failures, std::less<>> failures_;
};

} // namespace probity::access
