#include "app/clock.h"

#include <chrono>

namespace probity::app {

base::Instant now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

} // namespace probity::app
