#include "ledger/leaf_fields.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace probity::ledger {
namespace {

constexpr std::string_view id = "01535ad19d00d4d4a1b2c3d4e5f60718";
constexpr std::string_view digest = "0000000000000000000000000000000000000000000000000000000000000000";

// A leaf with or without members of each kind that may stand between the fixed ones.
std::string leaf(bool actor, bool subjects, bool site, bool text_with_quotes) {
  std::string out = "{";
  if (actor) out += R"("actor":"a",)";
  out += R"("facts":{"index":3,"prev":"p","text":")" + std::string(text_with_quotes ? R"(a\"b\\)" : "x") +
         R"("},"id":")" + std::string(id) + R"(","index":17,"log":"l","prev":")" + std::string(digest) +
         R"(","provider":"P","recorded":"2016-03-09T10:00:00.000000Z","schema":1,"seq":3)";
  if (site) out += R"(,"site":"s")";
  out += R"(,"stream":")" + std::string(id) + "\"";
  if (subjects)
    out += R"(,"subjects":[{"commit":")" + std::string(digest) + R"(","key":")" + std::string(id) + R"("}])";
  out += R"(,"type":"t","v":1,"valid":{"from":"2016-03-07","precision":"day"}})";
  return out;
}

DayFinder days() {
  return DayFinder(*base::Zone::named("Europe/London"));
}

TEST(LeafFields, WhatWasSubmittedIsTheBodyWithoutWhatTheLedgerAdded) {
  const std::string body = leaf(true, true, true, false);
  std::string submitted;
  append_submitted_of(body, Recorded::added, submitted);
  EXPECT_EQ(submitted, R"({"actor":"a","facts":{"index":3,"prev":"p","text":"x"},"id":")" + std::string(id) +
                           R"(","log":"l","provider":"P","schema":1,"site":"s","stream":")" +
                           std::string(id) +
                           R"(","type":"t","v":1,"valid":{"from":"2016-03-07","precision":"day"}})");
}

RC_GTEST_PROP(LeafFields, ReadOnceOrTwiceTheSameWasSubmitted,
              (bool actor, bool subjects, bool site, bool quotes, bool live)) {
  const std::string body = leaf(actor, subjects, site, quotes);
  const Recorded recorded = live ? Recorded::added : Recorded::submitted;
  DayFinder finder = days();
  LeafFields fields;
  RC_ASSERT(read_leaf(body, finder, fields).empty());
  std::string twice = "before\n";
  std::string once = twice;
  append_submitted_of(body, recorded, twice);
  append_submitted_of(body, fields, recorded, once);
  RC_ASSERT(once == twice);
  RC_ASSERT((once.find("\"recorded\"") == std::string::npos) == live);
}

TEST(LeafFields, AddedMembersAtTheEndTakeTheirCommaAlong) {
  const std::string body = leaf(false, false, false, false);
  // Not the order that is written, which a reader need not rely on.
  const std::string turned = body.substr(0, body.size() - 1) + R"(,"subjects":[],"index":17})";
  DayFinder finder = days();
  LeafFields fields;
  ASSERT_EQ(read_leaf(turned, finder, fields), "");
  std::string twice;
  std::string once;
  append_submitted_of(turned, Recorded::added, twice);
  append_submitted_of(turned, fields, Recorded::added, once);
  EXPECT_EQ(once, twice);
}

} // namespace
} // namespace probity::ledger
