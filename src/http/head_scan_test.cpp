#include "http/head_scan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace probity::http;

namespace {

std::optional<Status> fault_of(const std::string& head, const Limits& limits = {}) {
  HeadScan scan(limits);
  const auto length = scan.advance(head);
  EXPECT_FALSE(length && scan.fault()) << head;
  return scan.fault();
}

bool is_complete(const std::string& head) {
  return HeadScan({}).advance(head).has_value();
}

} // namespace

TEST(HeadScan, finds_the_end_and_leaves_what_follows) {
  const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  EXPECT_EQ(HeadScan({}).advance(head + "GET /next"), head.size());
  EXPECT_EQ(HeadScan({}).advance("GET / HTTP/1.0\r\n\r\n"), 18U) << "no fields at all";
}

TEST(HeadScan, waits_for_what_is_missing) {
  const std::string head = "POST /a HTTP/1.1\r\nHost: a\r\n\r\n";
  for (std::size_t size = 0; size < head.size(); ++size) {
    EXPECT_FALSE(is_complete(head.substr(0, size))) << size;
    EXPECT_FALSE(fault_of(head.substr(0, size))) << size;
  }
}

TEST(HeadScan, what_parsers_disagree_about_is_refused) {
  for (const std::string& head : {
           std::string("GET / HTTP/1.1\nHost: a\n\n"),                   // bare line feeds
           std::string("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n"),          // a bare return
           std::string("GET / HTTP/1.1\r\nHost : a\r\n\r\n"),            // a space before the colon
           std::string("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n"),  // folding
           std::string("GET / HTTP/1.1\r\nHost: a\r\n\tfolded\r\n\r\n"), // folding by tab
           std::string("GET / HTTP/1.1\r\n Host: a\r\n\r\n"),            // a space before the first field
           std::string("GET / HTTP/1.1\r\nHost\r\n\r\n"),                // no colon
           std::string("GET / HTTP/1.1\r\n: a\r\n\r\n"),                 // no name
           std::string("GET / HTTP/1.1\r\nHo st: a\r\n\r\n"),            // a space within a name
           std::string("GET / HTTP/1.1\r\nX: a\0b\r\n\r\n", 27),         // NUL
           std::string("GET / HTTP/1.1\r\nX: a\x1B\r\n\r\n"),            // another control character
           std::string("GET  / HTTP/1.1\r\n\r\n"),                       // two spaces
           std::string("GET / x HTTP/1.1\r\n\r\n"),                      // a space within the target
           std::string("GET /\r\n\r\n"),                                 // HTTP/0.9
           std::string(" GET / HTTP/1.1\r\n\r\n"),                       // begins with a space
           std::string("GET\t/ HTTP/1.1\r\n\r\n"),                       // a tab in place of a space
           std::string("GET / \r\n\r\n"),                                // no version
           std::string("\x16\x03\x01\x02"),                              // TLS to a plain port
       })
    EXPECT_EQ(fault_of(head), Status::bad_request) << head;
}

TEST(HeadScan, limits) {
  const Limits limits{.head_bytes = 400, .target_bytes = 100, .fields = 3, .body_bytes = 0};
  const auto target = [](std::size_t size) { return "GET /" + std::string(size - 1, 'a') + " HTTP/1.1\r\n"; };
  EXPECT_FALSE(fault_of(target(100) + "\r\n", limits));
  EXPECT_EQ(fault_of(target(101) + "\r\n", limits), Status::uri_too_long);
  EXPECT_EQ(fault_of("GET /" + std::string(150, 'a'), limits), Status::uri_too_long)
      << "before the line has ended";
  EXPECT_FALSE(fault_of(target(1) + "A: 1\r\nB: 2\r\nC: 3\r\n\r\n", limits));
  EXPECT_EQ(fault_of(target(1) + "A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\n\r\n", limits),
            Status::header_fields_too_large);
  EXPECT_EQ(fault_of(target(1) + "A: " + std::string(400, 'a'), limits), Status::header_fields_too_large);
  const std::string fits = target(1) + "A: " + std::string(400 - 16 - 3 - 4, 'a') + "\r\n\r\n";
  ASSERT_EQ(fits.size(), 400U);
  EXPECT_FALSE(fault_of(fits, limits));
}

RC_GTEST_PROP(HeadScan, however_the_bytes_arrive, (const std::vector<std::uint8_t>& cuts)) {
  const std::string heads = *rc::gen::element<std::string>(
      "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\nGET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n",
      "POST /a HTTP/1.1\r\nBad Name: a\r\n\r\n");
  HeadScan whole({});
  const auto length = whole.advance(heads);
  HeadScan pieces({});
  std::optional<std::size_t> found;
  std::size_t end = 0;
  for (const std::uint8_t cut : cuts) {
    end = std::min(heads.size(), end + cut % 7);
    found = pieces.advance(std::string_view(heads).substr(0, end));
    if (found || pieces.fault()) break;
  }
  if (!found && !pieces.fault()) found = pieces.advance(heads);
  RC_ASSERT(found == length);
  RC_ASSERT(pieces.fault() == whole.fault());
}
