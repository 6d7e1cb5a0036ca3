#include <algorithm>

#include "pages/fronts/front_pages.h"
#include "pages/fronts/front_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html choice_of(std::string name, std::string_view label, std::span<const std::string_view> choices,
               const std::string& now, const std::function<std::string(std::string_view)>& words) {
  Select out;
  out.name = std::move(name);
  out.label.words = text(label);
  for (const std::string_view choice : choices)
    out.options.push_back({std::string(choice), words(choice), now == choice});
  return select(out);
}

Html form_of(const service::OutcomesAsked& asked) {
  const FrontWords& words = front_words();
  Html fields = choice_of("months", words.months, service::outcome_windows, asked.months,
                          [&](auto one) { return std::string(one) + " " + std::string(words.month); });
  fields << choice_of("proof", words.proof, service::outcome_proofs, asked.proof, [&](auto one) {
    return std::string(one == "any" ? words.any_return : words.new_crime);
  });
  fields << choice_of("by", words.by, service::outcome_groupings, asked.by,
                      [](auto one) { return std::string(grouping_words(one)); });
  fields << button(words.show);
  return element(
      "form",
      {action(local("/outcomes")), {"method", "get"}, {"class", "probity-filter"}, {"novalidate", ""}},
      fields);
}

Row row_of(const outcome::Figure& figure, const std::string& label) {
  if (figure.withheld) {
    Row out;
    out.cells.emplace_back(text(label));
    for (int i = 0; i < 5; ++i)
      out.cells.emplace_back(text(front_words().withheld));
    return out;
  }
  const outcome::Counts& counts = figure.counts;
  return {{text(label), text(outcome::count_text(counts.people)), text(outcome::text_of(counts.reoffenders)),
           text(outcome::percent_text(outcome::rates(counts).binary)),
           text(outcome::percent_text(figure.interval)), text(outcome::count_text(figure.technical))},
          ""};
}

Html figures_table(const outcome::Report& report, const service::OutcomesAsked& asked) {
  const FrontWords& words = front_words();
  Table out;
  out.caption = words.outcome_caption;
  out.columns.push_back({std::string(grouping_words(asked.by))});
  for (const std::string_view title :
       {words.people, words.returned, words.rate, words.interval, words.technical})
    out.columns.push_back({std::string(title), Align::numeric});
  for (const outcome::Figure& figure : report.figures)
    out.rows.push_back(row_of(figure, outcome::words_for(figure.label)));
  out.totals.push_back(row_of(report.all, std::string(words.all)));
  return table(out);
}

Html sentences(const std::vector<std::string>& lines) {
  Html items;
  for (const std::string& line : lines)
    items << element("li", line);
  return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

} // namespace

std::string outcome_figures_page(const base::Result<outcome::Report>& report,
                                 const service::OutcomesAsked& asked, const Reader& reader) {
  const FrontWords& words = front_words();
  Html main = element("h1", words.outcomes);
  main << paragraph(words.outcomes_text) << form_of(asked);
  if (report) {
    main << element("h2", report->title);
    for (const std::string& sentence : report->takeaway)
      main << paragraph(sentence);
    main << figures_table(*report, asked);
    if (!report->notes.empty()) main << element("h2", words.notes) << sentences(report->notes);
    main << element("h2", words.workings) << sentences(report->workings);
  } else {
    main << inset_text(
        text(std::string(words.none_yet) + " " + report.error().message + ". " + report.error().hint));
  }
  main << element("p", {{"class", "caption"}}, staff_words().log_note);
  return staff_page({std::string(words.outcomes), false, {}, main}, reader.caller, reader.form_token);
}

} // namespace probity::pages
