#include "pages/assurance/verify_page.h"

#include "html/form_fields.h"
#include "pages/assurance/words.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

constexpr std::string_view path = "/assure/verify";

Html link(const std::string& to, std::string_view words) {
  return element("a", {{"class", "govuk-link"}, href(local(to))}, words);
}

Html progress_part(const service::VerificationRun& run, bool refreshes) {
  const AssuranceWords& words = assurance_words();
  std::string how_far(words.running);
  std::vector<Attribute> attributes{{"class", "probity-progress"}, {"aria-label", words.running}};
  if (run.of > 0 || run.asked.scope == service::VerifyScope::ledger) {
    how_far = with_commas(run.done) + " " + std::string(words.events_of) + " " + with_commas(run.of);
    attributes.push_back({"max", std::to_string(std::max<std::uint64_t>(1, run.of))});
    attributes.push_back({"value", std::to_string(run.done)});
  }
  Html out = element("h2", words.running);
  const Html bar = element("progress", attributes);
  out << element("p", {{"role", "status"}}, how_far) << element("p", bar) << paragraph(words.meanwhile);
  Html reading = refreshes ? text(std::string(words.refreshes) + " ") : Html();
  const std::string still = std::string(path) + "?still=yes";
  if (refreshes)
    reading << link(still, words.stop_refreshing);
  else
    reading << link(still, words.look_again) << text(" · ") << link(std::string(path), words.refresh_again);
  return out << element("p", reading);
}

template <class Field>
Field with_words(std::string_view name, std::string_view label, std::string_view hint_text) {
  Field out;
  out.name = name;
  out.label.words = text(label);
  Hint hint_words;
  hint_words.words = text(hint_text);
  out.around.hint = hint_words;
  return out;
}

std::string said(const base::Error& error) {
  return error.message + ". " + error.hint;
}

template <class Field> void add_error(Field& field, const VerifyForm& asked) {
  if (!asked.error || asked.error->where != field.name) return;
  ErrorMessage error;
  error.words = text(said(*asked.error));
  field.around.error = error;
}

Html note_field(const VerifyForm& asked) {
  const AssuranceWords& words = assurance_words();
  auto note = with_words<Textarea>("note", words.note, words.note_hint);
  note.value = asked.sent.note;
  note.rows = 6;
  note.autocomplete = "off";
  note.spellcheck = false;
  add_error(note, asked);
  return textarea(note);
}

Html text_field(Input field, const std::string& value, std::string_view classes, const VerifyForm& asked) {
  field.value = value;
  field.autocomplete = "off";
  field.spellcheck = false;
  field.extra.classes = classes;
  add_error(field, asked);
  return input(field);
}

Html kept_elsewhere_fields(const VerifyForm& asked) {
  const AssuranceWords& words = assurance_words();
  Html out = note_field(asked);
  return out << text_field(with_words<Input>("head", words.published, words.published_hint), asked.sent.head,
                           "", asked);
}

Html sample_fields(const VerifyForm& asked) {
  const AssuranceWords& words = assurance_words();
  auto seed = with_words<Input>("seed", words.seed, words.seed_hint);
  seed.inputmode = "numeric";
  auto people = with_words<Input>("people", words.people, words.people_hint);
  people.inputmode = "numeric";
  Html out = text_field(std::move(seed), asked.sent.seed, "govuk-input--width-10", asked);
  return out << text_field(std::move(people), asked.sent.people, "govuk-input--width-5", asked);
}

Choice choice_of(service::VerifyScope scope, std::string_view label, std::string_view hint_text,
                 Html opened) {
  Choice out;
  out.value = to_text(scope);
  out.words = text(label);
  Hint hint_words;
  hint_words.words = text(hint_text);
  out.hint = hint_words;
  out.opened = std::move(opened);
  return out;
}

Html scope_field(const VerifyForm& asked, bool has_views) {
  const AssuranceWords& words = assurance_words();
  using service::VerifyScope;
  Radios out;
  out.name = "scope";
  Legend legend{text(words.scope), "govuk-fieldset__legend--m", PageHeading::no};
  out.fieldset = Fieldset{legend, {}, "", "", {}};
  out.choices.push_back(
      choice_of(VerifyScope::ledger, words.all_of_it, words.ledger_hint, kept_elsewhere_fields(asked)));
  if (has_views)
    out.choices.push_back(choice_of(VerifyScope::views, words.views, words.views_hint, sample_fields(asked)));
  out.choices.push_back(choice_of(VerifyScope::record, words.one_case, words.case_hint,
                                  text_field(with_words<Input>("case", words.reference, words.reference_hint),
                                             asked.sent.person, "", asked)));
  const std::string_view chosen = asked.sent.scope.empty() ? "ledger" : std::string_view(asked.sent.scope);
  for (Choice& one : out.choices)
    one.chosen = one.value == chosen;
  add_error(out, asked);
  return radios(out);
}

Html form_part(const service::VerificationShown& shown, const VerifyForm& asked, const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  Html fields = hidden_field("form_token", reader.form_token);
  fields << scope_field(asked, shown.has_views) << button(words.begin) << signed_in_until(reader);
  return element("h2", words.again) << typed_before_note(reader) << form(local(std::string(path)), fields);
}

} // namespace

std::string verify_page(const service::VerificationShown& shown, const VerifyForm& asked,
                        const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  Html main;
  if (asked.error) {
    ErrorSummary summary;
    summary.errors.push_back({text(said(*asked.error)), Url::fragment(asked.error->where), {}});
    main << errors_on_top(std::move(summary));
  }
  main << element("h1", words.title) << paragraph(words.explained);
  const bool runs = shown.run && !shown.run->ended;
  if (runs)
    main << progress_part(*shown.run, asked.refreshes);
  else if (shown.run)
    main << verification_result(shown, reader);
  else
    main << element("h2", words.none_yet) << paragraph(words.none_yet_text);
  if (!runs || asked.error || reader.typed_before) main << form_part(shown, asked, reader);
  main << element("h2", words.keep) << paragraph(words.keep_text)
       << commands(words.checkpoint_purpose, shown.checkpoint);
  main << element("p", {{"class", "caption"}},
                  with_commas(shown.size) + " " + std::string(words.as_known) + " " +
                      std::string(staff_words().log_note));
  Frame frame{std::string(words.title), asked.error.has_value(), {}, main};
  frame.section = Section::verify;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages
