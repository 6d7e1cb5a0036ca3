#include "http/server.h"

#include "support/raw_client.h"

#include <atomic>
#include <gtest/gtest.h>
#include <latch>
#include <mutex>
#include <thread>

using namespace probity::http;
using probity::support::RawClient;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<Site> site_for_tests() {
  auto site = std::make_shared<Site>();
  site->router.add(Method::get, "/", "home", [](const Request&) { return plain_text("home"); });
  site->router.add(Method::get, "/cases/{id:hex32}", "case",
                   [](const Request& request) { return plain_text(std::string(request.part("id"))); });
  site->router.add(Method::post, "/echo", "echo", [](const Request& request) {
    return plain_text(request.form.empty() ? request.body : std::string(request.form.text("note")));
  });
  site->router.add(Method::get, "/large", "large",
                   [](const Request&) { return plain_text(std::string(32 * 1024 * 1024, 'x')); });
  site->router.add(Method::get, "/from", "from",
                   [](const Request& request) { return plain_text(request.client_address); });
  return site;
}

ServerSettings on_a_free_port() {
  ServerSettings settings;
  settings.port = 0;
  settings.workers = 2;
  return settings;
}

std::unique_ptr<Server> started(const ServerSettings& settings,
                                std::shared_ptr<const Site> site = site_for_tests(), Observer observer = {}) {
  auto server = Server::start(settings, std::move(site), std::move(observer));
  EXPECT_TRUE(server) << server.error().text();
  return std::move(*server);
}

const std::string get_home = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
const std::string get_home_and_close = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

std::string post(const std::string& fields_and_body) {
  return "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n" + fields_and_body;
}

} // namespace

TEST(Server, answers_and_keeps_the_connection) {
  const auto server = started(on_a_free_port());
  RawClient client(server->port());
  for (int i = 0; i < 3; ++i) {
    client.send(get_home);
    const std::string response = client.read_response();
    EXPECT_EQ(RawClient::status_of(response), 200) << response;
    EXPECT_TRUE(response.ends_with("\r\n\r\nhome")) << response;
    EXPECT_NE(response.find("Content-Security-Policy: "), std::string::npos);
    EXPECT_NE(response.find("Date: "), std::string::npos);
  }
  EXPECT_EQ(server->open_connections(), 1U);
}

