#include "access/command_rights.h"

#include <algorithm>

namespace probity::access {
namespace {

using enum Role;

constexpr std::array casework = {practitioner, senior_practitioner};
constexpr std::array casework_and_office = {practitioner, senior_practitioner, case_administrator};
constexpr std::array senior = {senior_practitioner};
constexpr std::array manager = {senior_manager};
constexpr std::array senior_or_manager = {senior_practitioner, senior_manager};
constexpr std::array senior_and_office = {senior_practitioner, case_administrator};
constexpr std::array work_sessions = {practitioner, senior_practitioner, case_administrator,
                                      unpaid_work_supervisor};
constexpr std::array staffing = {senior_practitioner, case_administrator, senior_manager};
constexpr std::array whoever_is_staff = {practitioner, senior_practitioner, case_administrator,
                                         unpaid_work_supervisor, senior_manager};
// A prison's or victim liaison's: they have no role of the service yet.
constexpr std::span<const Role> nobody;

// A judgement about a person is a practitioner's; what stands on paper already an administrator may enter;
// who holds a case, and what is signed, a senior practitioner says; who may see a record, what posts there
// are and for which body staff work, a senior manager.
constexpr CommandRight rights[] = {
    {"access", manager},
    {"accommodation", casework_and_office},
    {"allocation", casework_and_office},
    {"appointment", casework_and_office},
    {"assessment", casework},
    {"court_report", casework_and_office},
    {"custody", casework_and_office},
    {"enforcement", casework},
    {"enforcement.prepare_pack", casework_and_office},
    {"enforcement.refer", casework_and_office},
    {"flag", casework},
    {"further_offence", casework},
    {"further_offence.countersign", manager},
    {"help", casework_and_office},
    {"licence", casework},
    {"licence.approve", nobody},
    {"licence.decide_variation", manager},
    {"licence.make_minimal", nobody},
    {"licence.reject", nobody},
    {"parole", casework},
    {"person", casework_and_office},
    {"person.link", senior_and_office},
    {"person.tell_apart", senior_and_office},
    {"person.unlink", senior_and_office},
    {"plan", casework},
    {"plan.send_back", senior_or_manager},
    {"plan.sign_off", senior_or_manager},
    {"recall", casework},
    {"recall.sign", senior_or_manager},
    {"risk", casework},
    {"sentence", casework_and_office},
    {"supervision", casework},
    {"supervision.allocate", senior},
    {"supervision.assign", senior_and_office},
    {"supervision.hold_by_team", senior_and_office},
    {"transfer", casework},
    {"transfer.accept", senior},
    {"transfer.refuse", senior},
    {"unpaid_work", work_sessions},
    {"victim", nobody},
    {"workforce", manager},
    {"workforce.appeal", whoever_is_staff},
    {"workforce.change_grade", senior_or_manager},
    {"workforce.end_absence", staffing},
    {"workforce.fill_post", senior_or_manager},
    {"workforce.register_place", staffing},
    {"workforce.set_shift", staffing},
    {"workforce.start_absence", staffing},
    {"workforce.vacate_post", staffing},
};

} // namespace

std::span<const CommandRight> command_rights() {
  return rights;
}

CommandRight right_to(std::string_view command) {
  const auto row = [](std::string_view name) {
    return std::find_if(std::begin(rights), std::end(rights),
                        [&](const CommandRight& one) { return one.command == name; });
  };
  if (const auto own = row(command); own != std::end(rights)) return *own;
  const auto family = row(command.substr(0, command.find('.')));
  return family == std::end(rights) ? CommandRight{command, nobody} : *family;
}

bool may_give(Role role, std::string_view command) {
  const auto roles = right_to(command).roles;
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

} // namespace probity::access
