#include "pages/fronts/front_pages.h"
#include "pages/fronts/front_words.h"
#include "pages/staff/start_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html account_cell(const access::Account& account) {
  const FrontWords& words = front_words();
  Html out = text(account.member.account);
  if (!account.active) out << text(" ") << tag(words.disabled, Tone::bad);
  if (account.second_factor) out << text(" ") << tag(words.one_time_code, Tone::good);
  return out;
}

Html sessions_cell(const service::AccountShown& one, const Reader& reader) {
  if (one.sessions.empty()) return text(front_words().no_session);
  Html items;
  for (const access::Session& session : one.sessions)
    items << element("li", moment_in_words(session.started, reader.zone));
  return element("ul", {{"class", "probity-facts"}}, items);
}

Html accounts_table(const service::ServiceState& state, const Reader& reader) {
  const FrontWords& words = front_words();
  Table out;
  out.caption = words.accounts_caption;
  for (const std::string_view title :
       {words.account, words.roles, words.body, words.last_signed_in, words.open_since})
    out.columns.push_back({std::string(title)});
  for (const service::AccountShown& one : state.accounts) {
    std::vector<std::string> roles;
    for (const access::Role role : one.account.member.roles)
      roles.emplace_back(role_words(role).name);
    out.rows.push_back({{account_cell(one.account), text(listed(roles)), text(one.account.member.provider),
                         text(one.last_signed_in ? moment_in_words(*one.last_signed_in, reader.zone)
                                                 : std::string(words.never)),
                         sessions_cell(one, reader)},
                        ""});
  }
  return table(out);
}

Html state_list(const service::ServiceState& state, const Reader& reader) {
  const FrontWords& words = front_words();
  return summary_list(
      {{std::string(words.events), text(with_commas(state.size))},
       {std::string(words.last_recorded), text(moment_in_words(state.last_recorded, reader.zone))},
       {std::string(words.root), code(state.root.hex().substr(0, 12))},
       {std::string(words.people_followed), text(with_commas(state.people))},
       {std::string(words.accesses), text(with_commas(state.accesses))}});
}

} // namespace

std::string accounts_page(const service::ServiceState& state, const Reader& reader) {
  const FrontWords& words = front_words();
  Html main = element("h1", words.accounts);
  main << paragraph(words.accounts_text) << accounts_table(state, reader);
  main << element("h2", words.state) << state_list(state, reader);
  main << paragraph(words.kept_by)
       << commands(words.accounts, role_words(access::Role::system_administrator).commands);
  main << element("p", {{"class", "caption"}}, staff_words().log_note);
  return staff_page({std::string(words.accounts), false, {}, main}, reader.caller, reader.form_token);
}

} // namespace probity::pages
