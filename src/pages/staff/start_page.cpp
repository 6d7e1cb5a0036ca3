#include <algorithm>

#include "pages/staff/parts.h"
#include "pages/staff/start_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "service/sample_accounts.h"

namespace probity::pages {

using namespace html;

namespace {

// Where the action begins; empty where it begins at a case.
std::string_view page_of(access::Action action) {
  switch (action) {
  case access::Action::see_work:
    return "/my-work";
  case access::Action::see_team:
    return "/caseload/team";
  case access::Action::search:
    return "/search";
  case access::Action::open_record:
    return "/people/new";
  case access::Action::see_doubles:
    return "/doubles";
  case access::Action::see_access_log:
    return "/access-log";
  case access::Action::see_releases:
    return "/releases";
  case access::Action::see_team_releases:
    return "/releases/team";
  case access::Action::see_workload:
    return "/workload";
  case access::Action::see_statements:
    return "/contracts";
  case access::Action::verify:
    return "/assure/verify";
  case access::Action::see_own_staff_record:
    return "/staff/me";
  case access::Action::make_post:
    return "/staff/new-post";
  case access::Action::see_unpaid_work:
    return "/unpaid-work";
  case access::Action::see_outcomes:
    return "/outcomes";
  case access::Action::see_accounts:
    return "/accounts";
  case access::Action::see_account:
  case access::Action::see_case:
  case access::Action::record_outcome:
  case access::Action::give_command:
  case access::Action::copy_record:
  case access::Action::see_counted:
  case access::Action::allocate_case:
  case access::Action::see_twins:
  case access::Action::see_staff:
  case access::Action::give_staff_command:
  case access::Action::see_review_pack:
    return "";
  }
  return "";
}

Html what_may_be_done(const std::vector<access::Action>& may) {
  Html rows;
  for (const access::Action action : may) {
    const std::string_view words = start_words().may.at(static_cast<std::size_t>(action));
    const std::string_view page = page_of(action);
    rows << element(
        "li", page.empty()
                  ? text(words)
                  : element("a", {{"class", "govuk-link"}, href(local(std::string(page)))}, text(words)));
  }
  return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, rows);
}

std::string names_of(const access::Member& member) {
  std::vector<std::string> names;
  for (const access::Role role : member.roles)
    names.emplace_back(role_words(role).name);
  return listed(names);
}

} // namespace

std::string start_page(const std::vector<access::Action>& may, const Reader& reader) {
  const StartWords& words = start_words();
  const access::Member& member = reader.caller.member;
  Html main = element("h1", words.title);
  main << paragraph(std::string(words.signed_in) + " " + names_of(member) + " " +
                    std::string(words.works_for) + " " + member.provider + ".");
  main << what_may_be_done(may);
  for (const access::Role role : member.roles) {
    const RoleWords& one = role_words(role);
    if (one.commands.empty()) continue;
    main << element("h2", one.name) << paragraph(words.no_page)
         << commands(std::string(words.commands_purpose) + " " + std::string(one.name), one.commands);
  }
  main << element("p", {{"class", "caption"}}, staff_words().log_note);
  return staff_page({std::string(words.title), false, {}, main}, reader.caller, reader.form_token);
}

Html about_the_service(bool is_sample) {
  const StartWords& words = start_words();
  Html out = paragraph(words.about);
  out << paragraph(std::string(words.about_record) + " " + std::string(words.about_access));
  if (is_sample) out << inset_text(text(words.sample_text));
  return out;
}

Html sample_sign_ins(const std::vector<service::SampleSignIn>& sample) {
  const StartWords& words = start_words();
  Html out = element("h2", words.sample_title);
  Html password = text(std::string(words.sample_password) + " ");
  password << code(service::sample_password) << text(". " + std::string(words.sample_no_code));
  out << element("p", password);
  Table accounts;
  accounts.caption = words.sample_caption;
  accounts.columns = {{std::string(words.role)}, {std::string(words.account)}, {std::string(words.shows)}};
  for (const service::SampleSignIn& one : sample) {
    const RoleWords& role = role_words(one.role);
    accounts.rows.push_back({{text(role.name), code(one.name), text(role.shows)}, ""});
  }
  out << table(accounts);
  return out;
}

} // namespace probity::pages
