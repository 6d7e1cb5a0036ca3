#include "pages/assurance/access_log_page.h"

#include "http/encoding.h"
#include "pages/assurance/words.h"
#include "pages/lists/list_files.h"
#include "pages/staff/start_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

constexpr std::string_view own_path = "/access-log";

Html whose(const service::ShownAccess& shown) {
  const StartWords& words = start_words();
  if (shown.closed) return text(words.closed);
  const auto& people = shown.entry.people;
  if (people.empty()) return text(words.nobody);
  if (people.size() == 1) {
    const std::string path = shown.staff ? staff_path(people.front()) : case_path(people.front());
    return element("a", {{"class", "govuk-link"}, href(local(path))}, people.front().hex().substr(0, 8));
  }
  return text(with_commas(people.size()) + " " + std::string(words.reads_of_many));
}

std::string what(const access::AccessEntry& entry) {
  return code_in_words(entry.page.empty() ? entry.type.substr(entry.type.find('.') + 1) : entry.page);
}

Row access_row(const service::ShownAccess& shown, const Reader& reader) {
  const access::AccessEntry& entry = shown.entry;
  return {
      {text(moment_in_words(entry.at, reader.zone)),
       text(code_in_words(entry.role.empty() ? "system" : entry.role) + " " + entry.staff.hex().substr(0, 8)),
       text(what(entry)), whose(shown), text(entry.refused)},
      ""};
}

// With what is asked for, so that the file has the same rows.
std::string file_path(const service::AccessAsked& asked) {
  http::Pairs query;
  if (!asked.reader.empty()) query.add("reader", asked.reader);
  if (asked.person) query.add("case", asked.person->hex());
  if (asked.from) query.add("from", base::to_text(*asked.from));
  if (asked.to) query.add("to", base::to_text(*asked.to));
  return std::string(own_path) + ".csv" + (query.empty() ? "" : "?" + http::encode_form(query));
}

Html text_field(std::string_view name, std::string_view label, std::string_view hint_text,
                const std::string& value, const AccessLogForm& asked) {
  Input out;
  out.name = name;
  out.label.words = text(label);
  Hint hint_words;
  hint_words.words = text(hint_text);
  out.around.hint = hint_words;
  out.value = value;
  out.autocomplete = "off";
  out.spellcheck = false;
  add_error(out, name, asked.error);
  return input(out);
}

Html filter_form(const AccessLogForm& asked, bool narrowed) {
  const AssuranceWords& words = assurance_words();
  Html fields = text_field("reader", words.who_read, words.who_read_hint, asked.reader, asked);
  fields << text_field("case", words.reference, words.reference_hint, asked.person, asked)
         << day_range_fields(asked.days, asked.error) << button(staff_words().narrow);
  Details folded;
  folded.summary = text(staff_words().narrow_list);
  folded.folded = narrowed || asked.error ? Folded::open : Folded::closed;
  folded.content =
      element("form", {action(local(std::string(own_path))), {"method", "get"}, {"novalidate", ""}}, fields);
  Html out = details(folded);
  if (narrowed)
    out << element("p", element("a", {href(local(std::string(own_path)))}, staff_words().clear_filters));
  return out;
}

Html entries_table(const service::AccessRecord& record, const Reader& reader) {
  const StartWords& words = start_words();
  Table out;
  out.caption = words.access_caption;
  out.first_cell = FirstCell::data;
  for (const std::string_view title : {staff_words().when, words.who, words.page, words.whose, words.refused})
    out.columns.push_back({std::string(title)});
  for (const service::ShownAccess& shown : record.entries)
    out.rows.push_back(access_row(shown, reader));
  return table(out);
}

} // namespace

std::string access_log_page(const service::AccessRecord& record, const AccessLogForm& asked,
                            const Reader& reader) {
  const StartWords& words = start_words();
  const bool narrowed = !(record.asked == service::AccessAsked{});
  Html main;
  if (asked.error) {
    ErrorSummary summary;
    summary.errors.push_back(link_to_field(*asked.error));
    main << errors_on_top(std::move(summary));
  }
  main << element("h1", words.access_title) << paragraph(words.access_text) << filter_form(asked, narrowed);
  if (record.entries.empty())
    main << paragraph(narrowed ? assurance_words().nothing_so : words.access_none);
  else
    main << entries_table(record, reader);
  if (record.more) main << paragraph(assurance_words().older_left_out);
  if (!record.entries.empty()) main << file_link(file_path(record.asked));
  main << element("p", {{"class", "caption"}},
                  with_commas(record.size) + " " + std::string(words.access_entries));
  return staff_page({std::string(words.access_title), asked.error.has_value(), {}, main}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
