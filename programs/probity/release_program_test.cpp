// Releases and help, as a user meets them: on a sample area, so on records that no test wrote.
#include <algorithm>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/sample_area_program.h"

namespace probity::program {
namespace {

using base::json::Array;
using base::json::Value;
using testing::HasSubstr;

class ReleaseProgram : public SampleAreaProgram {
 protected:
  [[nodiscard]] static std::string text(const Value& entry, std::string_view name) {
    return *entry.find(name)->text();
  }
  [[nodiscard]] Array releases(const std::string& options) const {
    return *json("releases " + options).find("releases")->array();
  }
  static const Value& item(const Value& release, std::string_view name) {
    const Array& items = *release.find("items")->array();
    return *std::find_if(items.begin(), items.end(),
                         [name](const Value& one) { return text(one, "item") == name; });
  }
  [[nodiscard]] support::ProgramAnswer act(const std::string& person, const std::string& words) const {
    return run("act " + words + " --case " + person + an_operator);
  }
};

TEST_F(ReleaseProgram, EachReleaseSaysOfEachItemWhetherItIsThereAndWhatAnswersIt) {
  const Array list = releases("--on 2015-08-31 --within 60");
  ASSERT_FALSE(list.empty());
  std::string before;
  for (const Value& release : list) {
    EXPECT_LE(before, text(release, "release_day"));
    before = text(release, "release_day");
    const Array& items = *release.find("items")->array();
    ASSERT_EQ(items.size(), 9U);
    std::int64_t missing = 0;
    for (const Value& one : items) {
      const std::string status = text(one, "status");
      missing += status == "missing" ? 1 : 0;
      if (status == "done" || status == "late") {
        EXPECT_NE(one.find("event"), nullptr) << text(one, "item");
      }
    }
    EXPECT_EQ(*release.find("missing")->integer(), missing);
    if (before < "2015-08-31") {
      EXPECT_GT(missing, 0);
    }
  }
}

TEST_F(ReleaseProgram, WhatIsMissingIsOwedUntilItIsRecorded) {
  const Array list = releases("");
  const auto without = std::find_if(list.begin(), list.end(), [](const Value& release) {
    return text(item(release, "accommodation_recorded"), "status") == "missing" &&
           text(release, "known_as") != "planned";
  });
  ASSERT_NE(without, list.end());
  const std::string person = text(*without, "case");
  const auto owes = [&] {
    const Value all = json("owed --provider " + text(*without, "provider"));
    const Array& owed = *all.find("owed")->array();
    return std::any_of(owed.begin(), owed.end(), [&](const Value& one) {
      return text(one, "case") == person && text(one, "kind") == "release_accommodation";
    });
  };
  EXPECT_TRUE(owes());
  const auto done = act(person, "accommodation.record kind=hostel");
  ASSERT_EQ(done.status, 0) << done.err;
  EXPECT_FALSE(owes());
  for (const Value& release : releases("")) {
    if (text(release, "case") == person) {
      EXPECT_NE(text(item(release, "accommodation_recorded"), "status"), "missing");
    }
  }
}

TEST_F(ReleaseProgram, AListIsOfOneBodyAndReadableByPeople) {
  for (const Value& release : releases("--provider CRC1 --within 60"))
    EXPECT_EQ(text(release, "provider"), "CRC1");
  const auto answer = run("releases --within 60");
  ASSERT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("Releases around "));
  EXPECT_THAT(answer.out, HasSubstr("licence_active"));
  EXPECT_THAT(run("releases --provider nobody").out, HasSubstr("None within 14 days"));
  EXPECT_EQ(run("releases --within -1").status, 2);
}

TEST_F(ReleaseProgram, HelpThatWasOnlySignpostedIsNotAmongThatReceived) {
  EXPECT_THAT(run("help-received").out, HasSubstr("No need for help is recorded."));
  const Value owed = json("owed --provider CRC1");
  const std::string person = text(owed.find("owed")->array()->front(), "case");
  const std::string need = " help=000000000000000000000000000000a";
  const auto asked = act(person, "help.need kind=drugs source=assessment" + need + "1");
  ASSERT_EQ(asked.status, 0) << asked.err;
  ASSERT_EQ(act(person, "help.signpost to=Clinic" + need + "1").status, 0);
  ASSERT_EQ(act(person, "help.need kind=alcohol source=assessment" + need + "2").status, 0);
  ASSERT_EQ(act(person, "help.receive body=Clinic confirmed=body" + need + "2").status, 0);
  const Value counts = json("help-received --provider CRC1");
  const auto number = [](const Value& one, std::string_view name) { return *one.find(name)->integer(); };
  const Value& all = *counts.find("all");
  EXPECT_EQ(number(all, "needed"), 2);
  EXPECT_EQ(number(all, "signposted_only"), 1);
  EXPECT_EQ(number(all, "received"), 1);
  EXPECT_EQ(number(all, "waiting"), 1);
  const Array& kinds = *counts.find("kinds")->array();
  ASSERT_EQ(kinds.size(), 2U);
  EXPECT_EQ(text(kinds[0], "kind"), "alcohol");
  EXPECT_EQ(number(kinds[1], "received"), 0);
  EXPECT_THAT(run("help-received").out, HasSubstr("signposted only"));
  EXPECT_EQ(number(*json("help-received --provider nobody").find("all"), "needed"), 0);
}

} // namespace
} // namespace probity::program
