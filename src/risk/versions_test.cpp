#include "risk/versions.h"

#include <algorithm>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::risk {
namespace {

using testing::HasSubstr;

constexpr std::string_view text = R"(
schema = 1
every.unit = "text"
every.source = "a test"
row = [
  { id = "instrument.version.ogrs3", value = "1", valid_from = 2008-03-01, published_on = 2008-03-01 },
  { id = "instrument.version.ogrs3", value = "2", valid_from = 2020-01-01, valid_to = 2021-12-31, published_on = 2019-12-01 },
]
)";

// OGRS3 with a second version of the same numbers, for the choice alone.
class Versions : public testing::Test {
 protected:
  Versions() {
    instrument_ = **find_instrument("ogrs3");
    second_ = *instrument_.tables.front();
    second_.version = "2";
    instrument_.tables.push_back(&second_);
  }
  base::Result<VersionChoice> choose(std::optional<base::Day> on, std::string_view asked = "",
                                     std::string_view because = "") {
    return choose_version(rules_, instrument_, on, asked, because);
  }
  std::string refusal(std::optional<base::Day> on, std::string_view asked = "",
                      std::string_view because = "") {
    const auto chosen = choose(on, asked, because);
    return chosen ? "it was chosen" : chosen.error().text();
  }

  const rules::RuleFile file_{"instruments.toml", text};
  rules::Register rules_ = rules::Register::parse({&file_, 1}).value();
  Instrument instrument_;
  Table second_;
};

TEST_F(Versions, TheOneInForceOnTheDay) {
  EXPECT_EQ(choose(base::day_of(2016, 3, 7))->version, "1");
  EXPECT_EQ(choose(base::day_of(2019, 12, 31))->version, "1");
  EXPECT_EQ(choose(base::day_of(2020, 1, 1))->version, "2");
  EXPECT_EQ(choose(std::nullopt)->version, "2") << "without a day, the last";
  EXPECT_FALSE(choose(base::day_of(2020, 1, 1))->another());
}

TEST_F(Versions, NamedItMustBeThatOneOrHaveAReason) {
  const base::Day day = base::day_of(2016, 3, 7);
  EXPECT_EQ(choose(day, "1")->version, "1");
  EXPECT_THAT(refusal(day, "2"), HasSubstr("version 1 of ogrs3 is in force"));
  const auto newer = choose(day, "2", "comparison");
  ASSERT_TRUE(newer);
  EXPECT_EQ(newer->version, "2");
  EXPECT_EQ(newer->in_force, "1");
  const auto older = choose(base::day_of(2020, 6, 1), "1", "comparison");
  ASSERT_TRUE(older);
  EXPECT_EQ(older->in_force, "2");
  EXPECT_THAT(refusal(day, "1", "comparison"), HasSubstr("is the one in force"));
  EXPECT_THAT(refusal(day, "3", "comparison"), HasSubstr("has no version 3"));
}

TEST_F(Versions, WhereNoneIsInForceOneIsNamed) {
  for (const base::Day day : {base::day_of(2008, 2, 29), base::day_of(2022, 1, 1)}) {
    EXPECT_THAT(refusal(day), HasSubstr("no version of ogrs3 was in force"));
    EXPECT_THAT(refusal(day, "2"), HasSubstr("no version of ogrs3 was in force"));
    const auto named = choose(day, "2", "not_in_force_then");
    ASSERT_TRUE(named);
    EXPECT_TRUE(named->in_force.empty());
  }
}

TEST_F(Versions, AVersionThatTheProgramDoesNotHaveIsSaid) {
  instrument_.tables.pop_back();
  EXPECT_THAT(refusal(base::day_of(2020, 6, 1)), HasSubstr("this program does not have it"));
}

TEST(InstrumentRows, NameEveryVersionOfEveryInstrument) {
  const rules::Register& rules = rules::england_wales();
  for (const Instrument& instrument : instruments()) {
    const auto rows = rules.rows("instrument.version." + std::string(instrument.name));
    EXPECT_FALSE(rows.empty()) << instrument.name;
    for (const rules::Row& row : rows)
      EXPECT_TRUE(std::any_of(instrument.tables.begin(), instrument.tables.end(), [&](const Table* table) {
        return table->version == row.value;
      })) << row.where;
    for (const Table* table : instrument.tables)
      EXPECT_TRUE(std::any_of(rows.begin(), rows.end(),
                              [&](const rules::Row& row) { return table->version == row.value; }))
          << instrument.name << " " << table->version;
  }
}

} // namespace
} // namespace probity::risk
