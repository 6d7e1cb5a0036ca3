#include "service/command_text.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::service {
namespace {

using base::json::Value;
using testing::HasSubstr;

TypedCommand typed(std::string name, std::vector<std::string> fields) {
  TypedCommand out;
  out.name = std::move(name);
  out.fields = std::move(fields);
  out.log = "a/log";
  out.given = *base::parse_instant("2016-03-07T23:30:00.000000Z");
  out.provider = "CRC1";
  return out;
}

base::Result<Value> made(const TypedCommand& words) {
  return command_of(words, base::Zone::named("Europe/London").value());
}

TEST(CommandText, EveryKindOfFieldCanBeTyped) {
  const std::string recall = "recall=000000000000000000000000000000aa";
  const Value decide = made(typed("recall.decide", {recall, "decision=no_recall", "reason=other",
                                                    "alternatives=warnings,none"}))
                           .value();
  EXPECT_TRUE(casework::faults_of_command(decide).empty());
  EXPECT_EQ(decide.find("facts")->find("alternatives")->array()->size(), 2U);
  EXPECT_EQ(*decide.find("entity")->find("recall")->text(), "000000000000000000000000000000aa");
  const Value arrange = made(typed("appointment.arrange",
                                   {"starts=2016-03-09T10:00Z", "mode=office", "minutes=45", "overlap=true"}))
                            .value();
  EXPECT_TRUE(casework::faults_of_command(arrange).empty());
  EXPECT_EQ(*arrange.find("facts")->find("starts")->text(), "2016-03-09T10:00:00.000000Z");
  EXPECT_NE(arrange.find("entity")->find("appointment"), nullptr) << "made from the command";
}

TEST(CommandText, TheSameWordsAtTheSameInstantAreOneCommand) {
  const TypedCommand words = typed("supervision.end", {});
  EXPECT_EQ(made(words).value(), made(words).value());
  TypedCommand later = words;
  later.given.microseconds += 1;
  EXPECT_NE(*made(words)->find("id")->text(), *made(later)->find("id")->text());
  EXPECT_EQ(made(words)->find("id")->text()->substr(0, 12), made(later)->find("id")->text()->substr(0, 12))
      << "the milliseconds come first";
}

TEST(CommandText, AWrongWordIsNamed) {
  const auto refused = [](const std::string& name, std::vector<std::string> fields) {
    const auto command = made(typed(name, std::move(fields)));
    return command ? std::string("accepted") : command.error().text();
  };
  EXPECT_THAT(refused("recall.decided", {}), HasSubstr("there is no command recall.decided"));
  EXPECT_THAT(refused("enforcement.warn", {"appointment"}), HasSubstr("is not field=value"));
  EXPECT_THAT(refused("enforcement.warn", {"appointment=3"}), HasSubstr("is no id"));
  EXPECT_THAT(refused("enforcement.warn", {"apointment=000000000000000000000000000000aa"}),
              HasSubstr("has no field apointment"));
  EXPECT_THAT(refused("appointment.arrange", {"minutes=long"}), HasSubstr("Write an integer"));
}

} // namespace
} // namespace probity::service
