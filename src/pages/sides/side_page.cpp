#include "pages/command/command_form.h"
#include "pages/command/form_frame.h"
#include "pages/sides/side_pages.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

struct PageRow {
  PageOfCase page;
  std::string_view address; // under the case
  std::string_view words;
};

std::array<PageRow, 8> pages_of_case() {
  const SideWords& words = side_words();
  return {{{PageOfCase::overview, "", words.overview},
           {PageOfCase::contacts, "/contacts", words.contacts},
           {PageOfCase::enforcement, "/enforcement", words.enforcement},
           {PageOfCase::risk, "/risk", words.risk},
           {PageOfCase::plans, "/plans", words.plans},
           {PageOfCase::court_reports, "/court-reports", words.court_reports},
           {PageOfCase::further_offences, "/further-offences", words.further_offences},
           {PageOfCase::record, "/record", words.record}}};
}

} // namespace

Html case_navigation(const base::StreamId& person, PageOfCase here) {
  Html items;
  for (const PageRow& row : pages_of_case()) {
    std::vector<Attribute> attributes{href(local(case_path(person) + std::string(row.address)))};
    if (row.page == here) attributes.push_back({"aria-current", "page"});
    items << element("li", element("a", attributes, text(row.words)));
  }
  return element("nav",
                 {{"class", "probity-choices probity-sides"}, {"aria-label", side_words().pages_of_case}},
                 element("ul", items));
}

std::string side_page(const service::CaseSide& side, PageOfCase page, std::string_view title, const Html& own,
                      const Reader& reader, Due due) {
  const SideWords& words = side_words();
  Html heading = element("span", {{"class", "caption"}}, named(side.name, side.person));
  heading << text(title);
  Html main = element("h1", heading);
  main << identity_bar(side.identity, reader) << case_navigation(side.person, page) << own;
  if (due == Due::shown) {
    main << element("h2", words.what_is_due);
    main << (side.owed.empty() ? paragraph(words.nothing_due)
                               : owed_table(side.owed, side.on, reader, false));
  }
  main << element("h2", words.what_can_be_done) << commands_list(side.person, side.offered);
  main << element("h2", words.recorded);
  if (side.recorded.empty())
    main << paragraph(words.nothing_recorded);
  else
    main << events_table(side.recorded, reader, as_at(side.on, side.size), side.person);
  main << paragraph(staff_words().log_note);
  const Html back = way_back(case_path(side.person), staff_words().back_to_case);
  // The name is not in the title, which browsers keep in their histories.
  return staff_page({named(std::string(title), side.person), false, back, main}, reader.caller,
                    reader.form_token);
}

Html holder_cell(const service::CaseSide& side) {
  const SideWords& words = side_words();
  if (side.mine) return text(words.you);
  if (!side.practitioner.empty())
    return text(std::string(words.colleague) + " (" + side.practitioner.substr(0, 8) + ")");
  if (!side.duty_team.empty()) return text(std::string(words.duty_team) + " " + side.duty_team);
  return warning_text(words.nobody_holds);
}

Html stage_tag(std::string_view words, Tone tone) {
  return tag(words, tone);
}

Html day_cell(const std::optional<base::Day>& day) {
  return text(day ? in_words(*day) : std::string(side_words().none));
}

Html codes_cell(const std::vector<std::string>& codes) {
  if (codes.empty()) return text(side_words().none);
  Html items;
  for (const std::string& code : codes)
    items << element("li", code_in_words(code));
  return element("ul", {{"class", "probity-facts"}}, items);
}

} // namespace probity::pages
