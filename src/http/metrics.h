// What the service tells those who run it: counts without anyone's name, one line for each request, and
// whether it is well.
#pragma once

#include "base/civil.h"
#include "base/result.h"
#include "http/server.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>

namespace probity::http {

struct Load {
  std::size_t connections = 0; // open
  std::size_t queued = 0;      // requests waiting for a worker or running
};

// Counts since the start. Safe across threads.
class Metrics {
 public:
  void count(const Served& served);
  // Prometheus text format 0.0.4: probity_http_requests_total by method, route and class of status,
  // probity_http_request_seconds (histogram by route), probity_http_response_bytes_total,
  // probity_http_connections, probity_http_queued.
  [[nodiscard]] std::string text(const Load& load) const;

 private:
  static constexpr std::size_t limits = 12; // upper ends of the histogram
  struct Times {
    std::array<std::uint64_t, limits + 1> counts{}; // the last: over every limit
    std::uint64_t microseconds = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::tuple<std::string, Method, unsigned>, std::uint64_t>
      requests_; // route, method, first digit of status
  std::map<std::string, Times> times_;
  std::uint64_t bytes_ = 0;
};

// {"at":"2016-03-09T10:00:00.000000Z","method":"GET","route":"/cases/{id:hex32}","status":200,"us":412,"bytes":9120}
// No path, query, address or name of anyone.
std::string log_line(const Served& served, base::Instant at);

// GET /health: 200 {"status":"ok"}, or 503 {"status":"failing"} when `is_well` fails (what it says stays
// inside). GET /metrics: for who asks from this machine and through no proxy; 404 to all others.
void add_health_and_metrics(Router& router, std::function<base::Result<void>()> is_well,
                            std::shared_ptr<const Metrics> metrics, std::function<Load()> load);

} // namespace probity::http
