#include <algorithm>

#include "casework/command.h"
#include "pages/command/command_form.h"
#include "pages/command/command_words.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "record/vocabulary.h"

namespace probity::pages {

using namespace html;

namespace {

Html outcome_link(const std::string& name, const base::StreamId& person, const base::EntityId& appointment) {
  Html words = text(staff_words().record_outcome_of);
  words << element("span", {{"class", "govuk-visually-hidden"}},
                   " " + std::string(staff_words().for_whom) + " " + named(name, person));
  return element("a", {href(local(outcome_path(person, appointment)))}, words);
}

Html next_link(const service::WorkItem& item) {
  const std::string path = next_path(item);
  if (path.empty()) return {};
  if (item.appointment) return outcome_link(item.name, item.person, item.entity);
  Html words = text(command_words(*record::find_type(item.next.command, casework::commands())).label);
  words << element("span", {{"class", "govuk-visually-hidden"}},
                   " " + std::string(staff_words().for_whom) + " " + named(item.name, item.person));
  return element("a", {href(local(path))}, words);
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

// As the one before, so that only the moment is to be said.
Html arrange_next(const JustRecorded& recorded) {
  std::string path = command_path(recorded.person, "appointment.arrange") + "?mode=" + recorded.mode;
  if (!recorded.purpose.empty()) path += "&purpose=" + recorded.purpose;
  return element("a", {{"class", "govuk-notification-banner__link"}, href(local(path))},
                 staff_words().arrange_next);
}

// Each count is that of the list that it leads to.
Html counts_of(const service::MyWork& work) {
  const StaffWords& words = staff_words();
  const auto overdue = static_cast<std::uint64_t>(std::count_if(
      work.owed.begin(), work.owed.end(), [](const service::WorkItem& item) { return item.overdue; }));
  const auto item = [](std::uint64_t count, std::string_view said, std::string_view to) {
    Html inside = element("strong", with_commas(count));
    inside << text(" " + std::string(said));
    return element("li", element("a", {href(Url::fragment(to))}, inside));
  };
  Html items = item(work.owed.size(), work.owed.size() == 1 ? words.thing : words.things, "owed");
  items << item(overdue, words.of_these, "owed")
        << item(work.today.size(),
                work.today.size() == 1 ? words.appointment_today : words.appointments_today, "today");
  Html out = element("span", {{"class", "strong"}}, words.you_owe);
  out << element("ul", items);
  return element("nav", {{"class", "probity-choices"}, {"aria-label", words.you_owe}}, out);
}

} // namespace

std::string next_path(const service::WorkItem& item) {
  if (item.appointment && !item.next.command.empty()) return outcome_path(item.person, item.entity);
  return next_path(item.person, item.next);
}

std::string next_path(const base::StreamId& person, const service::NextStep& next) {
  if (next.command.empty()) return {};
  if (next.command == "supervision.allocate") return case_path(person) + "/allocate";
  const std::string path = command_path(person, next.command);
  return next.field.empty() ? path : path + "?" + next.field + "=" + next.value;
}

Html owed_table(const std::vector<service::WorkItem>& owed, base::Day on, const Reader& reader,
                bool with_case) {
  const StaffWords& words = staff_words();
  Table out;
  out.caption = words.owed_caption;
  out.first_cell = FirstCell::data;
  out.columns.push_back({std::string(words.due)});
  out.columns.push_back({std::string(words.what)});
  if (with_case) out.columns.push_back({std::string(words.whose)});
  const bool with_next =
      std::any_of(owed.begin(), owed.end(), [](const auto& item) { return !next_path(item).empty(); });
  if (with_next) out.columns.push_back({std::string(words.act)});
  for (const service::WorkItem& item : owed) {
    Row& row = out.rows.emplace_back();
    row.cells.emplace_back(due_cell(item, on));
    row.cells.emplace_back(what_cell(item, reader.zone));
    if (with_case) row.cells.emplace_back(case_link(item.name, item.person));
    if (with_next) row.cells.emplace_back(next_link(item));
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
    said << case_link(recorded->name, recorded->person) << text(". ") << arrange_next(*recorded);
    banner.content = element("p", {{"class", "govuk-notification-banner__heading"}}, said);
    main << notification_banner(banner);
  }
  main << element("h1", words.my_work);
  main << counts_of(work);
  main << element("p", element("a", {href(local("/caseload"))}, words.whole_caseload));
  main << element("div", {{"id", "owed"}},
                  work.owed.empty() ? paragraph(words.nothing_owed)
                                    : owed_table(work.owed, work.on, reader, true));
  main << element("h2", {{"id", "today"}}, words.today_heading);
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
  main << as_at_note(work.on, work.size);
  return staff_page({std::string(words.my_work), false, {}, main, Section::work}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
