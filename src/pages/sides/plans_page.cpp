#include "pages/sides/side_pages.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using service::PlanCheckShown;
using service::PlanShown;

namespace {

Html timing_tag(const PlanShown& one) {
  const SideWords& words = side_words();
  if (!one.filed) return tag(words.not_filed, Tone::neutral);
  if (one.timing == "late") return tag(words.filed_late, Tone::bad);
  if (one.timing == "on_time") return tag(words.filed_in_time, Tone::good);
  return tag(words.no_clock, Tone::neutral);
}

bool failed(const PlanShown& one) {
  return std::any_of(one.checks.begin(), one.checks.end(), [](const PlanCheckShown& check) {
    return check.result == PlanCheckShown::Result::failed;
  });
}

// Never one status for both: a plan can be in time and blank.
Html statuses(const PlanShown& one) {
  const SideWords& words = side_words();
  Html out = tag(words_for(one.status), Tone::neutral);
  out << text(" ") << timing_tag(one) << text(" ");
  out << (failed(one) ? tag(words.not_sound, Tone::bad) : tag(words.sound, Tone::good));
  return out;
}

Html check_cell(PlanCheckShown::Result result) {
  const SideWords& words = side_words();
  switch (result) {
  case PlanCheckShown::Result::passed:
    return tag(words.passed, Tone::good);
  case PlanCheckShown::Result::failed:
    return tag(words.failed, Tone::bad);
  case PlanCheckShown::Result::when_filed:
    return text(words.when_filed);
  }
  return {};
}

Html checks_of(const PlanShown& one) {
  Html items;
  for (const PlanCheckShown& check : one.checks) {
    Html said = text(std::string(words_for(check.fault)) + ": ");
    said << check_cell(check.result);
    items << element("li", said);
  }
  return element("ul", {{"class", "probity-facts"}}, items);
}

Html filed_cell(const PlanShown& one) {
  const SideWords& words = side_words();
  std::string out = one.filed ? in_words(*one.filed) : std::string(words.not_filed);
  if (one.refiled) out += ", " + std::string(words.filed_again) + " " + in_words(*one.refiled);
  if (one.due) out += ", " + std::string(words.due_by) + " " + in_words(*one.due);
  return text(out);
}

Html objectives_of(const PlanShown& one) {
  const SideWords& words = side_words();
  if (one.objectives.empty()) return text(words.none);
  Html items;
  for (const casework::PlanObjective& goal : one.objectives)
    items << element("li", code_in_words(goal.objective.text()) + " (" + code_words(goal.need.text()) +
                               "), " + std::string(words.until) + " " + in_words(goal.by));
  return element("ul", {{"class", "probity-facts"}}, items);
}

Html actions_of(const PlanShown& one) {
  const SideWords& words = side_words();
  if (one.actions.empty()) return text(words.none);
  Html items;
  for (const casework::PlanAction& action : one.actions) {
    std::string said = code_in_words(action.action.text()) + " (" + code_words(action.need.text()) + "), " +
                       code_words(action.owner.text()) + ", " + std::string(words.until) + " " +
                       in_words(action.by);
    if (!action.result.empty()) said += ": " + code_words(action.result.text());
    items << element("li", said);
  }
  return element("ul", {{"class", "probity-facts"}}, items);
}

void add_content(std::vector<SummaryRow>& rows, const PlanShown& one) {
  const SideWords& words = side_words();
  if (one.words) rows.push_back({std::string(words.words_written), text(std::to_string(*one.words))});
  if (!one.written_here) {
    rows.push_back({std::string(words.needs), text(words.elsewhere)});
    return;
  }
  rows.push_back(
      {std::string(words.needs), one.needs.empty() ? text(words.no_needs) : codes_cell(one.needs)});
  rows.push_back({std::string(words.objectives), objectives_of(one)});
  rows.push_back({std::string(words.actions), actions_of(one)});
  rows.push_back({std::string(words.agreement),
                  text(one.agreement.empty() ? std::string(words.not_asked) : code_in_words(one.agreement))});
}

Html plan_of(const service::CaseSide& side, const PlanShown& one, const Reader& reader) {
  const SideWords& words = side_words();
  std::vector<SummaryRow> rows;
  rows.push_back({std::string(words.state), statuses(one)});
  rows.push_back({std::string(words.day), filed_cell(one)});
  rows.push_back({std::string(words.checks), checks_of(one)});
  add_content(rows, one);
  if (one.review_by) rows.push_back({std::string(words.review_on), text(in_words(*one.review_by))});
  Html out = element("h2", code_in_words(one.kind) + " " + std::string(words.plan) + ", " +
                               one.id.hex().substr(0, 8));
  out << summary_list(rows);
  if (one.own && one.status == PlanShown::Status::filed) out << paragraph(words.own_plan);
  if (one.filed && access::may_ever(reader.caller.member, access::Action::see_twins))
    out << element("p",
                   element("a", {href(local(case_path(side.person) + "/plans/" + one.id.hex() + "/twins"))},
                           words.twins));
  return out;
}

} // namespace

std::string plans_page(const service::PlansShown& shown, const Reader& reader) {
  const SideWords& words = side_words();
  Html own = paragraph(shown.plans.empty() ? words.no_plans : words.two_statuses);
  for (const PlanShown& one : shown.plans)
    own << plan_of(shown.side, one, reader);
  return side_page(shown.side, PageOfCase::plans, words.plans, own, reader);
}

std::string plan_twins_page(const service::PlanTwins& shown, const Reader& reader) {
  const SideWords& words = side_words();
  Html heading = element("span", {{"class", "caption"}},
                         named(shown.name, shown.person) + ", " + code_words(shown.kind) + " " +
                             std::string(words.plan) + " " + shown.plan.hex().substr(0, 8));
  heading << text(words.twins_title);
  Html main = element("h1", heading);
  main << paragraph(words.twins_text);
  if (!shown.has_text) main << paragraph(words.nothing_to_compare);
  if (shown.has_text && shown.twins.empty()) main << paragraph(words.no_twins);
  if (!shown.twins.empty()) {
    Table rows;
    rows.caption = words.twins_title;
    rows.caption_classes = "govuk-visually-hidden";
    rows.columns = {{std::string(words.whose)},
                    {std::string(words.alike), Align::numeric},
                    {std::string(words.author)},
                    {std::string(words.day)}};
    for (const service::PlanTwin& one : shown.twins)
      rows.rows.push_back({{case_link(one.name, one.person), text(std::to_string(one.percent) + " %"),
                            text(one.same_author ? words.same_author : words.other_author),
                            text(one.earlier ? words.earlier : words.later)},
                           ""});
    main << table(rows);
  }
  if (shown.closed > 0)
    main << paragraph(std::to_string(shown.closed) + " " + std::string(words.twins_closed) + ".");
  main << paragraph(staff_words().log_note);
  const Html back = way_back(case_path(shown.person) + "/plans", words.back_to_plans);
  return staff_page({named(std::string(words.twins_title), shown.person), false, back, main}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
