#include "pages/command/command_form.h"
#include "pages/fronts/front_pages.h"
#include "pages/fronts/front_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

// Whoever gives commands about a person need not see their record.
Html person_cell(const service::WorkPlace& one, const Reader& reader) {
  return access::may_ever(reader.caller.member, access::Action::see_case) ? case_link(one.name, one.person)
                                                                          : text(named(one.name, one.person));
}

Html minutes_cell(const service::WorkPlace& one) {
  return text(one.minutes == 0 ? std::string(front_words().not_said)
                               : count_of(static_cast<std::uint64_t>(one.minutes), "minutes"));
}

Html attendance_link(const service::WorkPlace& one) {
  const FrontWords& words = front_words();
  Html said = text(words.record);
  said << element("span", {{"class", "govuk-visually-hidden"}},
                  " " + std::string(words.record_for) + " " + named(one.name, one.person));
  const std::string path =
      command_path(one.person, "unpaid_work.record_attendance") + "?session=" + one.session.hex();
  return element("a", {href(local(path))}, said);
}

Html owed_places(const service::UnpaidWorkBoard& board, const Reader& reader) {
  const FrontWords& words = front_words();
  if (board.owed.empty()) return paragraph(words.nothing_owed);
  Table out;
  out.caption = words.owed_caption;
  out.first_cell = FirstCell::data;
  for (const std::string_view title :
       {words.due, words.whose, words.starts, words.minutes, staff_words().act})
    out.columns.push_back({std::string(title)});
  for (const service::WorkPlace& one : board.owed) {
    Html due = text(in_words(one.due));
    if (one.overdue) due << text(" ") << tag(staff_words().overdue, Tone::bad);
    if (one.due == board.on) due << text(" ") << tag(staff_words().today_tag, Tone::attention);
    out.rows.push_back({{due, person_cell(one, reader), text(moment_in_words(one.starts, reader.zone)),
                         minutes_cell(one), attendance_link(one)},
                        ""});
  }
  return table(out);
}

Html places_to_come(const service::UnpaidWorkBoard& board, const Reader& reader) {
  const FrontWords& words = front_words();
  if (board.to_come.empty()) return paragraph(words.nothing_to_come);
  Table out;
  out.caption = words.to_come_caption;
  out.first_cell = FirstCell::data;
  for (const std::string_view title : {words.starts, words.whose, words.minutes})
    out.columns.push_back({std::string(title)});
  for (const service::WorkPlace& one : board.to_come)
    out.rows.push_back(
        {{text(moment_in_words(one.starts, reader.zone)), person_cell(one, reader), minutes_cell(one)}, ""});
  return table(out);
}

} // namespace

std::string unpaid_work_page(const service::UnpaidWorkBoard& board, const Reader& reader) {
  const FrontWords& words = front_words();
  Html main = element("h1", words.unpaid_work);
  main << element("p", {{"class", "caption"}}, std::string(words.unpaid_work_of) + " " + board.body);
  main << paragraph(words.unpaid_work_text);
  main << element("h2", words.owed) << owed_places(board, reader);
  main << element("h2", words.to_come) << places_to_come(board, reader);
  main << as_at_note(board.on, board.size);
  return staff_page({std::string(words.unpaid_work), false, {}, main}, reader.caller, reader.form_token);
}

} // namespace probity::pages
