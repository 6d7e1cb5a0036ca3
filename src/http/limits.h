// What one client may ask of the server, in bytes and in time.
#pragma once

#include <chrono>
#include <cstddef>

namespace probity::http {

struct Limits {
  std::size_t head_bytes = 32 * 1024;   // request line and fields; over: 431
  std::size_t target_bytes = 8 * 1024;  // over: 414
  std::size_t fields = 100;             // over: 431
  std::size_t body_bytes = 1024 * 1024; // over: 413
};

struct TimeLimits {
  std::chrono::milliseconds idle{60'000};  // between requests of one connection: closed without a word
  std::chrono::milliseconds head{10'000};  // from the first byte to the end of the head: 408
  std::chrono::milliseconds body{30'000};  // the whole body: 408
  std::chrono::milliseconds write{30'000}; // the whole response: cut
  std::chrono::milliseconds stop{10'000};  // what is being answered when the server stops
};

} // namespace probity::http
