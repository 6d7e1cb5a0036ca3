// Who may give which command, against the table of docs/commands-by-role.md.
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "access/command_rights.h"
#include "access/gate.h"
#include "casework/command.h"

namespace probity::conformance {
namespace {

using namespace access;

std::map<std::string, std::string> table() {
  constexpr std::array columns = {Role::practitioner, Role::senior_practitioner, Role::case_administrator,
                                  Role::unpaid_work_supervisor, Role::senior_manager};
  std::map<std::string, std::string> out; // "command / role" → "yes" or "no"
  std::ifstream in(std::string(PROBITY_SOURCE) + "/docs/commands-by-role.md");
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| `")) continue;
    std::istringstream cells(line.substr(3));
    std::string command;
    std::getline(cells, command, '`');
    std::string rest;
    std::getline(cells, rest, '|');
    for (const Role role : columns) {
      std::string cell;
      std::getline(cells, cell, '|');
      out[command + " / " + std::string(to_text(role))] = cell == " yes " ? "yes" : "no";
    }
  }
  return out;
}

TEST(CommandRights, AreWhatTheGateAnswers) {
  auto expected = table();
  const Record of_own_body{base::StreamId{{1}}, {"CRC1"}, Standing::admitted, About::staff};
  const Record about{base::StreamId{{1}}, {"CRC1"}, Standing::admitted, About::person};
  for (const record::TypeDeclaration* command : casework::commands())
    for (const Role role : all_roles) {
      const Member member{"anna", base::EntityId{{9}}, "CRC1", {role}};
      const bool of_staff = command->stream == record::StreamKind::staff;
      const bool makes_post = command->name == "workforce.make_post";
      const auto answer = may_give(member,
                                   makes_post ? Action::make_post
                                   : of_staff ? Action::give_staff_command
                                              : Action::give_command,
                                   command->name, of_staff ? &of_own_body : &about);
      const std::string key = std::string(command->name) + " / " + std::string(to_text(role));
      const auto row = expected.find(key);
      EXPECT_EQ(answer ? "yes" : "no", row == expected.end() ? "no" : row->second) << key;
      if (!answer) {
        EXPECT_TRUE(is_denial(answer.error())) << key;
      }
      if (row != expected.end()) expected.erase(row);
    }
  for (const auto& [key, answer] : expected)
    ADD_FAILURE() << key << " is a row of no command";
}

TEST(CommandRights, EveryRowIsOfACommandThatThereIs) {
  for (const CommandRight& one : command_rights()) {
    bool found = false;
    for (const record::TypeDeclaration* command : casework::commands())
      found =
          found || command->name == one.command || command->name.starts_with(std::string(one.command) + ".");
    EXPECT_TRUE(found) << one.command;
  }
}

TEST(CommandRights, TheRoleThatHasTheRightIsTheOneThatActs) {
  const Record about{base::StreamId{{1}}, {"CRC1"}, Standing::admitted, About::person};
  const Member both{"anna", base::EntityId{{9}}, "CRC1", {Role::practitioner, Role::senior_practitioner}};
  EXPECT_EQ(may_give(both, Action::give_command, "plan.sign_off", &about).value().role(),
            Role::senior_practitioner);
  const Member one{"anna", base::EntityId{{9}}, "CRC1", {Role::practitioner}};
  EXPECT_EQ(may_give(one, Action::give_command, "plan.sign_off", &about).error().where, "access/command");
  const Member elsewhere{"anna", base::EntityId{{9}}, "CRC2", {Role::senior_practitioner}};
  EXPECT_EQ(may_give(elsewhere, Action::give_command, "plan.sign_off", &about).error().where, "access/body");
}

} // namespace
} // namespace probity::conformance
