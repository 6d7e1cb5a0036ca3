#include "pages/people/people_pages.h"
#include "pages/people/people_words.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

std::string said(const std::string& value) {
  return value.empty() ? std::string(people_words().not_known) : value;
}

Html pair_table(const service::Double& pair, std::size_t number) {
  const PeopleWords& words = people_words();
  Table out;
  out.caption = std::string(words.pair_caption) + " " + std::to_string(number) + ": " +
                std::string(likeness_words(pair.likeness));
  out.columns = {{std::string(words.name)},
                 {std::string(words.born)},
                 {std::string(words.body)},
                 {std::string(words.orders), Align::numeric}};
  for (const service::DoubleRecord* one : {&pair.one, &pair.other})
    out.rows.push_back({{case_link(one->name, one->person),
                         text(one->birth ? in_words(*one->birth) : std::string(words.not_known)),
                         text(said(one->body)), text(std::to_string(one->orders))},
                        ""});
  return table(out);
}

Html choice(std::string_view words, std::string_view answer) {
  Button out;
  out.words = text(words);
  out.name = "answer";
  out.value = std::string(answer);
  if (answer == "two") out.extra.classes = "govuk-button--secondary";
  return button(out);
}

Html pair_form(const service::Double& pair, const base::EventId& id, const Reader& reader) {
  const PeopleWords& words = people_words();
  Html fields = hidden_field("form_token", reader.form_token);
  fields << hidden_field("id", id.hex()) << hidden_field("other", pair.other.person.hex());
  Html buttons = choice(words.same_person, "one");
  buttons << choice(words.two_people, "two");
  fields << element("div", {{"class", "govuk-button-group"}}, buttons);
  return form(local("/doubles/" + pair.one.person.hex()), fields);
}

} // namespace

std::string doubles_page(const service::Doubles& doubles, const std::vector<base::EventId>& ids,
                         const Reader& reader, PairAnswer answered) {
  const PeopleWords& words = people_words();
  Html main;
  if (answered != PairAnswer::none)
    main << inset_text(text(answered == PairAnswer::joined ? words.joined : words.told_apart));
  main << element("h1", words.doubles) << paragraph(words.doubles_text);
  if (doubles.pairs.empty()) main << paragraph(words.no_doubles);
  const std::uint64_t before = (doubles.sheet.number - 1) * service::double_rows;
  for (std::size_t i = 0; i < doubles.pairs.size(); ++i)
    main << pair_table(doubles.pairs[i], static_cast<std::size_t>(before) + i + 1)
         << pair_form(doubles.pairs[i], ids[i], reader);
  main << sheet_links(doubles.sheet,
                      [](std::uint64_t number) { return "/doubles?page=" + std::to_string(number); });
  main << paragraph(staff_words().log_note);
  return staff_page({std::string(words.doubles), false, {}, main}, reader.caller, reader.form_token);
}

} // namespace probity::pages
