#include <algorithm>

#include "pages/command/command_form.h"
#include "pages/command/command_words.h"
#include "pages/command/form_frame.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

constexpr std::size_t most_radios = 12; // more are a select

std::string typed(const CommandForm& form, const std::string& name) {
  const auto found = form.typed.find(name);
  return found == form.typed.end() ? std::string() : found->second;
}

Html label_of(const AskedField& field) {
  return text(field.label + (field.needed ? "" : std::string(words_of_commands().optional)));
}

Around around_of(const CommandForm& form, const AskedField& field, const std::string& more_hint = {}) {
  Around out;
  std::string hint_text = field.hint;
  if (!more_hint.empty()) hint_text += (hint_text.empty() ? "" : ". ") + more_hint;
  if (!hint_text.empty()) {
    Hint one;
    one.words = text(hint_text);
    out.hint = one;
  }
  if (const auto found = form.errors.find(field.name); found != form.errors.end()) {
    ErrorMessage error;
    error.words = text(found->second);
    out.error = error;
  }
  return out;
}

Fieldset set_of(const AskedField& field) {
  return Fieldset{Legend{label_of(field), "govuk-fieldset__legend--m", PageHeading::no}, {}, "", "", {}};
}

struct Offer {
  std::string value, words;
};

std::vector<Offer> offers_of(const AskedField& field, const Reader& reader) {
  const CommandWords& words = words_of_commands();
  std::vector<Offer> out;
  if (field.kind == record::Kind::boolean)
    out = {{"true", std::string(words.yes)}, {"false", std::string(words.no)}};
  for (const std::string_view code : field.codes) {
    const std::string_view said = field.name == "outcome" ? outcome_words(code) : std::string_view();
    out.push_back(
        {std::string(code), said.empty() || said == code ? code_in_words(code) : std::string(said)});
  }
  if (field.choices != nullptr)
    for (const service::Choosable& one : *field.choices)
      out.push_back({one.value, choosable_words(one, reader.zone)});
  return out;
}

Html chosen_field(const CommandForm& form, const AskedField& field, const Reader& reader) {
  const std::string now = typed(form, field.name);
  const std::vector<Offer> offers = offers_of(field, reader);
  if (offers.size() > most_radios) {
    Select out;
    out.name = field.name;
    out.label.words = label_of(field);
    out.label.extra.classes = "govuk-label--m";
    out.around = around_of(form, field);
    out.options.push_back({"", std::string(field.needed ? "" : words_of_commands().not_said)});
    for (const Offer& one : offers)
      out.options.push_back({one.value, one.words, one.value == now});
    return select(out);
  }
  Radios out;
  out.name = field.name;
  out.fieldset = set_of(field);
  out.around = around_of(form, field);
  if (!field.part_of.empty()) out.extra.classes = "govuk-radios--inline"; // several of one kind in a row
  for (const Offer& one : offers) {
    Choice choice;
    choice.value = one.value;
    choice.words = text(one.words);
    choice.chosen = one.value == now;
    out.choices.push_back(std::move(choice));
  }
  if (!field.needed) {
    Choice none;
    none.words = text(words_of_commands().not_said);
    none.chosen = now.empty();
    out.choices.push_back(std::move(none));
  }
  return radios(out);
}

Html day_field(const CommandForm& form, const AskedField& field) {
  const CommandWords& words = words_of_commands();
  const std::string& name = field.name;
  DateInput out;
  out.id = name;
  out.fieldset = set_of(field);
  out.parts = day_month_year(name, typed(form, name + "-day"), typed(form, name + "-month"),
                             typed(form, name + "-year"));
  const bool moment = field.kind == record::Kind::instant;
  out.around = around_of(form, field, std::string(moment ? words.time_hint : words.day_hint));
  if (moment) {
    DatePart time{name + "-time", std::string(words.time), name + "-time", typed(form, name + "-time"), 10};
    time.inputmode = "";
    out.parts.push_back(std::move(time));
  }
  return date_input(out);
}

