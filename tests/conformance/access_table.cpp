// The gate against the table of docs/access.md: every action × role × state of a record.
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "access/gate.h"

namespace probity::conformance {
namespace {

using namespace access;

using Table = std::map<std::string, std::string>; // "action / record / role" → "yes" or "no"

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line.substr(1));
  for (std::string cell; std::getline(in, cell, '|');) {
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    out.push_back(cell);
  }
  return out;
}

Table table() {
  Table out;
  std::ifstream in(std::string(PROBITY_SOURCE) + "/docs/access.md");
  std::vector<std::string> head;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| ") || line.starts_with("| ---")) continue;
    const std::vector<std::string> cells = cells_of(line);
    if (head.empty())
      head = cells;
    else
      for (std::size_t i = 2; i < cells.size(); ++i)
        out[cells[0] + " / " + cells[1] + " / " + head.at(i)] = cells[i];
  }
  return out;
}

std::string_view text_of(Standing standing) {
  return standing == Standing::admitted   ? "admitted"
         : standing == Standing::excluded ? "excluded"
                                          : "not on list";
}

struct Asked {
  std::string record;
  std::optional<Record> about;
};

std::vector<Asked> records() {
  std::vector<Asked> out{{"none", std::nullopt}};
  for (const char* body : {"own", "other"})
    for (const Standing standing : all_standings)
      out.push_back({std::string(body) + " body, " + std::string(text_of(standing)),
                     Record{base::StreamId{{1}},
                            {std::string(body) == "own" ? "CRC1" : "CRC2"},
                            standing,
                            About::person}});
  for (const char* body : {"own", "other"})
    out.push_back(
        {"staff of " + std::string(body) + " body", Record{base::StreamId{{1}},
                                                           {std::string(body) == "own" ? "CRC1" : "CRC2"},
                                                           Standing::admitted,
                                                           About::staff}});
  return out;
}

TEST(AccessTable, IsWhatTheGateAnswers) {
  Table expected = table();
  for (const Action action : all_actions)
    for (const Asked& asked : records())
      for (const Role role : all_roles) {
        const Member member{"anna", base::EntityId{{9}}, "CRC1", {role}};
        const auto answer = may(member, action, asked.about ? &*asked.about : nullptr);
        const std::string key =
            std::string(to_text(action)) + " / " + asked.record + " / " + std::string(to_text(role));
        const auto row = expected.find(key);
        if (row == expected.end()) {
          EXPECT_FALSE(answer) << key << " is allowed and stands in no row";
          EXPECT_EQ(answer.error().code, base::ErrorCode::internal) << key << " has no row";
          continue;
        }
        EXPECT_EQ(answer ? "yes" : "no", row->second) << key;
        if (answer) {
          EXPECT_EQ(answer->role(), role);
          EXPECT_EQ(answer->person().has_value(), asked.about.has_value());
        } else {
          EXPECT_TRUE(is_denial(answer.error())) << key;
        }
        expected.erase(row);
      }
  for (const auto& [key, answer] : expected)
    ADD_FAILURE() << key << " is a row of nothing";
}

TEST(AccessTable, NoRolesNoAccessAndAnyRoleThatAllowsSuffices) {
  const Record record{base::StreamId{{1}}, {"CRC1", "NPS"}, Standing::admitted, About::person};
  Member member{"anna", base::EntityId{{9}}, "NPS", {}};
  EXPECT_FALSE(may(member, Action::see_case, &record));
  member.roles = {Role::analyst, Role::practitioner};
  EXPECT_EQ(may(member, Action::see_case, &record).value().role(), Role::practitioner)
      << "a body that was asked to take the person over sees the record";
  member.provider = "CRC2";
  EXPECT_EQ(may(member, Action::see_case, &record).error().where, "access/body");
  member.roles = {Role::practitioner, Role::auditor};
  EXPECT_EQ(may(member, Action::see_case, &record).value().role(), Role::auditor);
  const Record nobodys{base::StreamId{{1}}, {}, Standing::admitted, About::person};
  member.roles = {Role::practitioner};
  EXPECT_FALSE(may(member, Action::see_case, &nobodys));
}

} // namespace
} // namespace probity::conformance
