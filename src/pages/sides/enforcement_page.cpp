#include "pages/sides/side_pages.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using service::ShownBreach;
using service::ShownFailure;

namespace {

std::string number(int value) {
  return std::to_string(value);
}

Html with_hint(std::string_view words, std::string_view hint) {
  Html out = text(words);
  out << element("span", {{"class", "govuk-hint small"}}, " " + std::string(hint));
  return out;
}

Html rule_now(const service::EnforcementShown& shown, const Reader& reader) {
  const SideWords& words = side_words();
  Html out = element("h2", words.rule_now);
  out << (shown.side.owed.empty() ? paragraph(words.nothing_to_decide)
                                  : owed_table(shown.side.owed, shown.side.on, reader, false));
  if (shown.warned_until)
    out << inset_text(text(std::string(words.warned_until) + " " + in_words(*shown.warned_until) + "."));
  else
    out << paragraph(words.not_warned);
  if (shown.under == "licence") out << paragraph(words.on_licence);
  return out;
}

Html counts(const service::EnforcementShown& shown) {
  const SideWords& words = side_words();
  Html out = element("h2", words.counts);
  out << summary_list(std::vector<SummaryRow>{
      {std::string(words.in_twelve_months),
       with_hint(number(shown.in_twelve_months), words.in_twelve_months_hint)},
      {std::string(words.since_breach), with_hint(number(shown.days_since_breach), words.since_breach_hint)},
      {std::string(words.allowed), text(number(shown.failures_allowed))}});
  return out;
}

Html reason_cell(const ShownFailure& one) {
  const SideWords& words = side_words();
  if (one.pending) {
    Html out = tag(words.pending, Tone::attention);
    if (one.evidence_by)
      out << text(", " + std::string(words.evidence_by) + " " + in_words(*one.evidence_by));
    return out;
  }
  return text(one.ruling.empty() ? std::string() : code_in_words(one.ruling));
}

Html warning_cell(const ShownFailure& one) {
  const SideWords& words = side_words();
  if (!one.warned) return text(one.counts ? words.none : words.excused);
  return text(std::string(one.withdrawn ? words.withdrawn : words.given) + " " + in_words(*one.warned));
}

Html letter_cell(const service::CaseSide& side, const ShownFailure& one) {
  if (!one.counts && !one.pending) return {};
  const SideWords& words = side_words();
  Html said = text(one.pending ? words.see_letter : words.see_warning);
  said << element("span", {{"class", "govuk-visually-hidden"}},
                  " " + std::string(staff_words().of) + " " + in_words(one.day));
  return element("a",
                 {href(local(case_path(side.person) + "/appointments/" + one.appointment.hex() + "/letter"))},
                 said);
}

Html failures(const service::EnforcementShown& shown) {
  const SideWords& words = side_words();
  Html out = element("h2", words.failures);
  if (shown.failures.empty()) {
    out << paragraph(words.no_failures);
    return out;
  }
  Table rows;
  rows.caption = words.failures_caption;
  rows.caption_classes = "govuk-visually-hidden";
  rows.columns = {{std::string(words.day)},
                  {std::string(words.what_happened)},
                  {std::string(words.reason)},
                  {std::string(words.warning)},
                  {std::string(words.letter)}};
  for (const ShownFailure& one : shown.failures) {
    std::string what(outcome_words(one.outcome));
    if (one.unpaid_work) what += ", " + std::string(words.unpaid_work);
    rows.rows.push_back({{text(in_words(one.day)), text(what), reason_cell(one), warning_cell(one),
                          letter_cell(shown.side, one)},
                         ""});
  }
  out << table(rows);
  return out;
}

Tone tone_of(ShownBreach::Stage stage) {
  switch (stage) {
  case ShownBreach::Stage::to_decide:
  case ShownBreach::Stage::to_prepare:
  case ShownBreach::Stage::to_refer:
    return Tone::attention;
  case ShownBreach::Stage::sent_back:
    return Tone::bad;
  default:
    return Tone::neutral;
  }
}

Html decision_cell(const ShownBreach& one) {
  if (one.decision.empty()) return text(side_words().not_decided);
  Html out = text(code_in_words(one.decision) + (one.reason.empty() ? "" : ", " + code_words(one.reason)));
  if (!one.explanation.empty()) out << element("div", {{"class", "probity-written small"}}, one.explanation);
  return out;
}

Html stage_cell(const ShownBreach& one) {
  Html out = tag(words_for(one.stage), tone_of(one.stage));
  if (one.returned > 0)
    out << text(" " + std::string(side_words().returned) + " " +
                count_of(static_cast<std::uint64_t>(one.returned), "times"));
  if (!one.result.empty())
    out << text(" " + code_in_words(one.result) + (one.ended ? ", " + in_words(*one.ended) : ""));
  return out;
}

Html breaches(const service::EnforcementShown& shown) {
  const SideWords& words = side_words();
  Html out = element("h2", words.breaches);
  if (shown.breaches.empty()) {
    out << paragraph(words.no_breaches);
    return out;
  }
  Table rows;
  rows.caption = words.breaches_caption;
  rows.caption_classes = "govuk-visually-hidden";
  rows.columns = {{std::string(words.raised)},
                  {std::string(words.ground)},
                  {std::string(words.advice)},
                  {std::string(words.decision)},
                  {std::string(words.state)}};
  for (const ShownBreach& one : shown.breaches)
    rows.rows.push_back({{day_cell(one.raised), text(one.ground.empty() ? "" : code_in_words(one.ground)),
                          text(code_in_words(one.advice)), decision_cell(one), stage_cell(one)},
                         ""});
  out << table(rows);
  return out;
}

Html recall(const service::EnforcementShown& shown) {
  if (shown.open_recall.empty()) return {};
  const SideWords& words = side_words();
  Html out = element("h2", words.recall_open);
  std::vector<SummaryRow> rows;
  for (const service::ShownField& field : shown.open_recall)
    if (field.name != "recall") rows.push_back({code_in_words(field.name), text(code_in_words(field.value))});
  out << summary_list(rows);
  return out;
}

} // namespace

std::string enforcement_page(const service::EnforcementShown& shown, const Reader& reader) {
  Html own = rule_now(shown, reader);
  own << counts(shown) << failures(shown) << breaches(shown) << recall(shown);
  return side_page(shown.side, PageOfCase::enforcement, side_words().enforcement, own, reader,
                   Due::said_by_side);
}

} // namespace probity::pages
