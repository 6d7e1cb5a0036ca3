#include "pages/sides/side_pages.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using service::FurtherOffenceShown;

namespace {

Tone tone_of(FurtherOffenceShown::Stage stage) {
  switch (stage) {
  case FurtherOffenceShown::Stage::signed_off:
    return Tone::good;
  case FurtherOffenceShown::Stage::no_review:
  case FurtherOffenceShown::Stage::closed:
    return Tone::neutral;
  default:
    return Tone::attention;
  }
}

Html offence_of(const FurtherOffenceShown& one, const base::StreamId& person, const Reader& reader) {
  const SideWords& words = side_words();
  std::vector<SummaryRow> rows;
  rows.push_back({std::string(words.state), tag(words_for(one.stage), tone_of(one.stage))});
  rows.push_back({std::string(words.review), text(one.automatic ? words.automatic : words.discretionary)});
  rows.push_back({std::string(words.offence_on), text(in_words(one.offence_on))});
  rows.push_back({std::string(words.learnt), text(in_words(one.learnt))});
  rows.push_back({std::string(words.first_court), day_cell(one.first_court)});
  rows.push_back({std::string(words.told), day_cell(one.notified)});
  if (!one.decision.empty()) rows.push_back({std::string(words.decision), text(code_in_words(one.decision))});
  if (!one.finding.empty()) rows.push_back({std::string(words.finding), text(code_in_words(one.finding))});
  if (!one.result.empty()) rows.push_back({std::string(words.charge), text(code_in_words(one.result))});
  Html out = element("h2", std::string(words.offence) + ": " + code_words(one.offence) + ", " +
                               one.id.hex().substr(0, 8));
  out << summary_list(rows);
  if (access::may_ever(reader.caller.member, access::Action::see_review_pack))
    out << element("p", element("a", {{"class", "govuk-link"}, href(local(review_pack_path(person, one.id)))},
                                words.pack));
  return out;
}

// What whoever reviews asks first; the whole of it the review pack of each offence says.
Html what_a_review_asks(const service::FurtherOffencesShown& shown) {
  const SideWords& words = side_words();
  Html out = summary_list(std::vector<SummaryRow>{
      {std::string(words.level_now),
       text(shown.harm_level.empty() ? std::string(words.not_judged) : code_in_words(shown.harm_level))},
      {std::string(words.last_seen),
       text(shown.last_seen ? in_words(*shown.last_seen) : std::string(words.never_seen))},
      {std::string(words.held_by), text(std::to_string(shown.held_by))},
      {std::string(words.overdue_now), text(with_commas(shown.overdue))}});
  if (shown.held_case) out << inset_text(text(words.held_case));
  return out;
}

} // namespace

std::string further_offences_page(const service::FurtherOffencesShown& shown, const Reader& reader) {
  const SideWords& words = side_words();
  Html own;
  if (shown.offences.empty())
    own << paragraph(words.no_offences);
  else
    own << what_a_review_asks(shown);
  for (const FurtherOffenceShown& one : shown.offences)
    own << offence_of(one, shown.side.person, reader);
  return side_page(shown.side, PageOfCase::further_offences, words.further_offences, own, reader);
}

} // namespace probity::pages