Html text_field(const CommandForm& form, const AskedField& field) {
  const bool list = field.kind == record::Kind::names || field.kind == record::Kind::amounts;
  if (list || (field.kind == record::Kind::text && field.name != "name")) {
    Textarea out;
    out.name = field.name;
    out.label.words = label_of(field);
    out.label.extra.classes = "govuk-label--m";
    out.around = around_of(form, field);
    out.rows = list ? 4 : 12;
    out.value = typed(form, field.name);
    return textarea(out);
  }
  Input out;
  out.name = field.name;
  out.label.words = label_of(field);
  out.label.extra.classes = "govuk-label--m";
  out.around = around_of(form, field);
  out.value = typed(form, field.name);
  if (field.kind == record::Kind::integer) {
    out.extra.classes = "govuk-input--width-10";
    out.inputmode = "numeric";
    if (!field.unit.empty()) {
      Affix unit;
      unit.words = text(field.unit);
      out.suffix = unit;
    }
  }
  return input(out);
}

Html one_field(const CommandForm& form, const AskedField& field, const Reader& reader) {
  switch (field.kind) {
  case record::Kind::code:
  case record::Kind::boolean:
    return chosen_field(form, field, reader);
  case record::Kind::identifier:
    return field.choices != nullptr ? chosen_field(form, field, reader) : text_field(form, field);
  case record::Kind::day:
  case record::Kind::instant:
    return day_field(form, field);
  default:
    return text_field(form, field);
  }
}

// The first field that an error's link leads to: of a date its first part.
std::string id_of_field(const AskedField& field) {
  const bool date = field.kind == record::Kind::day || field.kind == record::Kind::instant;
  return date ? field.name + "-day" : field.name;
}

Html summary_of(const CommandForm& form, const std::vector<AskedField>& fields) {
  ErrorSummary summary;
  if (const auto whole = form.errors.find(""); whole != form.errors.end())
    summary.errors.push_back({form.asked.staff ? text(with_commands_named(whole->second))
                                               : with_commands_linked(form.asked.person, whole->second),
                              {},
                              {}});
  for (const AskedField& field : fields)
    if (const auto found = form.errors.find(field.name); found != form.errors.end())
      summary.errors.push_back({text(found->second), Url::fragment(id_of_field(field)), {}});
  return errors_on_top(std::move(summary));
}

bool lacks_what_it_is_about(const AskedField& field) {
  return field.needed && field.choices != nullptr && field.choices->empty();
}

} // namespace

std::string command_page(const CommandForm& asked, const Reader& reader) {
  const CommandWords& words = words_of_commands();
  const FormWords title = command_words(*asked.asked.type);
  const std::vector<AskedField> fields = asked_fields(asked.asked);
  Html main;
  if (asked.asked.done) main << done_banner(std::string(words.recorded) + ".");
  if (!asked.errors.empty()) main << summary_of(asked, fields);
  main << caption_of(asked.asked) << element("h1", title.label);
  if (!title.hint.empty()) main << paragraph(title.hint + ".");
  if (!asked.notice.empty()) main << inset_text(text(asked.notice));
  const bool lacks = std::any_of(fields.begin(), fields.end(), lacks_what_it_is_about);
  if (lacks) {
    main << paragraph(words.none_of_kind);
  } else {
    Html inside = kept_of_form(asked, reader);
    for (const AskedField& field : fields)
      inside << one_field(asked, field, reader);
    Button go_on;
    go_on.words = text(words.go_on);
    go_on.name = "step";
    go_on.value = "check";
    inside << button(go_on) << signed_in_until(reader);
    main << typed_before_note(reader) << form(local(form_path(asked.asked)), inside);
  }
  return staff_page({title.label, !asked.errors.empty(), back_of(asked.asked), main}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
