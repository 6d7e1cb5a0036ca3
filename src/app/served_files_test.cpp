// The files that pages fetch, as the site serves them: compressed, kept, and asked for again by their tags.
#include "http/gzip.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;

class ServedFiles : public ServedSite {
 protected:
  // The address that the sign-in page links to: what stands in `href` after this.
  std::string linked(const std::string& link) {
    const std::string page = send(http::get_request("/sign-in")).body;
    const std::size_t at = page.find("<link rel=\"" + link);
    if (at == std::string::npos) return {};
    const std::size_t from = page.find("href=\"", at) + 6;
    return page.substr(from, page.find('"', from) - from);
  }
  Response fetched(const std::string& address, const std::vector<http::Pair>& fields = {}) {
    Request request = http::get_request(address);
    for (const http::Pair& field : fields)
      request.headers.add(field.name, field.value);
    return send(std::move(request));
  }
};

TEST_F(ServedFiles, TheSheetIsCompressedForWhoTakesItAndKept) {
  const std::string address = linked("stylesheet");
  const Response plain = fetched(address);
  ASSERT_EQ(plain.status, Status::ok) << address;
  EXPECT_EQ(plain.headers.find("Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(plain.headers.find("Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(plain.headers.find("Vary"), "Accept-Encoding");
  EXPECT_FALSE(plain.headers.has("Content-Encoding"));
  const Response compressed = fetched(address, {{"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(compressed.headers.find("Content-Encoding"), "gzip");
  EXPECT_EQ(std::string(compressed.content()), http::gzip(plain.content()));
  EXPECT_LT(compressed.content().size() * 2, plain.content().size());
  EXPECT_NE(compressed.headers.find("ETag"), plain.headers.find("ETag")) << "other bytes have another tag";
}

TEST_F(ServedFiles, WhatSomebodyHasIsNotSentAgain) {
  for (const std::string& address : {linked("stylesheet"), linked("icon"), std::string("/favicon.ico")}) {
    const std::string tag(fetched(address).headers.find("ETag").value_or(""));
    ASSERT_FALSE(tag.empty()) << address;
    const Response again = fetched(address, {{"If-None-Match", tag}});
    EXPECT_EQ(again.status, Status::not_modified) << address;
    EXPECT_TRUE(again.content().empty()) << address;
    EXPECT_EQ(fetched(address, {{"If-None-Match", "\"another\""}}).status, Status::ok) << address;
  }
}

TEST_F(ServedFiles, TheIconIsLinkedAndAlsoWhereBrowsersLookForOne) {
  const Response icon = fetched(linked("icon"));
  ASSERT_EQ(icon.status, Status::ok);
  EXPECT_EQ(icon.headers.find("Content-Type"), "image/svg+xml");
  EXPECT_EQ(icon.content().find("style"), std::string_view::npos) << "the policy lets no style in";
  const Response guessed = fetched("/favicon.ico");
  EXPECT_EQ(guessed.status, Status::ok);
  EXPECT_EQ(guessed.content(), icon.content());
  EXPECT_EQ(guessed.headers.find("Content-Type"), "image/svg+xml");
  EXPECT_EQ(guessed.headers.find("Cache-Control"), "no-cache") << "its address does not change with it";
}

} // namespace
} // namespace probity::app
