#include "http/head_check.h"

#include <gtest/gtest.h>

using namespace probity::http;

namespace {

const Surroundings here{{"probity.example", "localhost", "[::1]"}, {"10.0.0.1", "10.0.0.2"}, 1000};

ParsedHead head_of(std::string method, std::string target, std::vector<Pair> fields) {
  ParsedHead head{.method = std::move(method),
                  .target = std::move(target),
                  .version = 11,
                  .fields = {},
                  .peer_address = "192.0.2.1"};
  for (const Pair& field : fields)
    head.fields.add(field.name, field.value);
  return head;
}

// The status that refuses it; 200 when it is taken.
Status status_of(const ParsedHead& head) {
  Status refused = Status::ok;
  const bool taken = check_head(head, here, refused).has_value();
  EXPECT_EQ(taken, refused == Status::ok);
  return refused;
}

Status get_with(std::vector<Pair> fields) {
  return status_of(head_of("GET", "/", std::move(fields)));
}

Status post_with(std::vector<Pair> fields) {
  fields.push_back({"Host", "localhost"});
  return status_of(head_of("POST", "/", std::move(fields)));
}

CheckedHead checked(const ParsedHead& head) {
  Status refused = Status::ok;
  auto result = check_head(head, here, refused);
  EXPECT_TRUE(result.has_value()) << number(refused);
  return result.value_or(CheckedHead{});
}

} // namespace

TEST(HeadCheck, a_good_head_becomes_a_request) {
  const CheckedHead head = checked(head_of(
      "GET", "/cases/a%20b?page=2", {{"host", "Probity.Example:8443"}, {"Cookie", "session=ab; x=y"}}));
  EXPECT_EQ(head.request.path, "/cases/a b");
  EXPECT_EQ(head.request.query.text("page"), "2");
  EXPECT_EQ(head.request.host, "Probity.Example:8443");
  EXPECT_EQ(head.request.cookies.text("session"), "ab");
  EXPECT_EQ(head.request.client_address, "192.0.2.1");
  EXPECT_TRUE(head.keeps_connection);
  EXPECT_FALSE(head.has_body);
  EXPECT_FALSE(head.request.secure);
}

TEST(HeadCheck, the_host_is_said_once_and_is_ours) {
  EXPECT_EQ(get_with({}), Status::bad_request);
  EXPECT_EQ(get_with({{"Host", "localhost"}, {"Host", "localhost"}}), Status::bad_request);
  for (const std::string host : {"", "a b", "localhost:", "localhost:80x", "localhost:123456",
                                 "user@localhost", "[::1", "[::1]x", "localhost/", "a,localhost"})
    EXPECT_EQ(get_with({{"Host", host}}), Status::bad_request) << host;
  for (const std::string host :
       {"localhost", "localhost:8080", "LOCALHOST", "[::1]", "[::1]:8080", "probity.example"})
    EXPECT_EQ(get_with({{"Host", host}}), Status::ok) << host;
  for (const std::string host : {"elsewhere.example", "localhost.elsewhere.example", "127.0.0.2", "[::2]"})
    EXPECT_EQ(get_with({{"Host", host}}), Status::misdirected_request) << host;
}

TEST(HeadCheck, an_absolute_target_names_the_host) {
  EXPECT_EQ(checked(head_of("GET", "http://localhost:80/a?b=c", {{"Host", "probity.example"}})).request.host,
            "localhost:80");
  EXPECT_EQ(checked(head_of("GET", "HTTP://localhost", {{"Host", "localhost"}})).request.path, "/");
  EXPECT_EQ(checked(head_of("GET", "http://localhost?a=b", {{"Host", "localhost"}})).request.query.text("a"),
            "b");
  EXPECT_EQ(status_of(head_of("GET", "http://elsewhere.example/", {{"Host", "localhost"}})),
            Status::misdirected_request);
  EXPECT_EQ(status_of(head_of("GET", "ftp://localhost/", {{"Host", "localhost"}})), Status::bad_request);
  EXPECT_EQ(status_of(head_of("GET", "http://user@localhost/", {{"Host", "localhost"}})),
            Status::bad_request);
  EXPECT_EQ(status_of(head_of("GET", "*", {{"Host", "localhost"}})), Status::bad_request);
  EXPECT_EQ(status_of(head_of("OPTIONS", "*", {{"Host", "localhost"}})), Status::ok);
  EXPECT_EQ(status_of(head_of("GET", "/a/../b", {{"Host", "localhost"}})), Status::bad_request);
}

TEST(HeadCheck, methods_that_are_not_served) {
  for (const std::string method : {"TRACE", "CONNECT", "BREW", "get", "PROPFIND"})
    EXPECT_EQ(status_of(head_of(method, "/", {{"Host", "localhost"}})), Status::not_implemented) << method;
}

