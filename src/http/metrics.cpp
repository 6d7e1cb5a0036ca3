#include "http/metrics.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace probity::http {

namespace {

constexpr std::array<std::pair<std::int64_t, std::string_view>, 12> upper_ends{{
    {500, "0.0005"},
    {1'000, "0.001"},
    {2'500, "0.0025"},
    {5'000, "0.005"},
    {10'000, "0.01"},
    {25'000, "0.025"},
    {50'000, "0.05"},
    {100'000, "0.1"},
    {250'000, "0.25"},
    {500'000, "0.5"},
    {1'000'000, "1"},
    {5'000'000, "5"},
}};

std::string label(std::string_view text) {
  if (text.empty()) return "none";
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

bool is_of_this_machine(const Request& request) {
  return (request.client_address == "127.0.0.1" || request.client_address == "::1") &&
         !request.headers.has("X-Forwarded-For");
}

} // namespace

void Metrics::count(const Served& served) {
  const std::int64_t took = std::max<std::int64_t>(0, served.took.count());
  const auto bucket =
      std::find_if(upper_ends.begin(), upper_ends.end(), [&](const auto& end) { return took <= end.first; });
  const std::string route(served.route);
  const std::scoped_lock lock(mutex_);
  ++requests_[{route, served.method, number(served.status) / 100}];
  Times& times = times_[route];
  ++times.counts[static_cast<std::size_t>(std::distance(upper_ends.begin(), bucket))];
  times.microseconds += static_cast<std::uint64_t>(took);
  bytes_ += served.bytes;
}

std::string Metrics::text(const Load& load) const {
  static_assert(limits == upper_ends.size());
  const std::scoped_lock lock(mutex_);
  std::string out = "# HELP probity_http_requests_total Requests answered.\n"
                    "# TYPE probity_http_requests_total counter\n";
  for (const auto& [key, count] : requests_)
    out += fmt::format("probity_http_requests_total{{method=\"{}\",route=\"{}\",class=\"{}xx\"}} {}\n",
                       name(std::get<1>(key)), label(std::get<0>(key)), std::get<2>(key), count);
  out += "# HELP probity_http_request_seconds From the whole request read to the response made.\n"
         "# TYPE probity_http_request_seconds histogram\n";
  for (const auto& [route, times] : times_) {
    std::uint64_t total = 0;
    for (std::size_t at = 0; at <= limits; ++at) {
      total += times.counts[at];
      out += fmt::format("probity_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", label(route),
                         at < limits ? upper_ends[at].second : "+Inf", total);
    }
    out += fmt::format("probity_http_request_seconds_sum{{route=\"{}\"}} {}.{:06}\n", label(route),
                       times.microseconds / 1'000'000, times.microseconds % 1'000'000);
    out += fmt::format("probity_http_request_seconds_count{{route=\"{}\"}} {}\n", label(route), total);
  }
  out += fmt::format("# HELP probity_http_response_bytes_total Bytes of bodies.\n"
                     "# TYPE probity_http_response_bytes_total counter\n"
                     "probity_http_response_bytes_total {}\n",
                     bytes_);
  out +=
      fmt::format("# HELP probity_http_connections Open connections.\n# TYPE probity_http_connections gauge\n"
                  "probity_http_connections {}\n",
                  load.connections);
  out += fmt::format("# HELP probity_http_queued Requests waiting for a worker or running.\n"
                     "# TYPE probity_http_queued gauge\nprobity_http_queued {}\n",
                     load.queued);
  return out;
}

std::string log_line(const Served& served, base::Instant at) {
  return fmt::format(R"({{"at":"{}","method":"{}","route":"{}","status":{},"us":{},"bytes":{}}})",
                     base::to_text(at), name(served.method), label(served.route), number(served.status),
                     served.took.count(), served.bytes);
}

void add_health_and_metrics(Router& router, std::function<base::Result<void>()> is_well,
                            std::shared_ptr<const Metrics> metrics, std::function<Load()> load) {
  router.add(Method::get, "/health", "read health", [is_well = std::move(is_well)](const Request&) {
    if (!is_well()) return json_text("{\"status\":\"failing\"}\n", Status::service_unavailable);
    return json_text("{\"status\":\"ok\"}\n");
  });
  router.add(Method::get, "/metrics", "read metrics",
             [metrics = std::move(metrics), load = std::move(load)](const Request& request) {
               if (!is_of_this_machine(request)) return plain_error_page(request, Status::not_found);
               Response response = plain_text(metrics->text(load()));
               response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
               return response;
             });
}

} // namespace probity::http
