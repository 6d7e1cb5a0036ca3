#include "pages/boards/workload_pages.h"
#include "pages/boards/workload_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

std::string departures_page(const service::Departures& shown, const Reader& reader) {
  const WorkloadWords& words = workload_words();
  Html main = element("h1", words.departures);
  main << paragraph(words.departures_text);
  main << element("p",
                  element("strong", count_of(shown.others.size(), "decisions") + " " +
                                        std::string(staff_words().of) + " " + with_commas(shown.decided) +
                                        ", " + std::string(words.since) + " " + in_words(shown.since)));
  if (shown.others.empty()) {
    main << paragraph(words.no_departures);
  } else {
    Table rows;
    rows.caption = words.departures_caption;
    rows.caption_classes = "govuk-visually-hidden";
    rows.columns = {{std::string(words.decided_on)}, {std::string(words.whose)},
                    {std::string(words.held_by)},    {std::string(words.advised)},
                    {std::string(words.decision)},   {std::string(words.reason)}};
    rows.first_cell = FirstCell::data;
    for (const service::Departure& one : shown.others) {
      const std::string held = one.practitioner.empty() ? std::string(staff_words().nobody)
                               : one.account.empty()    ? one.practitioner.substr(0, 8)
                                                        : one.account;
      rows.rows.push_back(
          {{text(in_words(one.decided)), case_link(one.name, one.person), text(held),
            text(code_in_words(one.advised)), text(code_in_words(one.decision)),
            text(one.reason.empty() ? std::string(words.not_recorded) : code_in_words(one.reason))},
           ""});
    }
    main << table(rows);
  }
  main << paragraph(staff_words().log_note);
  Frame frame{std::string(words.departures), false, way_back("/workload", words.title), main};
  frame.section = Section::workload;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages
