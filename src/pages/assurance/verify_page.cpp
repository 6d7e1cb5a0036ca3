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
  const std::string how_far =
      with_commas(run.done) + " " + std::string(words.events_of) + " " + with_commas(run.of);
  Html out = element("h2", words.running);
  Html bar = element("progress", {{"class", "probity-progress"},
                                  {"aria-label", words.running},
                                  {"max", std::to_string(std::max<std::uint64_t>(1, run.of))},
                                  {"value", std::to_string(run.done)}});
  out << element("p", {{"role", "status"}}, how_far) << element("p", bar) << paragraph(words.meanwhile);
  Html reading = refreshes ? text(std::string(words.refreshes) + " ") : Html();
  const std::string still = std::string(path) + "?still=yes";
  if (refreshes)
    reading << link(still, words.stop_refreshing);
  else
    reading << link(still, words.look_again) << text(" · ") << link(std::string(path), words.refresh_again);
  return out << element("p", reading);
}

Html facts_of(const service::VerificationRun& run, const ledger::Verification& found, const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  return summary_list({{std::string(words.events), text(with_commas(found.events))},
                       {std::string(words.root), code(found.root.hex())},
                       {std::string(words.begun), text(moment_in_words(run.begun, reader.zone))},
                       {std::string(words.ended), text(moment_in_words(*run.ended, reader.zone))},
                       {std::string(words.compared), text(run.against ? words.grown : words.not_compared)}});
}

Html findings_table(const ledger::Verification& found) {
  const AssuranceWords& words = assurance_words();
  Table out;
  out.caption = words.findings;
  out.columns = {{std::string(words.event)}, {std::string(words.what_of_it)}, {std::string(words.message)}};
  for (const ledger::Finding& one : found.findings)
    out.rows.push_back({{text(one.index < 0 ? std::string(words.whole_ledger)
                                            : with_commas(static_cast<std::uint64_t>(one.index))),
                         text(one.what), text(one.message)},
                        ""});
  return table(out);
}

Html result_part(const service::VerificationRun& run, const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  Html out = element("h2", words.last);
  if (!*run.found) {
    const base::Error& error = run.found->error();
    return out << warning_text(std::string(words.broken_off) + ": " + error.message + ". " + error.hint);
  }
  const ledger::Verification& found = **run.found;
  if (found.ok) {
    Panel panel;
    panel.title = text(words.good);
    panel.body = text(words.good_text);
    panel.heading_level = 3;
    return out << html::panel(panel) << facts_of(run, found, reader);
  }
  out << warning_text(words.bad) << paragraph(words.bad_text) << facts_of(run, found, reader)
      << findings_table(found);
  if (found.cut_short) out << paragraph(words.cut_short);
  return out;
}

Html form_part(const VerifyForm& asked, const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  Textarea note;
  note.name = "note";
  note.label.words = text(words.note);
  note.value = asked.note;
  note.rows = 6;
  note.autocomplete = "off";
  note.spellcheck = false;
  Hint hint_words;
  hint_words.words = text(words.note_hint);
  note.around.hint = hint_words;
  if (!asked.error.empty()) {
    ErrorMessage error;
    error.words = text(asked.error);
    note.around.error = error;
  }
  Html fields = hidden_field("form_token", reader.form_token);
  fields << textarea(note) << button(words.begin) << signed_in_until(reader);
  return element("h2", words.again) << typed_before_note(reader) << form(local(std::string(path)), fields);
}

} // namespace

std::string verify_page(const service::VerificationShown& shown, const VerifyForm& asked,
                        const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  Html main;
  if (!asked.error.empty()) {
    ErrorSummary summary;
    summary.errors.push_back({text(asked.error), Url::fragment("note"), {}});
    main << errors_on_top(std::move(summary));
  }
  main << element("h1", words.title) << paragraph(words.explained);
  const bool runs = shown.run && !shown.run->ended;
  if (runs)
    main << progress_part(*shown.run, asked.refreshes);
  else if (shown.run)
    main << result_part(*shown.run, reader);
  else
    main << element("h2", words.none_yet) << paragraph(words.none_yet_text);
  if (!runs || !asked.error.empty() || reader.typed_before) main << form_part(asked, reader);
  main << element("h2", words.keep) << paragraph(words.keep_text)
       << commands(words.checkpoint_purpose, shown.checkpoint);
  main << element("p", {{"class", "caption"}},
                  with_commas(shown.size) + " " + std::string(words.as_known) + " " +
                      std::string(staff_words().log_note));
  Frame frame{std::string(words.title), !asked.error.empty(), {}, main};
  frame.section = Section::verify;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages
