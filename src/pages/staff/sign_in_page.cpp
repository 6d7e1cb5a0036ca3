#include "pages/staff/parts.h"
#include "pages/staff/words.h"

namespace probity::pages {

using namespace html;

namespace {

std::optional<ErrorMessage> error_of(const SignInForm& form, const std::string& field) {
  const auto found = form.errors.find(field);
  if (found == form.errors.end()) return std::nullopt;
  ErrorMessage out;
  out.words = text(found->second);
  return out;
}

Html field(const SignInForm& form, const std::string& name, std::string_view words, std::string_view type,
           std::string_view autocomplete) {
  Input one;
  one.name = name;
  one.label.words = text(words);
  one.type = type;
  one.autocomplete = autocomplete;
  one.spellcheck = false;
  one.autocapitalize = "none";
  one.around.error = error_of(form, name);
  if (name == "name" && !form.name.empty()) one.value = form.name;
  if (name == "code") {
    Hint hint;
    hint.words = text(staff_words().code_hint);
    one.around.hint = hint;
    one.inputmode = "numeric";
    one.extra.classes = "govuk-input--width-10";
  }
  return input(one);
}

} // namespace

std::string sign_in_page(const SignInForm& asked) {
  const StaffWords& words = staff_words();
  Html main;
  if (!asked.errors.empty()) {
    ErrorSummary summary;
    for (const auto& [name, what] : asked.errors)
      summary.errors.push_back({text(what), Url::fragment(name), {}});
    main << errors_on_top(std::move(summary));
  }
  main << element("h1", words.sign_in);
  if (asked.errors.empty() && asked.notice.empty()) main << about_the_service(!asked.sample.empty());
  if (!asked.notice.empty()) main << inset_text(text(asked.notice));
  Html fields = hidden_field("to", asked.to);
  if (asked.draft) fields << hidden_draft(*asked.draft);
  fields << field(asked, "name", words.name, "text", "username")
         << field(asked, "password", words.password, "password", "current-password")
         << field(asked, "code", words.code, "text", "one-time-code") << button(words.sign_in);
  main << form(local("/sign-in"), fields);
  if (!asked.sample.empty()) main << sample_sign_ins(asked.sample);
  return open_page({std::string(words.sign_in), !asked.errors.empty(), {}, main});
}

Html signed_in_until(const Reader& reader) {
  const StaffWords& words = staff_words();
  return element("p", {{"class", "caption"}},
                 std::string(words.signed_in_until) + " " + time_in_words(reader.caller.ends, reader.zone) +
                     ". " + std::string(words.typed_not_lost));
}

Html typed_before_note(const Reader& reader) {
  return reader.typed_before ? inset_text(text(staff_words().typed_before)) : Html();
}

std::string problem_page(std::string_view title, std::string_view message, std::string_view hint,
                         const Reader* reader) {
  Html main = element("h1", title);
  main << paragraph(message);
  if (!hint.empty()) main << paragraph(hint);
  main << element("p", element("a", {href(local("/"))}, staff_words().to_start));
  const Frame frame{std::string(title), false, {}, main};
  return reader != nullptr ? staff_page(frame, reader->caller, reader->form_token) : open_page(frame);
}

} // namespace probity::pages
