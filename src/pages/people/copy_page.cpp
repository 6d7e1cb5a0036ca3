#include "pages/people/people_pages.h"
#include "pages/people/people_words.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

// Every part that was opened, one row a member.
Html personal_parts(const service::SubjectCopy& copy, const Reader& reader) {
  const PeopleWords& words = people_words();
  Table out;
  out.caption = words.personal;
  out.caption_classes = "govuk-visually-hidden";
  const StaffWords& staff = staff_words();
  out.columns = {
      {std::string(staff.number)}, {std::string(staff.recorded_at)}, {std::string(words.personal)}};
  const auto add = [&](const service::ShownRecord& record) {
    for (const service::ShownPart& part : record.sealed) {
      std::string said = part.state == "erased" ? std::string(words.erased) : std::string();
      for (const service::ShownField& field : part.fields)
        said += (said.empty() ? "" : "; ") + code_in_words(field.name) + ": " + dates_in_words(field.value);
      if (!said.empty())
        out.rows.push_back({{text(std::to_string(record.index)),
                             text(moment_in_words(record.recorded, reader.zone)), text(said)},
                            ""});
    }
  };
  for (const service::ShownEvent& event : copy.view.events) {
    add(event.first);
    for (const service::ShownCorrection& correction : event.corrections)
      add(correction.record);
  }
  return out.rows.empty() ? paragraph(words.personal_none) : table(out);
}

Html left_out_table(const service::SubjectCopy& copy) {
  const PeopleWords& words = people_words();
  if (copy.left_out.empty()) return paragraph(words.left_out_none);
  Table out;
  out.caption = words.left_out;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {
      {std::string(words.events)}, {std::string(words.why)}, {std::string(words.how_many), Align::numeric}};
  for (const service::LeftOutEvents& one : copy.left_out)
    out.rows.push_back(
        {{text(one.meaning), text(left_out_words(one.why)), text(std::to_string(one.events))}, ""});
  return table(out);
}

Html access_table(const service::SubjectCopy& copy, const Reader& reader) {
  const PeopleWords& words = people_words();
  if (copy.access.empty()) return paragraph(words.who_read_none);
  Table out;
  out.caption = words.who_read;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {{std::string(words.when)}, {std::string(words.role)}, {std::string(words.page)}};
  for (const access::AccessEntry& one : copy.access) {
    if (!one.refused.empty()) continue;
    const std::string role = one.role.empty() ? one.provider : code_in_words(one.role) + ", " + one.provider;
    out.rows.push_back(
        {{text(moment_in_words(one.at, reader.zone)), text(role), text(code_in_words(one.page))}, ""});
  }
  Html shown;
  if (copy.has_older_access)
    shown << paragraph(std::string(words.newest_access) + " " + std::to_string(copy.access.size()) + " " +
                       std::string(words.older_access));
  shown << table(out);
  return shown;
}

} // namespace

std::string ask_for_copy_page(const base::StreamId& person, const std::string& name, const Reader& reader) {
  const PeopleWords& words = people_words();
  const std::string title = std::string(words.copy);
  Html main = element("p", {{"class", "caption"}}, named(name, person));
  main << element("h1", title) << paragraph(words.copy_text) << warning_text(words.copy_warning);
  Html fields = hidden_field("form_token", reader.form_token);
  fields << button(words.make_copy);
  main << form(local(case_path(person) + "/copy"), fields);
  return staff_page({title, false, way_back(case_path(person), words.to_case), main}, reader.caller,
                    reader.form_token);
}

std::string copy_page(const service::SubjectCopy& copy, const Reader& reader) {
  const PeopleWords& words = people_words();
  const std::string title = std::string(words.copy_of) + " " + reference(copy.person);
  Html heading = element("span", {{"class", "caption"}}, title);
  heading << text(copy.name);
  Html main = copy.name.empty() ? element("h1", title) : element("h1", heading);
  main << element("p",
                  std::string(words.made) + " " + in_words(copy.made) + ". " + std::string(words.copy_note));
  main << element("h2", words.personal) << personal_parts(copy, reader);
  main << element("h2", words.events)
       << (copy.view.events.empty() ? paragraph(words.events_none)
                                    : events_table(copy.view.events, reader, words.events));
  main << element("h2", words.left_out) << left_out_table(copy);
  main << element("h2", words.who_read) << access_table(copy, reader);
  return staff_page({title, false, way_back(case_path(copy.person), words.to_case), main}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
