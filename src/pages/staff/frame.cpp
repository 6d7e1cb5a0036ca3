#include "pages/staff/frame.h"

#include "html/page.h"
#include "pages/assurance/words.h"
#include "pages/boards/words.h"
#include "pages/boards/workload_words.h"
#include "pages/contracts/words.h"
#include "pages/fronts/front_words.h"
#include "pages/staff/accessibility_page.h"
#include "pages/staff/accessibility_words.h"
#include "pages/staff/files.h"
#include "pages/staff/start_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using namespace html;

std::string_view title_of(Section section) {
  switch (section) {
  case Section::none:
    return staff_words().service;
  case Section::work:
    return staff_words().my_work;
  case Section::caseload:
    return staff_words().caseload;
  case Section::search:
    return staff_words().search;
  case Section::releases:
    return board_words().releases;
  case Section::verify:
    return assurance_words().title;
  case Section::statements:
    return contract_words().title;
  case Section::workload:
    return workload_words().title;
  }
  return {};
}

html::Page page_of(const Frame& frame) {
  const StaffWords& words = staff_words();
  html::Page page;
  page.title = std::string(frame.has_errors ? words.error_in_title : "") + frame.title + " - " +
               std::string(title_of(frame.heads_section ? Section::none : frame.section));
  page.section = words.service;
  page.before_main = frame.before_main;
  page.main = frame.main;
  page.footer = paragraph(words.footer);
  page.footer << element(
      "p", element("a", {href(local(std::string(accessibility_path)))}, accessibility_words().title));
  page.home = local("/");
  page.style_sheet = local(staff_files()->address(sheet_name));
  page.icon = local(staff_files()->address(icon_name));
  return page;
}

} // namespace

html::Url local(const std::string& path) {
  const auto url = Url::parse(path);
  PROBITY_ENSURE(url.has_value()); // made of our own literals and hex digits
  return *url;
}

std::string case_path(const base::StreamId& person) {
  return "/cases/" + person.hex();
}

std::string staff_path(const base::StreamId& staff) {
  return "/staff/" + staff.hex();
}

std::string proof_path(std::uint64_t event) {
  return "/assure/verify/events/" + std::to_string(event);
}

std::string verify_record_path(const base::StreamId& person) {
  return "/assure/verify?scope=case&case=" + person.hex();
}

std::string outcome_path(const base::StreamId& person, const base::EntityId& appointment) {
  return case_path(person) + "/appointments/" + appointment.hex() + "/outcome";
}

std::string note_path(const base::StreamId& person, const base::EntityId& appointment) {
  return case_path(person) + "/appointments/" + appointment.hex() + "/note";
}

Html way_back(const std::string& path, std::string_view words) {
  return element("nav", {{"aria-label", staff_words().way_back}}, back_link({local(path), text(words), {}}));
}

Html errors_on_top(ErrorSummary summary) {
  summary.extra.attributes.push_back({"tabindex", "-1"});
  summary.extra.attributes.push_back({"autofocus", ""});
  return error_summary(summary);
}

std::string reference(const base::StreamId& person) {
  return person.hex().substr(0, 8);
}

std::string named(const std::string& name, const base::StreamId& person) {
  return name.empty() ? std::string(staff_words().case_of) + " " + reference(person)
                      : name + std::string(staff_words().and_case) + " " + reference(person);
}

Html case_link(const std::string& name, const base::StreamId& person) {
  const std::string which = std::string(staff_words().case_of) + " " + reference(person);
  if (name.empty()) return element("a", {href(local(case_path(person)))}, which);
  Html words = element("a", {href(local(case_path(person)))}, name);
  words << text(" ") << element("span", {{"class", "small"}}, which);
  return element("span", words);
}

std::string as_at(base::Day on, std::uint64_t size) {
  const StaffWords& words = staff_words();
  return std::string(words.as_at) + " " + in_words(on) + ", " +
         count_of(size, words.events_in_ledger, words.event_in_ledger);
}

Html as_at_note(base::Day on, std::uint64_t size) {
  return element("p", {{"class", "caption"}}, as_at(on, size) + ". " + std::string(staff_words().log_note));
}

std::string time_in_words(base::Instant at, const base::Zone& zone) {
  const std::string text = zone.local_text(at); // "2016-03-26 23:45"
  const int hour = std::stoi(text.substr(11, 2));
  const int twelve = hour % 12 == 0 ? 12 : hour % 12;
  return std::to_string(twelve) + ":" + text.substr(14, 2) + (hour < 12 ? "am" : "pm");
}

std::string moment_in_words(base::Instant at, const base::Zone& zone) {
  return in_words(zone.day_of(at)) + " " + std::string(staff_words().at_time) + " " + time_in_words(at, zone);
}

std::string code_in_words(std::string_view code) {
  std::string out = code_words(code);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string staff_page(const Frame& frame, const service::Caller& caller, const std::string& form_token) {
  const StaffWords& words = staff_words();
  html::Page page = page_of(frame);
  const auto lead_to = [&](bool here, std::string_view title, const std::string& path) {
    const auto state = !here                 ? NavigationItem::State::elsewhere
                       : frame.heads_section ? NavigationItem::State::current
                                             : NavigationItem::State::active;
    page.navigation.push_back({state, text(title), local(path)});
  };
  const auto may = [&](access::Action action) { return access::may_ever(caller.member, action); };
  if (may(access::Action::see_work)) {
    lead_to(frame.section == Section::work, words.my_work, "/my-work");
    lead_to(frame.section == Section::caseload, words.caseload, "/caseload");
  }
  if (may(access::Action::search)) lead_to(frame.section == Section::search, words.search, "/search");
  if (may(access::Action::see_releases) || may(access::Action::see_team_releases))
    lead_to(frame.section == Section::releases, board_words().releases,
            may(access::Action::see_releases) ? "/releases" : "/releases/team");
  if (may(access::Action::see_workload))
    lead_to(frame.section == Section::workload, workload_words().title, "/workload");
  for (const FrontDoor& door : front_doors())
    if (may(door.action)) lead_to(frame.title == door.title, door.title, std::string(door.path));
  if (may(access::Action::see_statements))
    lead_to(frame.section == Section::statements, contract_words().title, "/contracts");
  if (may(access::Action::verify))
    lead_to(frame.section == Section::verify, assurance_words().title, "/assure/verify");
  if (may(access::Action::see_access_log))
    lead_to(frame.title == start_words().access_title, start_words().access_title, "/access-log");
  lead_to(frame.title == start_words().title, start_words().title, "/start");
  Html out = hidden_field("form_token", form_token);
  Button leave;
  leave.words = text(words.sign_out);
  leave.extra.classes = "probity-quiet-button";
  out << button(leave);
  Html account = element("span", std::string(words.signed_in_as) + " " + caller.member.account);
  account << text(" ") << form(local("/sign-out"), out);
  page.account = element("div", {{"class", "probity-account"}}, account);
  return to_document(page);
}

std::string open_page(const Frame& frame) {
  return to_document(page_of(frame));
}

} // namespace probity::pages
