#include "html/chart/waterfall.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/result.h"
#include "html/chart/chart_words.h"

namespace probity::html {
namespace {

using base::Money;
using base::Rational;
using Kind = WaterfallStep::Kind;

constexpr int row_height = 56;
constexpr int bar_top = 26;
constexpr int bar_height = 18;
constexpr std::int64_t bars_width = 60;   // percent; the sums stand to the right
constexpr std::size_t longest_label = 40; // characters that fit beside one another on a narrow phone

struct Scale {
  std::int64_t least = 0;
  std::int64_t most = 0;
  [[nodiscard]] Rational place(Money money) const {
    if (most == least) return Rational(0);
    return Rational::of(money.pence - least, most - least) * Rational(bars_width);
  }
};

std::string percent(const Rational& place) {
  return place.decimal(2) + "%";
}

std::string shortened(const std::string& label) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < label.size(); ++at) {
    if ((static_cast<unsigned char>(label[at]) & 0xC0U) == 0x80U) continue;
    if (++characters == longest_label) {
      const bool last = label.size() == at + 1;
      return last ? label : label.substr(0, at) + "…";
    }
  }
  return label;
}

Html stripes() {
  Html inside = element("rect", {{"width", "8"}, {"height", "8"}, {"class", "takes-ground"}});
  inside << element("line", {{"x1", "0"}, {"y1", "0"}, {"x2", "0"}, {"y2", "8"}, {"class", "takes-stripe"}});
  return element("defs", element("pattern",
                                 {{"id", "takes-pattern"},
                                  {"width", "8"},
                                  {"height", "8"},
                                  {"patternUnits", "userSpaceOnUse"},
                                  {"patternTransform", "rotate(45)"}},
                                 inside));
}

Html vertical(std::string_view css_class, const std::string& x, int from, int to) {
  return element(
      "line",
      {{"class", css_class}, {"x1", x}, {"x2", x}, {"y1", std::to_string(from)}, {"y2", std::to_string(to)}});
}

Html drawing(const Waterfall& waterfall) {
  Scale scale;
  std::string described;
  for (const WaterfallStep& step : waterfall.steps) {
    scale.least = std::min(scale.least, step.after.pence);
    scale.most = std::max(scale.most, step.after.pence);
    described +=
        step.label + " " + base::to_text(step.amount) + (&step == &waterfall.steps.back() ? "." : "; ");
  }
  const int height = static_cast<int>(waterfall.steps.size()) * row_height;
  Html out = title(waterfall.head.title);
  out << element("desc", described) << stripes();
  out << vertical("zero", percent(scale.place({})), 0, height);
  Money before;
  for (std::size_t i = 0; i < waterfall.steps.size(); ++i) {
    const WaterfallStep& step = waterfall.steps[i];
    const int at = static_cast<int>(i) * row_height;
    const Money from = step.kind == Kind::sum ? Money{} : before;
    const Rational left = scale.place(std::min(from, step.after));
    const Rational width = scale.place(std::max(from, step.after)) - left;
    const std::string_view bar = step.kind == Kind::sum ? "sums" : step.amount.pence < 0 ? "takes" : "adds";
    out << element("text", {{"x", "6"}, {"y", std::to_string(at + 19)}}, shortened(step.label));
    out << element("rect", {{"class", bar},
                            {"x", percent(left)},
                            {"y", std::to_string(at + bar_top)},
                            {"width", percent(width)},
                            {"height", std::to_string(bar_height)}});
    out << element("text",
                   {{"class", "sum-text"},
                    {"x", "100%"},
                    {"y", std::to_string(at + bar_top + 14)},
                    {"text-anchor", "end"}},
                   base::to_text(step.amount));
    if (width == Rational(0)) // nothing to draw: the joint runs through
      out << vertical("joint", percent(left), at + bar_top, at + bar_top + bar_height);
    if (i + 1 < waterfall.steps.size())
      out << vertical("joint", percent(scale.place(step.after)), at + bar_top + bar_height,
                      at + row_height + bar_top);
    out << text("\n");
    before = step.after;
  }
  return element("svg",
                 {{"role", "img"},
                  {"aria-label", waterfall.head.title},
                  {"width", "100%"},
                  {"height", std::to_string(height)}},
                 out);
}

Html sample(std::string_view css_class) {
  return element("rect", {{"class", css_class}, {"width", "30"}, {"height", "14"}});
}

Html bold_when(bool sums, const Html& content) {
  return sums ? element("span", {{"class", "strong"}}, content) : content;
}

} // namespace

std::string takeaway(const Waterfall& waterfall) {
  PROBITY_ENSURE(!waterfall.steps.empty() && waterfall.steps.back().kind == Kind::sum);
  Money added;
  Money taken;
  const WaterfallStep* most_taken = nullptr;
  const WaterfallStep* most_added = nullptr;
  for (const WaterfallStep& step : waterfall.steps) {
    if (step.kind == Kind::sum) continue;
    if (step.amount.pence < 0) {
      taken += -step.amount;
      if (most_taken == nullptr || step.amount < most_taken->amount) most_taken = &step;
    } else if (step.amount.pence > 0) {
      added += step.amount;
      if (most_added == nullptr || step.amount > most_added->amount) most_added = &step;
    }
  }
  const WaterfallStep& last = waterfall.steps.back();
  const ChartWords& words = chart_words();
  const std::string out =
      fmt::format(fmt::runtime(words.sum_from_added_and_taken), last.label, base::to_text(last.amount),
                  base::to_text(added), base::to_text(taken)) +
      " ";
  if (most_taken != nullptr)
    return out + fmt::format(fmt::runtime(words.most_taken_by), most_taken->label,
                             base::to_text(-most_taken->amount));
  if (most_added != nullptr) return out + fmt::format(fmt::runtime(words.most_added_by), most_added->label);
  return out + std::string(words.no_step_changes_anything);
}

Html figure(const Waterfall& waterfall) {
  const ChartWords& words = chart_words();
  Figure out;
  out.id = waterfall.head.id;
  out.title = waterfall.head.title;
  out.takeaway = takeaway(waterfall);
  out.method = waterfall.head.method;
  out.key = key({{sample("adds"), std::string(words.key_added)},
                 {sample("takes"), std::string(words.key_taken_off)},
                 {sample("sums"), std::string(words.key_sum)}});
  out.drawing = drawing(waterfall);
  out.table.caption = words.same_steps;
  out.table.columns = {{std::string(words.step)},
                       {std::string(words.amount), Align::numeric},
                       {std::string(words.sum_so_far), Align::numeric}};
  for (const WaterfallStep& step : waterfall.steps) {
    const bool sums = step.kind == Kind::sum;
    out.table.rows.push_back({{bold_when(sums, step.shown.empty() ? text(step.label) : step.shown),
                               bold_when(sums, text(base::to_text(step.amount))),
                               bold_when(sums, text(base::to_text(step.after)))},
                              ""});
  }
  return figure(out);
}

} // namespace probity::html
