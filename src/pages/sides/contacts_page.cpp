#include "pages/sides/contacts_page.h"

#include "http/encoding.h"
#include "pages/sides/side_words.h"
#include "pages/staff/parts.h"
#include "pages/staff/record_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

std::string path_of(const service::ContactLog& log, std::uint64_t sheet) {
  const service::ContactsAsked& asked = log.asked;
  http::Pairs query;
  if (!asked.how.empty()) query.add("how", asked.how);
  if (!asked.came.empty()) query.add("came", asked.came);
  if (asked.from) query.add("from", base::to_text(*asked.from));
  if (asked.to) query.add("to", base::to_text(*asked.to));
  if (sheet > 1) query.add("page", std::to_string(sheet));
  return case_path(log.person) + "/contacts" + (query.empty() ? "" : "?" + http::encode_form(query));
}

std::string came_words(const std::string& code) {
  if (code == "called_off") return std::string(staff_words().called_off);
  if (code == "to_come") return std::string(record_words().to_come);
  return std::string(code == "not_said" ? side_words().not_said : outcome_words(code));
}

template <class InWords>
Html choice_field(std::string_view name, std::string_view label, const std::vector<std::string>& codes,
                  const std::string& chosen, InWords in_words_of) {
  Select out;
  out.name = name;
  out.label.words = text(label);
  out.options.push_back({"", std::string(staff_words().any)});
  for (const std::string& code : codes)
    out.options.push_back({code, std::string(in_words_of(code)), chosen == code});
  return select(out);
}

Html filter_form(const service::ContactLog& log, const ContactsForm& form) {
  const StaffWords& words = staff_words();
  const std::string path = case_path(log.person) + "/contacts";
  Html fields = choice_field("how", words.how, log.hows, log.asked.how, code_in_words);
  fields << choice_field("came", words.outcome, log.cames, log.asked.came, came_words)
         << day_range_fields(form.days, form.error) << button(words.narrow);
  Details folded;
  folded.summary = text(words.narrow_list);
  folded.folded = log.asked.narrows() || form.error ? Folded::open : Folded::closed;
  folded.content = element("form", {action(local(path)), {"method", "get"}, {"novalidate", ""}}, fields);
  Html out = details(folded);
  if (log.asked.narrows()) out << element("p", element("a", {href(local(path))}, words.clear_filters));
  return out;
}

std::string how_many(const service::ContactLog& log) {
  std::string out = count_of(log.sheet.rows, "appointments");
  if (log.sheet.rows != log.all) out += " " + std::string(staff_words().of) + " " + with_commas(log.all);
  return out + ", " + std::string(record_words().newest_first);
}

} // namespace

Html contacts_table(const base::StreamId& person, const std::vector<service::OverviewAppointment>& contacts,
                    std::string_view caption, const Reader& reader) {
  const StaffWords& words = staff_words();
  const auto outcome = [&](const service::OverviewAppointment& one) {
    if (one.cancelled) return text(words.called_off);
    if (!one.outcome.empty()) {
      Html out = text(outcome_words(one.outcome));
      if (one.has_note)
        out << text(" ") << element("a", {href(local(note_path(person, one.id)))}, words.read_note);
      return out;
    }
    if (!one.begun) return text(record_words().to_come);
    return element("a", {href(local(outcome_path(person, one.id)))}, words.record_outcome_of);
  };
  Table out;
  out.caption = caption;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {{std::string(record_words().planned)},
                 {std::string(words.how)},
                 {std::string(words.what_for)},
                 {std::string(words.outcome)}};
  for (const service::OverviewAppointment& one : contacts)
    out.rows.push_back({{text(moment_in_words(one.starts, reader.zone)), text(code_in_words(one.mode)),
                         text(code_in_words(one.purpose)), outcome(one)},
                        ""});
  return table(out);
}

std::string contacts_page(const service::ContactLog& log, const ContactsForm& form, const Reader& reader) {
  const SideWords& words = side_words();
  Html main;
  if (form.error) {
    ErrorSummary summary;
    summary.errors.push_back(link_to_field(*form.error));
    main << errors_on_top(std::move(summary));
  }
  Html heading = element("span", {{"class", "caption"}}, named(log.identity.name, log.person));
  main << element("h1", heading << text(words.contacts)) << identity_bar(log.identity, reader)
       << case_navigation(log.person, PageOfCase::contacts);
  if (log.all > 0) main << filter_form(log, form);
  if (log.contacts.empty())
    main << paragraph(log.all == 0 ? staff_words().no_appointments : words.no_contact_so);
  else
    main << element("p", how_many(log)) << contacts_table(log.person, log.contacts, words.contacts, reader)
         << sheet_links(log.sheet, [&](std::uint64_t number) { return path_of(log, number); });
  main << paragraph(staff_words().log_note);
  const Html back = way_back(case_path(log.person), staff_words().back_to_case);
  // The name is not in the title, which browsers keep in their histories.
  const std::string title = named(std::string(words.contacts), log.person);
  return staff_page({title, form.error.has_value(), back, main}, reader.caller, reader.form_token);
}

} // namespace probity::pages
