#include "pages/sides/side_pages.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html now_of(const service::RiskShown& shown) {
  const SideWords& words = side_words();
  std::vector<SummaryRow> rows;
  rows.push_back({std::string(words.level_now),
                  text(shown.level.empty() ? std::string(words.not_judged) : code_in_words(shown.level))});
  if (!shown.tier.empty()) rows.push_back({std::string(words.tier), text(shown.tier)});
  if (shown.points) rows.push_back({std::string(words.points), text(std::to_string(*shown.points))});
  rows.push_back({std::string(words.body),
                  text(shown.side.provider.empty() ? std::string(words.none) : shown.side.provider)});
  rows.push_back({std::string(words.held), holder_cell(shown.side)});
  return summary_list(rows);
}

std::string people_of(const service::HandOver& one) {
  return one.from + ": " + with_commas(one.people_of_from) + ", " + one.to + ": " +
         with_commas(one.people_of_to);
}

Html steps_of(const service::HandOver& one) {
  const SideWords& words = side_words();
  Table rows;
  rows.caption = words.hand_over;
  rows.caption_classes = "govuk-visually-hidden";
  rows.columns = {{std::string(words.step)}, {std::string(words.state)}, {std::string(words.day)}};
  for (const service::HandOverStep& step : one.steps)
    rows.rows.push_back({{text(words_for(step.what)),
                          step.done ? tag(words.done, Tone::good) : tag(words.not_done, Tone::attention),
                          text(step.day ? in_words(*step.day) : std::string())},
                         ""});
  return table(rows);
}

Html hand_over(const service::RiskShown& shown) {
  const SideWords& words = side_words();
  Html out = element("h2", words.hand_over);
  if (!shown.hand_over) {
    out << paragraph(words.no_hand_over);
    return out;
  }
  const service::HandOver& one = *shown.hand_over;
  out << summary_list(std::vector<SummaryRow>{
      {std::string(words.reason), text(one.for_risk ? words.hand_over_of_risk : words.hand_over_other)},
      {std::string(words.from_to), text(one.from + " → " + one.to)},
      {std::string(words.stage), text(code_in_words(one.stage))},
      {std::string(words.people_of), text(people_of(one))}});
  out << steps_of(one);
  return out;
}

std::string groups_of(const service::ShownJudgement& one) {
  std::string out;
  for (const service::ShownField& group : one.groups)
    out += (out.empty() ? "" : ", ") + code_words(group.name) + ": " + code_words(group.value);
  return out;
}

Html judgements(const service::RiskShown& shown) {
  const SideWords& words = side_words();
  Html out = element("h2", words.judgements);
  if (shown.judgements.empty()) {
    out << paragraph(words.no_judgements);
    return out;
  }
  Table rows;
  rows.caption = words.judgements;
  rows.caption_classes = "govuk-visually-hidden";
  rows.columns = {{std::string(words.day)},
                  {std::string(words.level_now)},
                  {std::string(words.groups)},
                  {std::string(words.judged_by)}};
  for (const service::ShownJudgement& one : shown.judgements)
    rows.rows.push_back({{text(in_words(one.day)), text(code_in_words(one.level)), text(groups_of(one)),
                          text(one.by.substr(0, 8))},
                         ""});
  out << table(rows);
  return out;
}

std::string_view state_of(const service::ShownAssessment& one) {
  const SideWords& words = side_words();
  if (one.abandoned) return words.abandoned;
  if (one.locked) return words.locked;
  return one.completed ? words.completed : words.open;
}

Html assessments(const service::RiskShown& shown) {
  const SideWords& words = side_words();
  Html out = element("h2", words.assessments);
  if (shown.assessments.empty()) {
    out << paragraph(words.no_assessments);
    return out;
  }
  Table rows;
  rows.caption = words.assessments;
  rows.caption_classes = "govuk-visually-hidden";
  rows.columns = {{std::string(words.started)},
                  {std::string(words.purpose)},
                  {std::string(words.completed)},
                  {std::string(words.state)}};
  for (const service::ShownAssessment& one : shown.assessments)
    rows.rows.push_back(
        {{text(in_words(one.started)), text(code_in_words(one.purpose)),
          text(one.completed ? in_words(*one.completed) : std::string()), text(state_of(one))},
         ""});
  out << table(rows);
  return out;
}

Html flags(const service::RiskShown& shown) {
  const SideWords& words = side_words();
  Html out = element("h2", words.flags);
  if (shown.flags.empty()) {
    out << paragraph(words.no_flags);
    return out;
  }
  Table rows;
  rows.caption = words.flags;
  rows.caption_classes = "govuk-visually-hidden";
  rows.columns = {{std::string(words.flag)}, {std::string(words.day)}, {std::string(words.review_by)}};
  for (const service::ShownFlag& one : shown.flags) {
    std::string what = code_in_words(one.kind);
    for (const std::string& more : {one.category, one.level})
      if (!more.empty()) what += ", " + code_words(more);
    rows.rows.push_back({{text(what), text(in_words(one.seen)),
                          text(one.review_by ? in_words(*one.review_by) : std::string(words.no_review))},
                         ""});
  }
  out << table(rows);
  return out;
}

} // namespace

std::string risk_page(const service::RiskShown& shown, const Reader& reader) {
  Html own = now_of(shown);
  own << hand_over(shown) << judgements(shown) << assessments(shown) << flags(shown);
  return side_page(shown.side, PageOfCase::risk, side_words().risk, own, reader);
}

} // namespace probity::pages
