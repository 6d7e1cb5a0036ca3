// What a verification found, by what was verified.
#include "pages/assurance/verify_page.h"
#include "pages/assurance/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

// Of the run, after what is said of what was verified.
Html facts(const service::VerificationRun& run, std::vector<SummaryRow> rows, const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  rows.push_back({std::string(words.begun), text(moment_in_words(run.begun, reader.zone))});
  rows.push_back({std::string(words.ended), text(moment_in_words(*run.ended, reader.zone))});
  return summary_list(rows);
}

Html all_is_good(std::string_view title) {
  Panel panel;
  panel.title = text(title);
  panel.body = text(assurance_words().good_text);
  panel.heading_level = 3;
  return html::panel(panel);
}

Html not_good(std::string_view title, std::string_view what_to_do) {
  return warning_text(title) << paragraph(what_to_do);
}

Html findings_table(const std::vector<ledger::Finding>& findings) {
  const AssuranceWords& words = assurance_words();
  Table out;
  out.caption = words.findings;
  out.columns = {{std::string(words.event)}, {std::string(words.what_of_it)}, {std::string(words.message)}};
  for (const ledger::Finding& one : findings)
    out.rows.push_back({{text(one.index < 0 ? std::string(words.whole_ledger)
                                            : with_commas(static_cast<std::uint64_t>(one.index))),
                         text(one.what), text(one.message)},
                        ""});
  return table(out);
}

struct Result {
  const service::VerificationRun& run;
  const Reader& reader;

  Html operator()(const ledger::Verification& found) const {
    const AssuranceWords& words = assurance_words();
    Html out = found.ok ? all_is_good(words.good) : not_good(words.bad, words.bad_text);
    out << facts(run,
                 {{std::string(words.verified), text(words.all_of_it)},
                  {std::string(words.events), text(with_commas(found.events))},
                  {std::string(words.root), code(found.root.hex())},
                  {std::string(words.compared), text(run.asked.note ? words.grown : words.not_compared)},
                  {std::string(words.published_found), published(found)}},
                 reader);
    if (!found.ok) out << findings_table(found.findings);
    if (found.cut_short) out << paragraph(words.cut_short);
    return out;
  }

  [[nodiscard]] Html published(const ledger::Verification& found) const {
    const AssuranceWords& words = assurance_words();
    if (!run.asked.head) return text(words.published_not_given);
    if (!found.head_size) return tag(words.published_nowhere, Tone::bad);
    return text(std::string(words.published_at) + " " + with_commas(*found.head_size) + " " +
                std::string(words.published_events));
  }

  Html operator()(const service::ViewsCheck& found) const {
    const AssuranceWords& words = assurance_words();
    const service::ViewsCheckAsked& sample = run.asked.sample;
    const std::string people = std::to_string(sample.people);
    const std::string seed = std::to_string(sample.seed);
    const bool good = found.findings.empty();
    Html out = good ? all_is_good(words.views_good) : not_good(words.views_bad, words.views_bad_text);
    out << facts(
        run,
        {{std::string(words.verified),
          text(std::string(words.views_of) + " " + count_of(sample.people, "people"))},
         {std::string(words.seed_used), text(seed)},
         {std::string(words.folded),
          text(with_commas(found.folded) + " " + std::string(words.of_rows) + " " + with_commas(found.rows))},
         {std::string(words.events), text(with_commas(found.cursor))}},
        reader);
    Html findings;
    for (const std::string& one : found.findings)
      findings << element("li", one);
    if (!good) out << element("ul", findings);
    const std::string again = "/assure/verify?scope=views&seed=" + seed + "&people=" + people;
    out << element("p", element("a", {href(local(again))}, words.draw_again)) << paragraph(words.repeat)
        << commands(words.repeat_purpose, "probity verify --ledger LEDGER --views LEDGER.views --sample " +
                                              people + " --seed " + seed);
    return out;
  }

  Html operator()(const ledger::StreamCheck& found) const {
    const AssuranceWords& words = assurance_words();
    const bool good = found.findings.empty();
    Html out = good ? all_is_good(words.case_good) : not_good(words.case_bad, words.case_bad_text);
    out << facts(run,
                 {{std::string(words.verified), case_link("", run.asked.person)},
                  {std::string(words.events_of_case), text(with_commas(found.events.size()))},
                  {std::string(words.led_to), code(found.checkpoint.root.hex())}},
                 reader);
    if (!good) out << findings_table(found.findings);
    return out << proofs_table(found);
  }

  static Html proofs_table(const ledger::StreamCheck& found) {
    const AssuranceWords& words = assurance_words();
    Table out;
    out.caption = words.proofs;
    out.columns = {{std::string(words.event)},
                   {std::string(words.leaf)},
                   {std::string(words.hashes_up), Align::numeric},
                   {std::string(words.proof_of)}};
    for (const ledger::ProvenEvent& one : found.events)
      out.rows.push_back(
          {{element("a", {href(local(proof_path(one.index)))}, with_commas(one.index)), code(one.leaf.hex()),
            text(std::to_string(one.path.size())),
            tag(one.holds ? words.holds : words.holds_not, one.holds ? Tone::good : Tone::bad)},
           ""});
    return table(out);
  }
};

} // namespace

Html verification_result(const service::VerificationShown& shown, const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  const service::VerificationRun& run = *shown.run;
  Html out = element("h2", words.last);
  if (shown.closed) return out << paragraph(words.closed);
  if (!*run.found) {
    const base::Error& error = run.found->error();
    return out << warning_text(std::string(words.broken_off) + ": " + error.message + ". " + error.hint);
  }
  return out << std::visit(Result{run, reader}, **run.found);
}

} // namespace probity::pages