TEST(Server, answers_requests_that_come_at_once_in_their_order) {
  const auto server = started(on_a_free_port());
  RawClient client(server->port());
  client.send("GET /cases/" + std::string(32, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n" +
              post("Content-Length: 3\r\n\r\none") +
              post("Transfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n") + "\r\n" + get_home_and_close);
  EXPECT_TRUE(client.read_response().ends_with(std::string(32, 'a')));
  EXPECT_TRUE(client.read_response().ends_with("\r\n\r\none"));
  EXPECT_TRUE(client.read_response().ends_with("\r\n\r\ntwo"));
  EXPECT_TRUE(client.read_response().ends_with("\r\n\r\nhome"));
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, a_request_may_come_byte_by_byte) {
  const auto server = started(on_a_free_port());
  RawClient client(server->port());
  for (const char c : post("Content-Length: 5\r\n\r\nhello"))
    client.send(std::string(1, c));
  EXPECT_TRUE(client.read_response().ends_with("\r\n\r\nhello"));
}

TEST(Server, head_has_no_body_and_the_next_answer_follows) {
  const auto server = started(on_a_free_port());
  RawClient client(server->port());
  client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const std::string head = client.read_head();
  EXPECT_EQ(RawClient::status_of(head), 200);
  EXPECT_NE(head.find("Content-Length: 4\r\n"), std::string::npos);
  client.send(get_home_and_close);
  EXPECT_TRUE(client.read_response().starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST(Server, forms_and_continue) {
  const auto server = started(on_a_free_port());
  RawClient client(server->port());
  client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
              "Content-Length: 13\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_head(), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("note=a+%26+b%");
  EXPECT_EQ(RawClient::status_of(client.read_response()), 400) << "the last percent sign stands alone";
  client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
              "Content-Length: 12\r\n\r\nnote=a+%26+b");
  EXPECT_TRUE(client.read_response().ends_with("\r\n\r\na & b"));
}

TEST(Server, what_is_malformed_is_refused_and_the_connection_closed) {
  ServerSettings settings = on_a_free_port();
  settings.limits = {.head_bytes = 4096, .target_bytes = 1024, .fields = 20, .body_bytes = 1000};
  const auto server = started(settings);
  std::string many_fields;
  for (int i = 0; i < 30; ++i)
    many_fields += "X-Field: 1\r\n";
  const std::vector<std::pair<std::string, int>> requests{
      {post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400},
      {post("Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"), 400},
      {post("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"), 400},
      {post("Content-Length: +3\r\n\r\nabc"), 400},
      {post("Content-Length: 99999999999999999999\r\n\r\nabc"), 400},
      {post("Content-Length: 1001\r\n\r\n" + std::string(1001, 'a')), 413},
      {post("Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1001, 'a') + "\r\n0\r\n\r\n"), 413},
      {post("Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"), 400},
      {post("Transfer-Encoding: gzip\r\n\r\nabc"), 501},
      {post("\r\n"), 411},
      {post("Content-Length: 3\r\nExpect: miracles\r\n\r\nabc"), 417},
      {"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400},
      {std::string("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n", 44), 400},
      {"GET / HTTP/1.1\nHost: localhost\n\n", 400},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", 421},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(64 * 1024, 'a') + "\r\n\r\n", 431},
      {"GET / HTTP/1.1\r\nHost: localhost\r\n" + many_fields + "\r\n", 431},
      {"GET /" + std::string(2000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414},
      {"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"GET / FTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501},
      {"GET /a/%2e%2e/b HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET /a%2Fb HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello", 400},
      {"\x16\x03\x01\x02\x00\x01", 400},
  };
  for (const auto& [bytes, status] : requests) {
    RawClient client(server->port());
    client.send(bytes);
    const std::string response = client.read_response();
    EXPECT_EQ(RawClient::status_of(response), status) << bytes.substr(0, 200);
    EXPECT_NE(response.find("Connection: close\r\n"), std::string::npos) << bytes.substr(0, 200);
    EXPECT_TRUE(client.is_closed()) << bytes.substr(0, 200);
  }
  RawClient client(server->port());
  client.send(get_home);
  EXPECT_EQ(RawClient::status_of(client.read_response()), 200) << "and after all that it still serves";
}

TEST(Server, a_page_that_is_not_there_keeps_the_connection) {
  const auto server = started(on_a_free_port());
  RawClient client(server->port());
  client.send("GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(RawClient::status_of(client.read_response()), 404);
  client.send("GET /echo HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const std::string response = client.read_response();
  EXPECT_EQ(RawClient::status_of(response), 405);
  EXPECT_NE(response.find("Allow: OPTIONS, POST\r\n"), std::string::npos);
}

TEST(Server, http_1_0_is_answered_once) {
  const auto server = started(on_a_free_port());
  RawClient client(server->port());
  client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(RawClient::status_of(client.read_response()), 200);
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, who_is_slow_is_cut) {
  ServerSettings settings = on_a_free_port();
  settings.times = {.idle = 150ms, .head = 150ms, .body = 150ms, .write = 150ms, .stop = 150ms};
  const auto server = started(settings);
  RawClient silent(server->port());
  RawClient slow_head(server->port());
  RawClient slow_body(server->port());
  RawClient deaf(server->port());
  slow_head.send("GET / HTTP/1.1\r\nHost: loc");
  slow_body.send(post("Content-Length: 5\r\n\r\nhe"));
  deaf.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(silent.read_response(), "") << "who asked nothing is told nothing";
  EXPECT_EQ(RawClient::status_of(slow_head.read_response()), 408);
  EXPECT_EQ(RawClient::status_of(slow_body.read_response()), 408);
  EXPECT_TRUE(silent.is_closed() && slow_head.is_closed() && slow_body.is_closed());
  const auto deadline = std::chrono::steady_clock::now() + 20s;
  while (server->open_connections() > 0 && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(5ms);
  EXPECT_EQ(server->open_connections(), 0U) << "the one that does not read its answer is cut too";
}

TEST(Server, half_open_clients_keep_nobody_waiting) {
  const auto server = started(on_a_free_port());
  std::vector<std::unique_ptr<RawClient>> half;
  for (int i = 0; i < 40; ++i) {
    half.push_back(std::make_unique<RawClient>(server->port()));
    half.back()->send("GET / HTTP/1.1\r\nHost:");
  }
  RawClient client(server->port());
  client.send(get_home);
  EXPECT_EQ(RawClient::status_of(client.read_response()), 200);
}

TEST(Server, connections_over_the_limit_wait_their_turn) {
  ServerSettings settings = on_a_free_port();
  settings.connections = 2;
  const auto server = started(settings);
  auto first = std::make_unique<RawClient>(server->port());
  RawClient second(server->port());
  first->send(get_home);
  second.send(get_home);
  first->read_response();
  second.read_response();
  RawClient third(server->port());
  third.send(get_home);
  EXPECT_EQ(server->open_connections(), 2U);
  first.reset();
  EXPECT_EQ(RawClient::status_of(third.read_response()), 200);
}

TEST(Server, a_full_queue_is_said_at_once) {
  auto site = site_for_tests();
  std::latch running(1);
  std::latch release(1);
  site->router.add(Method::get, "/wait", "wait", [&](const Request&) {
    running.count_down();
    release.wait();
    return plain_text("done");
  });
  ServerSettings settings = on_a_free_port();
  settings.workers = 1;
  settings.queue = 1;
  const auto server = started(settings, site);
  RawClient first(server->port());
  first.send("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n");
  running.wait();
  RawClient second(server->port());
  second.send(get_home);
  const std::string refused = second.read_response();
  EXPECT_EQ(RawClient::status_of(refused), 503);
  EXPECT_NE(refused.find("Retry-After: 1\r\n"), std::string::npos);
  EXPECT_EQ(server->queued(), 1U);
  release.count_down();
  EXPECT_TRUE(first.read_response().ends_with("done"));
  second.send(get_home);
  EXPECT_EQ(RawClient::status_of(second.read_response()), 200) << "the connection was kept";
}

TEST(Server, stopping_answers_what_was_asked) {
  auto site = site_for_tests();
  std::latch running(1);
  std::latch release(1);
  site->router.add(Method::get, "/wait", "wait", [&](const Request&) {
    running.count_down();
    release.wait();
    return plain_text("done");
  });
  const auto server = started(on_a_free_port(), site);
  RawClient idle(server->port());
  idle.send(get_home);
  idle.read_response();
  RawClient asking(server->port());
  asking.send("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n");
  running.wait();
  std::thread stopper([&] { server->stop(); });
  EXPECT_TRUE(idle.is_closed());
  release.count_down();
  const std::string response = asking.read_response();
  EXPECT_TRUE(response.ends_with("done")) << response;
  EXPECT_NE(response.find("Connection: close\r\n"), std::string::npos);
  stopper.join();
  EXPECT_EQ(server->open_connections(), 0U);
  server->stop();
}

TEST(Server, says_the_pattern_and_never_the_path) {
  std::mutex mutex;
  std::vector<std::string> seen;
  {
    const auto server = started(on_a_free_port(), site_for_tests(), [&](const Served& served) {
      const std::scoped_lock lock(mutex);
      seen.push_back(std::string(name(served.method)) + " " + std::string(served.route) + " " +
                     std::to_string(number(served.status)) + " " + std::to_string(served.bytes));
    });
    RawClient client(server->port());
    client.send("GET /cases/" + std::string(32, 'a') + "?q=Ann HTTP/1.1\r\nHost: localhost\r\n\r\n");
    client.read_response();
    client.send("GET /Ann HTTP/1.1\r\nHost: localhost\r\n\r\n");
    client.read_response();
    client.send("GET /Ann\r\n\r\n");
    client.read_response();
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"GET /cases/{id:hex32} 200 32", "GET  404 14", "GET  400 16"}));
}

TEST(Server, the_address_of_a_client_behind_a_proxy) {
  ServerSettings settings = on_a_free_port();
  settings.trusted_proxies = {"127.0.0.1"};
  const auto server = started(settings);
  RawClient client(server->port());
  client.send("GET /from HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.7\r\n\r\n");
  EXPECT_TRUE(client.read_response().ends_with("\r\n\r\n198.51.100.7"));
}

TEST(Server, many_clients_at_once_each_get_their_own) {
  const auto server = started(on_a_free_port());
  std::atomic<int> wrong = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i)
    clients.emplace_back([&, i] {
      RawClient client(server->port());
      for (int round = 0; round < 50; ++round) {
        const std::string text = std::to_string(i) + "-" + std::to_string(round);
        client.send(post("Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text));
        if (!client.read_response().ends_with("\r\n\r\n" + text)) ++wrong;
      }
    });
  for (std::thread& client : clients)
    client.join();
  EXPECT_EQ(wrong, 0);
}

TEST(Server, an_address_that_is_taken_or_none_is_said) {
  const auto server = started(on_a_free_port());
  ServerSettings same = on_a_free_port();
  same.port = server->port();
  const auto taken = Server::start(same, site_for_tests());
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().where, "127.0.0.1:" + std::to_string(server->port()));
  same.address = "localhost";
  EXPECT_EQ(Server::start(same, site_for_tests()).error().code, probity::base::ErrorCode::invalid_input);
}
