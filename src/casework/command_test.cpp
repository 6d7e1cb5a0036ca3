#include "casework/command.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "record/builder.h"

namespace probity::casework {
namespace {

base::EventId id(std::uint8_t number) {
  base::EventId out;
  out.bytes[0] = 1;
  out.bytes[15] = number;
  return out;
}

TEST(CommandsPage, IsTheCommittedPage) {
  const std::filesystem::path here(__FILE__);
  std::ifstream file(here.parent_path().parent_path().parent_path() / "docs" / "commands.md");
  ASSERT_TRUE(file) << "docs/commands.md cannot be read";
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_TRUE(text.str() == commands_page())
      << "a command changed: run `probity vocabulary --commands --markdown > docs/commands.md`";
}

TEST(Commands, AreNoEvents) {
  for (const record::TypeDeclaration* type : commands()) {
    EXPECT_EQ(record::find_type(type->name), nullptr) << type->name;
    EXPECT_EQ(record::find_type(type->name, commands()), type);
  }
}

base::json::Value command(std::string_view name, std::uint8_t number) {
  record::EventBuilder builder(*record::find_type(name, commands()), "a/log", base::StreamId{});
  return builder.id(id(number))
      .recorded(*base::parse_instant("2016-03-07T10:00:00.000000Z"))
      .provider("CRC1")
      .valid(base::day_of(2016, 3, 7))
      .entity("appointment", base::EntityId{{7}})
      .build();
}

TEST(Commands, WhatTheyMakeHasTheSameIdsEachTime) {
  const base::Zone zone = base::Zone::named("Europe/London").value();
  const Command first = read_command(command("enforcement.warn", 1), zone).value();
  const Command again = read_command(command("enforcement.warn", 1), zone).value();
  const Command other = read_command(command("enforcement.warn", 2), zone).value();
  std::set<std::string> ids;
  for (std::size_t n = 0; n < 3; ++n) {
    EXPECT_EQ(first.event_id(n), again.event_id(n));
    ids.insert(first.event_id(n).hex());
    ids.insert(other.event_id(n).hex());
  }
  EXPECT_EQ(ids.size(), 6U);
  EXPECT_EQ(first.event_id(0).hex().substr(0, 12), first.event.id.hex().substr(0, 12));
  EXPECT_NE(first.entity_id("breach"), other.entity_id("breach"));
}

TEST(Commands, FaultsAreNamedAsThoseOfEvents) {
  EXPECT_TRUE(faults_of_command(command("enforcement.warn", 1)).empty());
  base::json::Value bad = command("enforcement.rule_failure", 1);
  bad.set("sealed", base::json::Value(base::json::Array{}));
  std::set<std::string> where;
  for (const base::Error& fault : faults_of_command(bad))
    where.insert(fault.where);
  EXPECT_TRUE(where.contains("/facts/ruling"));
  EXPECT_TRUE(where.contains("/sealed"));
  bad = command("enforcement.warn", 1);
  bad.set("type", base::json::Value("enforcement.warned"));
  EXPECT_EQ(faults_of_command(bad).front().code, base::ErrorCode::unknown_type);
}

} // namespace
} // namespace probity::casework
