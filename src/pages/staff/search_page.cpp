#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html asking(const SearchForm& form, const Reader& reader) {
  const StaffWords& words = staff_words();
  Input field;
  field.name = "q";
  field.label.words = text(words.name_or_reference);
  field.label.extra.classes = "govuk-label--m";
  Hint hint_words;
  hint_words.words = text(words.search_hint);
  field.around.hint = hint_words;
  field.autocomplete = "off";
  field.spellcheck = false;
  if (!form.words.empty()) field.value = form.words;
  if (!form.error.empty()) {
    ErrorMessage error;
    error.words = text(form.error);
    field.around.error = error;
  }
  Html fields = hidden_field("form_token", reader.form_token);
  fields << input(field) << button(words.search);
  return element("div", {{"role", "search"}}, html::form(local("/search"), fields));
}

std::string_view held_by(const service::FoundPerson& one) {
  const StaffWords& words = staff_words();
  return one.mine ? words.you : one.held ? words.colleague : words.nobody;
}

Html people_table(const service::Found& found) {
  const StaffWords& words = staff_words();
  Table out;
  out.extra.classes = "probity-people";
  out.caption = words.found_caption;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {{std::string(words.name_of_person)},
                 {std::string(words.body)},
                 {std::string(words.holder)},
                 {std::string(words.harm)}};
  for (const service::FoundPerson& one : found.people)
    out.rows.push_back(
        {{case_link(one.name, one.person), text(one.body.empty() ? words.none : one.body), text(held_by(one)),
          text(one.harm_level.empty() ? std::string(words.not_judged) : code_in_words(one.harm_level))},
         ""});
  return table(out);
}

Button to_sheet(std::string_view words, std::uint64_t number) {
  Button out;
  out.words = text(words);
  out.name = "page";
  out.value = std::to_string(number);
  out.extra.classes = "probity-quiet-button";
  return out;
}

// Buttons of a form, since an address would hold what is looked for.
Html sheets(const SearchForm& form, const Reader& reader) {
  const StaffWords& words = staff_words();
  const service::Sheet& sheet = form.found->sheet;
  if (sheet.of == 1) return {};
  Html fields = hidden_field("form_token", reader.form_token);
  fields << hidden_field("q", form.words);
  if (sheet.number > 1) fields << button(to_sheet(words.previous_page, sheet.number - 1));
  fields << element("span", std::string(words.page) + " " + with_commas(sheet.number) + " " +
                                std::string(words.of) + " " + with_commas(sheet.of));
  if (sheet.number < sheet.of) fields << button(to_sheet(words.next_page, sheet.number + 1));
  return element("nav", {{"class", "probity-sheets"}, {"aria-label", words.pages_of_results}},
                 html::form(local("/search"), fields));
}

} // namespace

std::string search_page(const SearchForm& form, const Reader& reader) {
  const StaffWords& words = staff_words();
  Html main;
  if (!form.error.empty()) {
    ErrorSummary summary;
    summary.errors.push_back({text(form.error), Url::fragment("q"), {}});
    main << errors_on_top(std::move(summary));
  }
  main << element("h1", words.search);
  main << asking(form, reader);
  if (form.found) {
    const std::uint64_t count = form.found->sheet.rows;
    main << element("h2", count == 0 ? std::string(words.nobody_found)
                                     : count_of(count, "people", "person") + " " + std::string(words.found));
    if (count > 0) main << people_table(*form.found) << sheets(form, reader);
    main << paragraph(words.not_found_note);
  }
  if (access::may_ever(reader.caller.member, access::Action::open_record))
    main << element("p", element("a", {href(local("/people/new"))}, words.open_new));
  Frame frame{std::string(words.search), !form.error.empty(), {}, main};
  frame.section = Section::search;
  frame.heads_section = !form.found;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages
