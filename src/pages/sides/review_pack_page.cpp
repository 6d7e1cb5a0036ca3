#include "pages/sides/review_pack_parts.h"
#include "pages/sides/review_pack_words.h"
#include "pages/sides/side_pages.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html back_to_offences(const base::StreamId& person) {
  return way_back(case_path(person) + "/further-offences", review_pack_words().back);
}

Html day_form(const service::PackAsked& asked, const std::string& error) {
  const ReviewPackWords& words = review_pack_words();
  Input day;
  day.name = "on";
  day.label.words = text(words.other_day);
  day.extra.classes = "govuk-input--width-10";
  Hint hint;
  hint.words = text(words.other_day_hint);
  day.around.hint = hint;
  if (!asked.on.empty()) day.value = asked.on;
  if (!error.empty()) {
    ErrorMessage message;
    message.words = text(error);
    day.around.error = message;
  }
  Html fields = input(day);
  fields << button(words.show);
  return element(
      "form",
      {action(local(review_pack_path(asked.person, asked.offence))), {"method", "get"}, {"novalidate", ""}},
      fields);
}

Html what_was_corrected(const std::vector<service::CorrectedSince>& corrected, const Reader& reader) {
  const ReviewPackWords& words = review_pack_words();
  Table out;
  out.caption = words.corrected;
  out.columns = {{std::string(staff_words().number)},
                 {std::string(staff_words().event)},
                 {std::string(words.then)},
                 {std::string(words.now)},
                 {std::string(words.why)}};
  const auto said = [](const service::CorrectedSince& one, const std::string& when,
                       const std::vector<service::ShownField>& facts) {
    return text(when_in_words(when) + (facts.empty() ? "" : ". ") + fields_text(one.type, facts));
  };
  for (const service::CorrectedSince& one : corrected) {
    Html why;
    for (const service::ShownCorrection& correction : one.corrections)
      why << element("p", code_in_words(correction.reason) + ", " +
                              moment_in_words(correction.record.recorded, reader.zone) + ", " +
                              std::string(words.by) + " " + correction.record.actor.substr(0, 8));
    out.rows.push_back(
        {{text(std::to_string(one.index)), text(code_in_words(spaced(one.type))),
          said(one, one.when_then, one.facts_then),
          one.now_void ? tag(words.now_void, Tone::bad) : said(one, one.when_now, one.facts_now), why},
         ""});
  }
  return table(out);
}

Html what_was_learnt(const service::SinceThen& since, const Reader& reader) {
  const ReviewPackWords& words = review_pack_words();
  Html out = element("h2", words.learnt_after);
  if (since.corrected.empty() && since.entered.empty()) return out << paragraph(words.nothing_learnt);
  out << paragraph(words.learnt_text);
  if (!since.corrected.empty()) out << what_was_corrected(since.corrected, reader);
  if (!since.entered.empty()) out << events_table(since.entered, reader, words.entered_late);
  return out;
}

Html what_is_reviewed(const service::ReviewPackShown& shown, const service::KnownThen& then) {
  const ReviewPackWords& words = review_pack_words();
  return summary_list(
      std::vector<SummaryRow>{{std::string(words.offence), text(code_in_words(shown.offence))},
                              {std::string(words.offence_on), text(in_words(shown.offence_on))},
                              {std::string(words.known_until), text(in_words(then.known_on))},
                              {std::string(words.events_known), text(with_commas(then.size))}});
}

std::string title_of(const base::StreamId& person) {
  return named(std::string(review_pack_words().title), person);
}

} // namespace

std::string review_pack_path(const base::StreamId& person, const base::EntityId& offence) {
  return case_path(person) + "/further-offences/" + offence.hex() + "/pack";
}

std::string review_pack_page(const service::ReviewPackShown& shown, const service::PackAsked& asked,
                             const Reader& reader) {
  const ReviewPackWords& words = review_pack_words();
  const auto& whole = std::get<service::WholePack>(shown.pack);
  const service::KnownThen& then = *whole.then;
  Html heading = element("span", {{"class", "caption"}}, named(shown.name, shown.person));
  heading << text(std::string(words.title) + ": " + std::string(words.morning_of) + " " + in_words(shown.on));
  Html main = element("h1", heading);
  Html around = paragraph(words.print_text);
  around << day_form(asked, "");
  main << element("div", {{"class", "probity-not-printed"}}, around);
  if (shown.held_case) main << inset_text(text(side_words().held_case));
  main << paragraph(words.known) << what_is_reviewed(shown, then);
  main << pack_who_held(then) << pack_orders(then) << pack_contact(then, reader) << pack_owed(then)
       << pack_risk(then) << pack_plans(then) << pack_enforcement(then);
  main << element("h2", words.chronology)
       << events_table(whole.chronology, reader,
                       std::string(staff_words().known_as) + " " + in_words(then.known_on));
  main << what_was_learnt(whole.since, reader) << paragraph(staff_words().log_note);
  return staff_page({title_of(shown.person), false, back_to_offences(shown.person), main}, reader.caller,
                    reader.form_token);
}

std::string review_pack_day_page(const service::PackAsked& asked, const std::string& error,
                                 const Reader& reader) {
  ErrorSummary summary;
  summary.errors.push_back({text(error), Url::fragment("on"), {}});
  Html main = errors_on_top(std::move(summary));
  main << element("h1", title_of(asked.person)) << day_form(asked, error);
  return staff_page({title_of(asked.person), true, back_to_offences(asked.person), main}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
