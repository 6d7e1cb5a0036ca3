#include "intake/rossi.h"

#include <gmock/gmock-more-matchers.h>

#include "record/vocabulary.h"

namespace probity::intake {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Fields = std::vector<std::string>;
const Fields header = {"week", "arrest", "fin", "age", "race", "wexp", "mar", "paro", "prio"};
const Fields arrested = {"20", "1", "0", "27", "1", "0", "0", "1", "3"};
const Fields not_arrested = {"52", "0", "1", "23", "0", "1", "1", "0", "1"};

base::Result<RossiMan> read(const Fields& fields) {
  Warnings ignored;
  return read_rossi_row(find_rossi_columns(header, ignored).value(), fields, ignored);
}

const Destination destination{"import/rossi", base::parse_instant("1981-01-01T05:00:00.000000Z")};

TEST(RossiRow, WhatContradictsItselfOrIsNotUnderstoodIsRefused) {
  const std::vector<std::tuple<std::size_t, std::string, std::string>> wrong = {
      {0, "0", "from 1 to 52"}, {0, "53", "from 1 to 52"},  {0, "7.5", "from 1 to 52"},
      {1, "2", "from 0 to 1"},  {2, "yes", "from 0 to 1"},  {3, "", "from 10 to 120"},
      {4, "-1", "from 0 to 1"}, {8, "1000", "from 0 to 99"}};
  for (const auto& [column, text, message] : wrong) {
    Fields fields = arrested;
    fields[column] = text;
    const auto man = read(fields);
    ASSERT_FALSE(man) << text;
    EXPECT_THAT(man.error().message, HasSubstr(message));
    EXPECT_EQ(man.error().where, header[column]);
  }
  Fields lost = not_arrested;
  lost[0] = "51";
  EXPECT_THAT(read(lost).error().message, HasSubstr("he was not followed for all 52 weeks"));
}

TEST(RossiEvents, KnowNoDay) {
  const auto made = rossi_events(read(arrested).value(), "row", 1, destination);
  ASSERT_EQ(made.size(), 6U);
  const std::string release = *made[1].find("id")->text();
  EXPECT_EQ(base::json::write(*made[1].find("valid")), R"({"precision":"unknown"})");
  EXPECT_EQ(base::json::write(*made[1].find("facts")), R"({"release_type":"parole"})");
  EXPECT_EQ(base::json::write(*made[3].find("facts")), R"({"arm":"no_aid","trial":"financial_aid"})");
  EXPECT_EQ(base::json::write(*made[4].find("valid")), R"({"precision":"unknown"})");
  EXPECT_EQ(base::json::write(*made[4].find("facts")),
            R"({"counted_from":")" + release + R"(","period":20,"unit":"week"})");
  EXPECT_EQ(base::json::write(*made[5].find("valid")), R"({"after":")" + release + R"(","days":364})");
  for (const auto& event : made)
    EXPECT_THAT(record::validate(event), IsEmpty());
}

TEST(RossiEvents, AManWhoWasNotArrestedHasNoArrest) {
  const auto made = rossi_events(read(not_arrested).value(), "row", 1, destination);
  ASSERT_EQ(made.size(), 5U);
  EXPECT_EQ(base::json::write(*made[1].find("facts")), R"({"release_type":"not_stated"})");
  EXPECT_EQ(base::json::write(*made[3].find("facts")), R"({"arm":"aid","trial":"financial_aid"})");
  EXPECT_EQ(*made[4].find("type")->text(), "offending.follow_up_ended");
}

TEST(RossiEvents, CopiesOfARowAreDifferentMen) {
  const RossiMan man = read(arrested).value();
  EXPECT_NE(*rossi_events(man, "row", 1, destination)[0].find("stream"),
            *rossi_events(man, "row", 2, destination)[0].find("stream"));
}

} // namespace
} // namespace probity::intake
