#include <algorithm>

#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html outcome_link(const std::string& name, const base::StreamId& person, const base::EntityId& appointment) {
  Html words = text(staff_words().record_outcome_of);
  words << element("span", {{"class", "govuk-visually-hidden"}}, " for " + named(name, person));
  return element("a", {href(local(outcome_path(person, appointment)))}, words);
}

Html due_cell(const service::WorkItem& item, base::Day on) {
  Html out = text(in_words(item.due));
  if (item.overdue) out << text(" ") << tag(staff_words().overdue, Tone::bad);
  if (item.due == on) out << text(" ") << tag(staff_words().today_tag, Tone::attention);
  return out;
}

Html what_cell(const service::WorkItem& item, const base::Zone& zone) {
  Html out = text(item.what);
  if (item.appointment) out << text(": " + moment_in_words(*item.appointment, zone));
  return out;
}

} // namespace

Html owed_table(const std::vector<service::WorkItem>& owed, base::Day on, const Reader& reader,
                bool with_case) {
  const StaffWords& words = staff_words();
  Table out;
  out.caption = words.owed_caption;
  out.first_cell = FirstCell::data;
  out.columns.push_back({std::string(words.due)});
  out.columns.push_back({std::string(words.what)});
  if (with_case) out.columns.push_back({std::string(words.whose)});
  // Nothing but outcomes has a page to be done on yet.
  const bool with_next =
      std::any_of(owed.begin(), owed.end(), [](const auto& item) { return item.appointment.has_value(); });
  if (with_next) out.columns.push_back({std::string(words.act)});
  for (const service::WorkItem& item : owed) {
    Row& row = out.rows.emplace_back();
    row.cells.emplace_back(due_cell(item, on));
    row.cells.emplace_back(what_cell(item, reader.zone));
    if (with_case) row.cells.emplace_back(case_link(item.name, item.person));
    if (with_next)
      row.cells.emplace_back(item.appointment ? outcome_link(item.name, item.person, item.entity) : Html());
  }
  return table(out);
}

std::string my_work_page(const service::MyWork& work, const Reader& reader,
                         const std::optional<JustRecorded>& recorded) {
  const StaffWords& words = staff_words();
  Html main;
  if (recorded) {
    NotificationBanner banner;
    banner.kind = NotificationBanner::Kind::success;
    Html said = text(std::string(words.recorded_banner) + ": " +
                     std::string(outcome_words(recorded->outcome)) + ". ");
    said << case_link(recorded->name, recorded->person);
    banner.content = element("p", {{"class", "govuk-notification-banner__heading"}}, said);
    main << notification_banner(banner);
  }
  main << element("h1", words.my_work);
  main << element("p", element("a", {href(local("/caseload"))}, words.whole_caseload));
  if (work.owed.empty())
    main << paragraph(words.nothing_owed);
  else
    main << owed_table(work.owed, work.on, reader, true);
  main << element("h2", words.today_heading);
  if (work.today.empty()) main << paragraph(words.nobody_today);
  if (!work.today.empty()) {
    Table visits;
    visits.columns = {{std::string(words.at)},
                      {std::string(words.whose)},
                      {std::string(words.how)},
                      {std::string(words.what_for)},
                      {std::string(words.act)}};
    visits.caption = in_words(work.on);
    for (const service::Visit& one : work.today)
      visits.rows.push_back({{text(time_in_words(one.starts, reader.zone)), case_link(one.name, one.person),
                              text(code_in_words(one.mode)), text(code_in_words(one.purpose)),
                              one.begun ? outcome_link(one.name, one.person, one.appointment) : text("")},
                             ""});
    main << table(visits);
  }
  main << element("p", {{"class", "caption"}},
                  std::string(words.as_at) + " " + in_words(work.on) + ", " + with_commas(work.size) +
                      " events. " + std::string(words.log_note));
  return staff_page({std::string(words.my_work), false, {}, main, Section::work}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
