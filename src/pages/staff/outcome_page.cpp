#include "pages/command/command_form.h"
#include "pages/command/command_words.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "service/record_outcome.h"

namespace probity::pages {

using namespace html;

namespace {

template <class Field> void add_error(Field& field, const OutcomeForm& form) {
  const auto found = form.errors.find(field.name);
  if (found == form.errors.end()) return;
  ErrorMessage error;
  error.words = text(found->second);
  field.around.error = error;
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

Html note_field(const OutcomeForm& form) {
  const StaffWords& words = staff_words();
  Textarea out;
  out.name = "note";
  out.label.words = text(words.note_question);
  out.label.extra.classes = "govuk-label--m";
  Hint hint_words;
  hint_words.words = text(words.note_hint);
  out.around.hint = hint_words;
  out.value = form.note;
  add_error(out, form);
  return textarea(out);
}

Html sensitive_field(const OutcomeForm& form) {
  const StaffWords& words = staff_words();
  Radios out;
  out.name = "sensitive";
  out.extra.classes = "govuk-radios--inline";
  Legend legend{text(words.sensitive_question), "govuk-fieldset__legend--s", PageHeading::no};
  out.fieldset = Fieldset{legend, {}, "", "", {}};
  Hint hint_words;
  hint_words.words = text(words.sensitive_hint);
  out.around.hint = hint_words;
  for (const bool sensitive : {true, false}) {
    Choice one;
    one.value = sensitive ? "true" : "false";
    one.words = text(sensitive ? words.yes : words.no);
    one.chosen = form.sensitive == one.value;
    out.choices.push_back(std::move(one));
  }
  add_error(out, form);
  return radios(out);
}

std::string which_one(const std::string& name, const base::StreamId& person,
                      const service::OverviewAppointment& appointment, const Reader& reader) {
  return named(name, person) + ", " + moment_in_words(appointment.starts, reader.zone) + ", " +
         code_in_words(appointment.mode);
}

Html summary_of(const OutcomeForm& asked) {
  ErrorSummary summary;
  for (const char* name : {"", "outcome", "reason", "note", "sensitive"}) { // as they stand on the page
    const auto found = asked.errors.find(name);
    if (found == asked.errors.end()) continue;
    ErrorLink link{text(found->second), {}, {}};
    if (!found->first.empty()) link.to = Url::fragment(found->first);
    summary.errors.push_back(std::move(link));
  }
  return errors_on_top(std::move(summary));
}

// To the forms of what can be done with the appointment as it stands.
Html possible_acts(const OutcomeForm& asked) {
  if (asked.of.offered.empty()) return {};
  Html items;
  for (const record::TypeDeclaration* type : asked.of.offered) {
    std::string path = command_path(asked.of.about.person, type->name) +
                       "?appointment=" + asked.of.about.appointment.id.hex();
    if (!asked.outcome.empty() && record::find_field(*type, "outcome") != nullptr)
      path += "&outcome=" + asked.outcome;
    items << element("li", element("a", {href(local(path))}, command_words(*type).label));
  }
  return element("ul", items);
}

Html still_to_come(const OutcomeForm& asked, const Reader& reader) {
  const StaffWords& words = staff_words();
  Html out = paragraph(std::string(words.begins_at) + " " +
                       moment_in_words(asked.of.about.appointment.starts, reader.zone) + ".");
  out << paragraph(words.not_begun_text) << possible_acts(asked);
  return out;
}

// What stands, who said it and when, beside what was chosen now where that is another thing.
Html recorded_already(const OutcomeForm& asked, const Reader& reader) {
  const StaffWords& words = staff_words();
  const std::string& outcome = asked.of.about.appointment.outcome;
  Html said = element("p", std::string(words.already) + " " + std::string(outcome_words(outcome)));
  bool first = true;
  for (const service::OutcomeEntry& one : asked.of.entries) {
    const std::string who = one.by == reader.caller.member.staff.hex() ? std::string(words.you)
                            : one.account.empty()                      ? one.by.substr(0, 8)
                                                                       : one.account;
    said << element("p", std::string(first ? words.recorded_on : words.corrected_on) + " " +
                             moment_in_words(one.recorded, reader.zone) + ", " + std::string(words.note_by) +
                             " " + who);
    first = false;
  }
  if (!asked.outcome.empty() && asked.outcome != outcome)
    said << element("p", std::string(words.you_chose) + ": " + std::string(outcome_words(asked.outcome)));
  Html out = inset_text(said);
  out << possible_acts(asked)
      << element("p",
                 element("a", {href(local(case_path(asked.of.about.person) + "/record"))}, words.see_record));
  return out;
}

// Its lines as they were written.
Html lines_of(const std::string& note) {
  Html out;
  for (std::size_t from = 0; from <= note.size();) {
    const std::size_t end = std::min(note.find('\n', from), note.size());
    if (end > from) out << element("p", note.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

} // namespace

std::string outcome_page(const OutcomeForm& asked, const Reader& reader) {
  const StaffWords& words = staff_words();
  const service::PersonAppointment& about = asked.of.about;
  const service::OverviewAppointment& appointment = about.appointment;
  const bool answered = !appointment.outcome.empty();
  Html main;
  if (!asked.errors.empty()) main << summary_of(asked);
  main << element("p", {{"class", "caption"}}, which_one(about.name, about.person, appointment, reader));
  const Html back = way_back(case_path(about.person), words.back_to_case);
  const auto page = [&](std::string_view title) {
    return staff_page({std::string(title), !asked.errors.empty(), back, main}, reader.caller,
                      reader.form_token);
  };
  // Once something was typed the form stays, so that it is not lost.
  const bool typed = !asked.errors.empty() || reader.typed_before;
  if (!typed && appointment.cancelled) {
    main << element("h1", words.called_off_title) << identity_bar(asked.of.identity, reader)
         << paragraph(words.called_off_text);
    return page(words.called_off_title);
  }
  if (!typed && !answered && !appointment.begun) {
    main << element("h1", words.not_begun) << identity_bar(asked.of.identity, reader)
         << still_to_come(asked, reader);
    return page(words.not_begun);
  }
  if (!typed && answered) {
    main << element("h1", words.outcome_question) << identity_bar(asked.of.identity, reader)
         << recorded_already(asked, reader);
    return page(words.outcome_question);
  }
  main << identity_bar(asked.of.identity, reader);
  if (answered) main << recorded_already(asked, reader);
  Html fields = hidden_field("form_token", reader.form_token);
  fields << hidden_field("id", asked.id.hex());
  fields << outcome_field(asked) << reason_field(asked) << note_field(asked) << sensitive_field(asked)
         << button(words.save) << signed_in_until(reader);
  main << typed_before_note(reader) << form(local(outcome_path(about.person, appointment.id)), fields);
  return page(words.outcome_question);
}

std::string note_page(const service::AppointmentNotes& notes, const Reader& reader) {
  const StaffWords& words = staff_words();
  Html main =
      element("p", {{"class", "caption"}}, which_one(notes.name, notes.person, notes.appointment, reader));
  main << element("h1", words.note_title);
  main << paragraph(outcome_words(notes.appointment.outcome));
  for (const service::AppointmentNote& note : notes.notes) {
    Html heading =
        text(moment_in_words(note.recorded, reader.zone) + ", " + std::string(words.note_by) + " " +
             (note.by == reader.caller.member.staff.hex() ? std::string(words.you) : note.by.substr(0, 8)));
    if (note.sensitive) heading << text(" ") << tag(words.sensitive_tag, Tone::attention);
    main << element("h2", heading);
    main << (note.text.empty() ? paragraph(words.note_erased) : lines_of(note.text));
  }
  main << paragraph(words.log_note);
  return staff_page({named(std::string(words.note_title), notes.person), false,
                     way_back(case_path(notes.person), words.back_to_case), main},
                    reader.caller, reader.form_token);
}

} // namespace probity::pages
