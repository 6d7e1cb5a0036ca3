#include "access/throttle.h"

#include <algorithm>

namespace probity::access {
namespace {

constexpr std::int64_t second = 1'000'000;

}

bool Throttle::forgotten(const Failures& failures, base::Instant now) const {
  return now.microseconds - failures.last.microseconds >= limits_.forgotten_after * second;
}

std::int64_t Throttle::wait(std::string_view who, base::Instant now) const {
  const auto found = failures_.find(who);
  if (found == failures_.end() || forgotten(found->second, now)) return 0;
  const int beyond = found->second.count - limits_.free_failures;
  if (beyond < 0) return 0;
  // 2^20 seconds is far beyond any wait.
  const std::int64_t pause = std::min(std::int64_t{1} << std::min(beyond, 20), limits_.longest_wait);
  const std::int64_t left = found->second.last.microseconds + pause * second - now.microseconds;
  return left <= 0 ? 0 : (left + second - 1) / second;
}

void Throttle::failed(std::string_view who, base::Instant now) {
  if (failures_.size() >= limits_.most_kept && failures_.find(who) == failures_.end()) {
    const auto oldest =
        std::min_element(failures_.begin(), failures_.end(),
                         [](const auto& a, const auto& b) { return a.second.last < b.second.last; });
    failures_.erase(oldest);
  }
  Failures& one = failures_[std::string(who)];
  if (forgotten(one, now)) one.count = 0;
  ++one.count;
  one.last = now;
}

void Throttle::succeeded(std::string_view who) {
  const auto found = failures_.find(who);
  if (found != failures_.end()) failures_.erase(found);
}

} // namespace probity::access
