#include "http/wire_response.h"

#include <gtest/gtest.h>

using namespace probity;
using namespace probity::http;

TEST(WireResponse, dates_as_http_writes_them) {
  EXPECT_EQ(http_date(*base::parse_instant("1994-11-06T08:49:37.000000Z")), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(*base::parse_instant("2016-02-29T23:59:59.999999Z")), "Mon, 29 Feb 2016 23:59:59 GMT");
}

TEST(WireResponse, the_servers_own_fields_are_said_once) {
  Response response = plain_text("hello");
  response.set_header("Content-Length", "99");
  response.set_header("connection", "upgrade");
  EXPECT_EQ(
      head_text(response, Connection::keep, {}),
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
      "Content-Length: 5\r\nConnection: keep-alive\r\n\r\n");
}

TEST(WireResponse, what_has_no_body_has_no_length) {
  for (const Status status : {Status::no_content, Status::not_modified}) {
    Response response;
    response.status = status;
    const std::string head = head_text(response, Connection::close, {});
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    EXPECT_NE(head.find("Connection: close\r\n\r\n"), std::string::npos);
  }
  EXPECT_NE(head_text(see_other("/"), Connection::close, {}).find("Content-Length: 0\r\n"),
            std::string::npos);
}
