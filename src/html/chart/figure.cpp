#include "html/chart/figure.h"

#include "html/chart/chart_words.h"
#include "html/notices.h"

namespace probity::html {
namespace {

constexpr std::size_t most_rows_unfolded = 15;

} // namespace

Html figure(const Figure& figure) {
  const ChartWords& words = chart_words();
  Html out = element("h3", {{"id", figure.id + "-title"}}, figure.title);
  out << element("p", {{"class", "probity-figure__words"}}, figure.takeaway) << text("\n");
  Html left = figure.key;
  left << element("div", {{"class", "probity-figure__drawing"}}, figure.drawing);
  Html right = table(figure.table);
  const bool folded =
      figure.layout == Figure::Layout::folded || figure.table.rows.size() > most_rows_unfolded;
  if (folded) {
    Html summary = text(words.same_values);
    summary << element("span", {{"class", "govuk-visually-hidden"}}, ": " + figure.title);
    right = details(summary, right);
  }
  const bool wide = folded || figure.layout == Figure::Layout::below;
  Html body = element("div", left);
  body << text("\n") << element("div", right);
  out << element(
      "div", {{"class", wide ? "probity-figure__body probity-figure__body--wide" : "probity-figure__body"}},
      body);
  if (!figure.method.empty()) {
    Html summary = text(words.how_we_worked_this_out);
    summary << element("span", {{"class", "govuk-visually-hidden"}}, ": " + figure.title);
    out << text("\n") << details(summary, figure.method);
  }
  return element("figure",
                 {{"class", "probity-figure"}, {"id", figure.id}, {"aria-labelledby", figure.id + "-title"}},
                 out);
}

Html key(const std::vector<KeyEntry>& entries) {
  Html items;
  for (const KeyEntry& entry : entries) {
    Html one =
        element("svg", {{"width", "30"}, {"height", "14"}, {"aria-hidden", "true"}, {"focusable", "false"}},
                entry.sample);
    one << element("span", entry.words);
    items << element("li", one);
  }
  return element("ul", {{"class", "probity-key"}}, items);
}

} // namespace probity::html
