#include "http/metrics.h"

#include <gtest/gtest.h>

using namespace probity;
using namespace probity::http;
using namespace std::chrono_literals;

namespace {

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

} // namespace

TEST(Metrics, requests_are_counted_by_route_and_class) {
  Metrics metrics;
  metrics.count({Method::get, "/cases/{id:hex32}", Status::ok, 400us, 100});
  metrics.count({Method::get, "/cases/{id:hex32}", Status::ok, 3ms, 50});
  metrics.count({Method::get, "/cases/{id:hex32}", Status::forbidden, 90s, 0});
  metrics.count({Method::post, "", Status::bad_request, 0us, 5});
  const std::string text = metrics.text({.connections = 3, .queued = 2});
  const std::string route = "route=\"/cases/{id:hex32}\"";
  EXPECT_TRUE(has_line(text, "probity_http_requests_total{method=\"GET\"," + route + ",class=\"2xx\"} 2"));
  EXPECT_TRUE(has_line(text, "probity_http_requests_total{method=\"GET\"," + route + ",class=\"4xx\"} 1"));
  EXPECT_TRUE(has_line(text, "probity_http_requests_total{method=\"POST\",route=\"none\",class=\"4xx\"} 1"));
  EXPECT_TRUE(has_line(text, "probity_http_request_seconds_bucket{" + route + ",le=\"0.0005\"} 1"));
  EXPECT_TRUE(has_line(text, "probity_http_request_seconds_bucket{" + route + ",le=\"0.0025\"} 1"));
  EXPECT_TRUE(has_line(text, "probity_http_request_seconds_bucket{" + route + ",le=\"0.005\"} 2"));
  EXPECT_TRUE(has_line(text, "probity_http_request_seconds_bucket{" + route + ",le=\"5\"} 2"));
  EXPECT_TRUE(has_line(text, "probity_http_request_seconds_bucket{" + route + ",le=\"+Inf\"} 3"));
  EXPECT_TRUE(has_line(text, "probity_http_request_seconds_sum{" + route + "} 90.003400"));
  EXPECT_TRUE(has_line(text, "probity_http_request_seconds_count{" + route + "} 3"));
  EXPECT_TRUE(has_line(text, "probity_http_response_bytes_total 155"));
  EXPECT_TRUE(has_line(text, "probity_http_connections 3"));
  EXPECT_TRUE(has_line(text, "probity_http_queued 2"));
}

TEST(Metrics, a_line_of_the_log_names_nobody) {
  EXPECT_EQ(
      log_line({Method::get, "/cases/{id:hex32}", Status::ok, 412us, 9120},
               *base::parse_instant("2016-03-09T10:00:00.000000Z")),
      R"({"at":"2016-03-09T10:00:00.000000Z","method":"GET","route":"/cases/{id:hex32}","status":200,"us":412,"bytes":9120})");
}

TEST(Metrics, are_shown_on_this_machine_alone) {
  Site site;
  add_health_and_metrics(
      site.router, [] { return base::Result<void>(); }, std::make_shared<Metrics>(),
      [] { return Load{.connections = 7, .queued = 0}; });
  Request request = get_request("/metrics");
  const Response shown = serve_in_memory(site, request);
  EXPECT_EQ(shown.headers.find("Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_TRUE(has_line(shown.body, "probity_http_connections 7"));
  request.headers.add("X-Forwarded-For", "127.0.0.1");
  EXPECT_EQ(serve_in_memory(site, request).status, Status::not_found) << "through a proxy anyone may ask";
  request = get_request("/metrics");
  request.client_address = "192.0.2.1";
  EXPECT_EQ(serve_in_memory(site, request).status, Status::not_found);
}

TEST(Metrics, health_says_whether_and_not_why) {
  bool is_well = true;
  Site site;
  add_health_and_metrics(
      site.router,
      [&is_well]() -> base::Result<void> {
        if (!is_well) return base::fail(base::ErrorCode::io, "the disk of the ledger is full");
        return {};
      },
      std::make_shared<Metrics>(), [] { return Load{}; });
  EXPECT_EQ(serve_in_memory(site, get_request("/health")).body, "{\"status\":\"ok\"}\n");
  is_well = false;
  const Response failing = serve_in_memory(site, get_request("/health"));
  EXPECT_EQ(failing.status, Status::service_unavailable);
  EXPECT_EQ(failing.body, "{\"status\":\"failing\"}\n");
}