TEST(HeadCheck, how_long_the_body_is_has_one_answer) {
  EXPECT_EQ(post_with({{"Content-Length", "5"}}), Status::ok);
  EXPECT_EQ(post_with({{"Content-Length", "0"}}), Status::ok);
  EXPECT_EQ(post_with({{"Transfer-Encoding", "Chunked"}}), Status::ok);
  EXPECT_EQ(post_with({}), Status::length_required);
  EXPECT_EQ(post_with({{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}}), Status::bad_request);
  EXPECT_EQ(post_with({{"Content-Length", "5"}, {"Content-Length", "6"}}), Status::bad_request);
  EXPECT_EQ(post_with({{"Content-Length", "5"}, {"Content-Length", "5"}}), Status::bad_request);
  for (const std::string length : {"+5", "-5", "5,5", "0x5", "", "5 "})
    EXPECT_EQ(post_with({{"Content-Length", length}}), Status::bad_request) << length;
  EXPECT_EQ(post_with({{"Content-Length", "1001"}}), Status::content_too_large);
  EXPECT_EQ(post_with({{"Content-Length", "99999999999999999999"}}), Status::content_too_large);
  for (const std::string coding : {"gzip", "gzip, chunked", "chunked, chunked", "identity", "xchunked", ""})
    EXPECT_EQ(post_with({{"Transfer-Encoding", coding}}), Status::not_implemented) << coding;
  EXPECT_EQ(post_with({{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}}),
            Status::bad_request);
}

TEST(HeadCheck, chunks_are_not_of_http_1_0) {
  ParsedHead head = head_of("POST", "/", {{"Host", "localhost"}, {"Transfer-Encoding", "chunked"}});
  head.version = 10;
  EXPECT_EQ(status_of(head), Status::bad_request);
}

TEST(HeadCheck, what_asks_for_nothing_more_has_no_body) {
  for (const std::string method : {"GET", "HEAD", "DELETE", "OPTIONS"}) {
    EXPECT_EQ(status_of(head_of(method, "/", {{"Host", "localhost"}, {"Content-Length", "1"}})),
              Status::bad_request);
    EXPECT_EQ(status_of(head_of(method, "/", {{"Host", "localhost"}, {"Content-Length", "0"}})), Status::ok);
  }
}

TEST(HeadCheck, expectations) {
  EXPECT_EQ(post_with({{"Content-Length", "5"}, {"Expect", "something"}}), Status::expectation_failed);
  EXPECT_TRUE(checked(head_of("POST", "/",
                              {{"Host", "localhost"}, {"Content-Length", "5"}, {"Expect", "100-Continue"}}))
                  .wants_continue);
  EXPECT_FALSE(checked(head_of("POST", "/",
                               {{"Host", "localhost"}, {"Content-Length", "0"}, {"Expect", "100-continue"}}))
                   .wants_continue)
      << "there is nothing to wait for";
}

TEST(HeadCheck, how_long_the_connection_lasts) {
  EXPECT_FALSE(
      checked(head_of("GET", "/", {{"Host", "localhost"}, {"Connection", "x, Close"}})).keeps_connection);
  EXPECT_TRUE(checked(head_of("GET", "/", {{"Host", "localhost"}, {"Connection", "x"}})).keeps_connection);
  ParsedHead old = head_of("GET", "/", {{"Host", "localhost"}, {"Connection", "keep-alive"}});
  old.version = 10;
  EXPECT_FALSE(checked(old).keeps_connection);
}

TEST(HeadCheck, only_a_trusted_proxy_says_who_the_client_is) {
  ParsedHead head = head_of("GET", "/",
                            {{"Host", "localhost"},
                             {"X-Forwarded-For", "203.0.113.9, 198.51.100.7"},
                             {"X-Forwarded-Proto", "https"}});
  EXPECT_EQ(checked(head).request.client_address, "192.0.2.1") << "the peer is not trusted";
  EXPECT_FALSE(checked(head).request.secure);
  head.peer_address = "10.0.0.1";
  EXPECT_EQ(checked(head).request.client_address, "198.51.100.7")
      << "what stands before it was said by the client";
  EXPECT_TRUE(checked(head).request.secure);
}

TEST(HeadCheck, proxies_in_a_row) {
  ParsedHead head = head_of("GET", "/",
                            {{"Host", "localhost"},
                             {"X-Forwarded-For", "198.51.100.7"},
                             {"X-Forwarded-For", "2001:db8::1, 10.0.0.2"}});
  head.peer_address = "10.0.0.1";
  EXPECT_EQ(client_address(head, here.trusted_proxies), "2001:db8::1");
  ParsedHead odd = head_of("GET", "/", {{"Host", "localhost"}, {"X-Forwarded-For", "198.51.100.7, unknown"}});
  odd.peer_address = "10.0.0.1";
  EXPECT_EQ(client_address(odd, here.trusted_proxies), "10.0.0.1")
      << "nothing behind what is no address is believed";
}
