#include "pages/command/command_form.h"
#include "pages/command/command_words.h"
#include "pages/command/form_frame.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "pages/workforce/pages.h"
#include "pages/workforce/words.h"

namespace probity::pages {

using namespace html;
using service::StaffRecord;

namespace {

Html or_not_recorded(record::Symbol symbol, bool is_code) {
  if (symbol.empty()) return text(workforce_words().not_recorded);
  return text(is_code ? code_in_words(symbol.text()) : std::string(symbol.text()));
}

// "9:30am", of minutes after midnight.
std::string clock(std::int64_t minutes) {
  const std::int64_t hour = minutes / 60 % 24;
  const std::int64_t minute = minutes % 60;
  return std::to_string(hour % 12 == 0 ? 12 : hour % 12) + ":" + (minute < 10 ? "0" : "") +
         std::to_string(minute) + (hour < 12 ? "am" : "pm");
}

std::string shift_text(const casework::Shift& shift) {
  std::vector<std::string> days;
  for (const record::Symbol day : shift.days)
    days.push_back(code_in_words(day.text()));
  return listed(days) + ", " + clock(shift.starts) + " " + std::string(workforce_words().to) + " " +
         clock(shift.ends);
}

std::string place_text(const casework::PlaceOfWork& place) {
  const WorkforceWords& words = workforce_words();
  std::string out(place.place.text());
  if (!place.private_room) out += ", " + std::string(words.not_private);
  if (!place.alarm) out += ", " + std::string(words.no_alarm);
  if (place.alone) out += ", " + std::string(words.alone);
  return out;
}

std::string there(const StaffRecord& record) {
  const WorkforceWords& words = workforce_words();
  if (record.row.left) return std::string(words.left) + " " + in_words(*record.row.left);
  const casework::StaffAbsence* away = record.member.absence_on(record.on);
  if (away == nullptr) return std::string(words.at_work);
  std::string out = std::string(words.away) + ", " + code_words(away->kind.text()) + ", " +
                    std::string(words.since) + " " + in_words(away->from);
  if (away->last)
    out += " " + std::string(words.until) + " " + in_words(*away->last);
  else if (away->expected_until)
    out += ", " + std::string(words.expected_until) + " " + in_words(*away->expected_until);
  return out;
}

// What became of the appeal against the last assignment, or until when there can be one; empty: neither.
std::string appeal_text(const StaffRecord& record) {
  const WorkforceWords& words = workforce_words();
  if (record.member.assignments.empty()) return {};
  const casework::StaffAssignment& last = record.member.assignments.back();
  if (last.appeal_open()) return std::string(words.appealed);
  if (last.appealed) return code_in_words(last.result.text());
  if (!last.appeal_by || *last.appeal_by < record.on) return {};
  return std::string(words.appeal_until) + " " + in_words(*last.appeal_by);
}

Html posts_cell(const StaffRecord& record) {
  if (record.posts.empty()) return text(workforce_words().not_recorded);
  Html items;
  for (const service::PostShown& one : record.posts)
    items << element("li",
                     element("a", {href(local(staff_path(one.post.id)))},
                             staff_named(true, {}, one.post.id) + ", " + code_words(one.post.grade.text())));
  return element("ul", {{"class", "probity-facts"}}, items);
}

Html people_cell(const StaffRecord& record, const Reader& reader) {
  const WorkforceWords& words = workforce_words();
  const casework::Caseload& load = record.row.load;
  std::string said = with_commas(static_cast<std::uint64_t>(load.people));
  if (load.high_risk > 0)
    said +=
        ", " + with_commas(static_cast<std::uint64_t>(load.high_risk)) + " " + std::string(words.high_risk);
  Html out = text(said);
  if (!record.own && access::may_ever(reader.caller.member, access::Action::see_team))
    out << text(" ") << element("a", {href(local("/caseload/" + record.id.hex()))}, words.see_caseload);
  return out;
}

Html summary_of_member(const StaffRecord& record, const Reader& reader) {
  const WorkforceWords& words = workforce_words();
  std::vector<SummaryRow> rows;
  const auto row = [&](std::string_view key, Html value) {
    rows.push_back({std::string(key), std::move(value)});
  };
  row(words.body, or_not_recorded(record.row.body, false));
  row(words.grade, or_not_recorded(record.row.grade, true));
  row(words.posts, posts_cell(record));
  if (record.row.minutes > 0) row(words.minutes, text(std::to_string(record.row.minutes)));
  row(words.there, text(there(record)));
  row(words.people, people_cell(record, reader));
  if (record.row.available)
    row(words.points, text(std::to_string(record.row.load.points) + " " + std::string(words.points_of) + " " +
                           std::to_string(*record.row.available)));
  if (record.member.shift) row(words.shift, text(shift_text(*record.member.shift)));
  if (record.member.place) row(words.place, text(place_text(*record.member.place)));
  if (const std::string appeal = appeal_text(record); !appeal.empty()) row(words.appeal, text(appeal));
  return summary_list(rows);
}

Html summary_of_post(const service::PostShown& shown) {
  const WorkforceWords& words = workforce_words();
  const casework::Post& post = shown.post;
  const std::string_view state = post.closed ? words.closed : post.vacant() ? words.vacant : words.filled;
  std::vector<SummaryRow> rows{
      {std::string(words.body), or_not_recorded(post.body, false)},
      {std::string(words.grade), or_not_recorded(post.grade, true)},
      {std::string(words.minutes), text(std::to_string(post.minutes))},
      {std::string(words.state),
       text(std::string(state) + " " + std::string(words.since) + " " + in_words(post.since))}};
  if (const auto holder = base::StreamId::from_hex(post.holder.text()))
    rows.push_back({std::string(words.holder), element("a", {href(local(staff_path(*holder)))},
                                                       staff_named(false, shown.holder_account, *holder))});
  return summary_list(rows);
}

} // namespace

std::string staff_record_page(const StaffRecord& record, const Reader& reader, const std::string& recorded) {
  const WorkforceWords& words = workforce_words();
  const std::string title = record.own ? std::string(words.own_title)
                                       : staff_named(record.post.has_value(), record.account, record.id);
  Html main;
  if (!recorded.empty()) main << done_banner(std::string(words_of_commands().recorded) + ": " + recorded);
  main << element("h1", title);
  if (record.own) main << paragraph(words.own_text);
  main << (record.post ? summary_of_post(*record.post) : summary_of_member(record, reader));
  main << element("h2", words_of_commands().what_can_be_done);
  main << (record.offered.empty() ? paragraph(words.nothing_to_do)
                                  : commands_list(staff_path(record.id), record.offered));
  main << element("h2", words.recorded);
  const std::string caption = as_at(record.on, record.size);
  if (record.events.empty())
    main << paragraph(words.nothing_recorded) << element("p", {{"class", "caption"}}, caption);
  else
    main << events_table(record.events, reader, caption);
  main << paragraph(staff_words().log_note);
  const bool may_list = access::may_ever(reader.caller.member, access::Action::see_workload);
  Frame frame{title, false,
              may_list ? way_back("/staff", words.to_list) : way_back("/start", staff_words().to_start),
              main};
  if (may_list) frame.section = Section::workload;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages
