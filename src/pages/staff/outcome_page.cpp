#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "service/record_outcome.h"

namespace probity::pages {

using namespace html;

namespace {

void add_error(Radios& radios, const OutcomeForm& form) {
  const auto found = form.errors.find(radios.name);
  if (found == form.errors.end()) return;
  ErrorMessage error;
  error.words = text(found->second);
  radios.around.error = error;
}

Html outcome_field(const OutcomeForm& form) {
  const StaffWords& words = staff_words();
  Radios out;
  out.name = "outcome";
  Legend legend{text(words.outcome_question), "govuk-fieldset__legend--l", PageHeading::yes};
  out.fieldset = Fieldset{legend, {}, "", "", {}};
  Hint hint_words;
  hint_words.words = text(words.outcome_hint);
  out.around.hint = hint_words;
  for (const std::string_view code : service::outcomes_to_choose()) {
    Choice one;
    one.value = code;
    one.words = text(outcome_words(code));
    one.chosen = form.outcome == code;
    if (const std::string_view more = outcome_hint(code); !more.empty()) {
      Hint said;
      said.words = text(more);
      one.hint = said;
    }
    out.choices.push_back(std::move(one));
  }
  add_error(out, form);
  return radios(out);
}

Html reason_field(const OutcomeForm& form) {
  const StaffWords& words = staff_words();
  Radios out;
  out.name = "reason";
  Legend legend{text(words.reason_question), "govuk-fieldset__legend--m", PageHeading::no};
  out.fieldset = Fieldset{legend, {}, "", "", {}};
  Hint hint_words;
  hint_words.words = text(words.reason_hint);
  out.around.hint = hint_words;
  for (const std::string_view code : service::reasons_to_choose()) {
    Choice one;
    one.value = code;
    one.words = text(code_in_words(code));
    one.chosen = form.reason == code;
    out.choices.push_back(std::move(one));
  }
  add_error(out, form);
  return radios(out);
}

} // namespace

std::string outcome_page(const OutcomeForm& asked, const Reader& reader) {
  const StaffWords& words = staff_words();
  Html main;
  if (!asked.errors.empty()) {
    ErrorSummary summary;
    for (const auto& [name, what] : asked.errors) {
      ErrorLink link{text(what), {}, {}};
      if (!name.empty()) link.to = Url::fragment(name);
      summary.errors.push_back(std::move(link));
    }
    main << errors_on_top(std::move(summary));
  }
  const service::OverviewAppointment& appointment = asked.of.appointment;
  const std::string which = named(asked.of.name, asked.of.person) + ", " +
                            moment_in_words(appointment.starts, reader.zone) + ", " +
                            code_in_words(appointment.mode);
  main << element("p", {{"class", "caption"}}, which);
  const Html back = way_back(case_path(asked.of.person), words.back_to_case);
  if (!appointment.outcome.empty() && asked.errors.empty()) {
    main << element("h1", words.outcome_question);
    main << inset_text(
        text(std::string(words.already) + " " + std::string(outcome_words(appointment.outcome))));
    return staff_page({std::string(words.outcome_question), false, back, main}, reader.caller,
                      reader.form_token);
  }
  Html fields = hidden_field("form_token", reader.form_token);
  fields << hidden_field("id", asked.id.hex());
  fields << outcome_field(asked) << reason_field(asked) << button(words.save) << signed_in_until(reader);
  main << typed_before_note(reader) << form(local(outcome_path(asked.of.person, appointment.id)), fields);
  return staff_page({std::string(words.outcome_question), !asked.errors.empty(), back, main}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
