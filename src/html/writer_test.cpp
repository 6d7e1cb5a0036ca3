#include "html/writer.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::html {
namespace {

using testing::HasSubstr;
using testing::Not;

// What a browser reads out of escaped text.
std::string unescaped(std::string text) {
  for (const auto& [entity, character] : {std::pair<std::string, std::string>{"&lt;", "<"},
                                          {"&gt;", ">"},
                                          {"&quot;", "\""},
                                          {"&#39;", "'"},
                                          {"&amp;", "&"}})
    for (std::size_t at = text.find(entity); at != std::string::npos;
         at = text.find(entity, at + character.size()))
      text.replace(at, entity.size(), character);
  return text;
}

std::string hostile() {
  return *rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::elementOf(std::string("<>&\"'/= \n\t;#x")), rc::gen::inRange<char>(32, 127)));
}

bool only_entities(const std::string& markup) {
  for (std::size_t at = 0; at < markup.size(); ++at) {
    const char c = markup[at];
    if (c == '<' || c == '>' || c == '"' || c == '\'') return false;
    if (c != '&') continue;
    bool entity = false;
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"})
      entity = entity || markup.compare(at, known.size(), known) == 0;
    if (!entity) return false;
  }
  return true;
}

TEST(HtmlWriter, TextStaysText) {
  EXPECT_EQ(element("p", "<b>5 > 4 & \"so\" it's</b>").markup(),
            "<p>&lt;b&gt;5 &gt; 4 &amp; &quot;so&quot; it&#39;s&lt;/b&gt;</p>");
}

TEST(HtmlWriter, AnAttributeCannotBeLeft) {
  EXPECT_EQ(element("p", {{"title", "\" onclick=\"alert(1)"}}, "x").markup(),
            "<p title=\"&quot; onclick=&quot;alert(1)\">x</p>");
}

TEST(HtmlWriter, WhatCannotBeSeenIsShownAsReplaced) {
  const std::string mark = "\xEF\xBF\xBD";
  EXPECT_EQ(text(std::string_view("a\0b\x1b\x7f", 5)).markup(), "a" + mark + "b" + mark + mark);
  EXPECT_EQ(text("\xC0\xBCscript").markup(), mark + mark + "script"); // overlong "<"
  EXPECT_EQ(text("\xE2\x80\xAE"
                 "00.5")
                .markup(),
            mark + "00.5");                                     // right-to-left override
  EXPECT_EQ(text("\xED\xA0\x80").markup(), mark + mark + mark); // half a surrogate pair
  EXPECT_EQ(text("caf\xC3").markup(), "caf" + mark);
  EXPECT_EQ(text("£ Llŷr – 😀\n\t").markup(), "£ Llŷr – 😀\n\t");
}

TEST(HtmlWriter, OnlyHarmlessAddressesAreLinked) {
  for (const char* good : {"#lines", "/cases/X1", "https://example.org/a?b=c", "levels.html",
                           "levels.html#late", "mailto:a.b@example.org"})
    EXPECT_TRUE(Url::parse(good)) << good;
  for (const char* bad : {"javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//elsewhere.example",
                          "http", "https://", "/a b", "/\\elsewhere", "/\"x", " /a", "", "vbscript:x",
                          "javascript:x.html", "mailto:a@b?cc=c", "/caf\xC3\xA9"})
    EXPECT_FALSE(Url::parse(bad)) << bad;
  EXPECT_EQ(Url::fragment("s3/2016-03 \"x\"").text(), "#s3%2F2016-03%20%22x%22");
}

TEST(HtmlWriter, AWholePageHasOneShape) {
  EXPECT_EQ(document("en", title("A & B"), element("body", "x")),
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<title>A &amp; B</title>\n</head>\n<body>x</body>\n"
            "</html>\n");
}

RC_GTEST_PROP(HtmlWriterProperty, NoMarkupSurvivesInTextAndNothingIsLost, ()) {
  const std::string words = hostile();
  const std::string markup = text(words).markup();
  RC_ASSERT(only_entities(markup));
  RC_ASSERT(unescaped(markup) == words);
}

RC_GTEST_PROP(HtmlWriterProperty, AnAttributeHoldsItsWholeValueAndNothingElse, ()) {
  const std::string value = hostile();
  const std::string markup = element("p", {{"title", value}}, "").markup();
  const std::string head = "<p title=\"";
  const std::string tail = "\"></p>";
  RC_ASSERT(markup.size() >= head.size() + tail.size());
  RC_ASSERT(markup.substr(0, head.size()) == head);
  RC_ASSERT(markup.substr(markup.size() - tail.size()) == tail);
  const std::string inside = markup.substr(head.size(), markup.size() - head.size() - tail.size());
  RC_ASSERT(only_entities(inside));
  RC_ASSERT(unescaped(inside) == value);
}

RC_GTEST_PROP(HtmlWriterProperty, AnyBytesBecomeMarkupWithoutControls, (const std::string& bytes)) {
  for (const char c : text(bytes).markup()) {
    const auto byte = static_cast<unsigned char>(c);
    RC_ASSERT(byte >= 0x20 || byte == '\n' || byte == '\t');
    RC_ASSERT(byte != 0x7F);
  }
}

} // namespace
} // namespace probity::html
