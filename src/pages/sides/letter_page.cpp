#include "pages/sides/side_pages.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using service::FailureLetter;

namespace {

std::string what_was_missed(const FailureLetter& letter, const Reader& reader) {
  const SideWords& words = side_words();
  return std::string(letter.unpaid_work ? words.work_of : words.appointment_of) + " " +
         moment_in_words(letter.starts, reader.zone);
}

Html evidence_text(const FailureLetter& letter, const Reader& reader) {
  const SideWords& words = side_words();
  Html out = paragraph(std::string(words.evidence_says) + " " + what_was_missed(letter, reader) + ". " +
                       std::string(words.evidence_ask));
  if (letter.evidence_by)
    out << element("p", element("strong", std::string(words.evidence_ask_by) + " " +
                                              in_words(*letter.evidence_by) + "."));
  out << paragraph(words.evidence_else);
  return out;
}

Html warning_text_of(const FailureLetter& letter, const Reader& reader) {
  const SideWords& words = side_words();
  const bool licence = letter.under == "licence" || letter.under == "post_sentence";
  Html out =
      paragraph(std::string(words.warning_says) + " " + what_was_missed(letter, reader) + ". " +
                std::string(words.warning_failed) + ": " + std::string(outcome_words(letter.outcome)) + ".");
  out << paragraph(licence ? words.warning_licence : words.warning_order);
  out << element("p", element("strong", licence ? words.warning_again_licence : words.warning_again_order));
  out << paragraph(std::string(words.warning_lasts) + " " + in_words(letter.lasts_until) + ".");
  out << paragraph(words.warning_wrong);
  return out;
}

} // namespace

std::string letter_page(const FailureLetter& letter, const Reader& reader) {
  const SideWords& words = side_words();
  const bool warning = letter.kind == FailureLetter::Kind::warning;
  const std::string_view title = warning ? words.warning_title : words.evidence_title;
  Html heading = element("span", {{"class", "caption"}}, named(letter.name, letter.person));
  heading << text(title);
  Html around = element("h1", heading);
  if (warning) around << paragraph(letter.given ? words.was_given : words.preview);
  around << paragraph(words.print_text) << paragraph(staff_words().log_note);
  Html body = paragraph(std::string(words.sent_on) + ": " + in_words(letter.on));
  body << paragraph(letter.name.empty() ? std::string(words.dear_nobody)
                                        : std::string(words.dear) + " " + letter.name);
  body << (warning ? warning_text_of(letter, reader) : evidence_text(letter, reader));
  body << paragraph(words.signed_so)
       << paragraph(std::string(words.letter_by) + " " + reader.caller.member.provider);
  Html main = element("div", {{"class", "probity-not-printed"}}, around);
  main << element("article", {{"class", "probity-letter"}, {"aria-label", title}}, body);
  const Html back = way_back(case_path(letter.person) + "/enforcement", words.back_to_enforcement);
  return staff_page({named(std::string(title), letter.person), false, back, main}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
