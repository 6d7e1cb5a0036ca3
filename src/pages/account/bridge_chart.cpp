#include "pages/account/bridge_chart.h"

#include <algorithm>
#include <array>

namespace probity::pages {
namespace {

using base::Money;
using base::Rational;
using html::element;
using html::Html;

constexpr int row_height = 56;
constexpr int bar_top = 26;
constexpr int bar_height = 18;
constexpr std::int64_t bars_width = 60;   // percent; the sums stand to the right
constexpr std::size_t longest_label = 44; // characters that fit beside one another on a narrow phone

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
  const std::array<std::string_view, 2> classes{"takes-ground", "takes-stripe"};
  Html inside = element("rect", {{"width", "8"}, {"height", "8"}, {"class", classes[0]}});
  inside << element("line", {{"x1", "0"}, {"y1", "0"}, {"x2", "0"}, {"y2", "8"}, {"class", classes[1]}});
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

} // namespace

html::Html bridge_chart(const std::vector<Step>& steps, std::string_view title,
                        std::string_view description) {
  Scale scale;
  for (const Step& step : steps) {
    scale.least = std::min(scale.least, step.after.pence);
    scale.most = std::max(scale.most, step.after.pence);
  }
  const int height = static_cast<int>(steps.size()) * row_height;
  Html drawing = html::title(title);
  drawing << element("desc", description) << stripes();
  drawing << vertical("zero", percent(scale.place({})), 0, height);
  Money before;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    const int top = static_cast<int>(i) * row_height;
    const Money from = step.kind == Step::Kind::sum ? Money{} : before;
    const Rational left = scale.place(std::min(from, step.after));
    const Rational width = scale.place(std::max(from, step.after)) - left;
    const std::string_view bar = step.kind == Step::Kind::sum ? "sums"
                                 : step.amount.pence < 0      ? "takes"
                                                              : "adds";
    drawing << element("text", {{"x", "6"}, {"y", std::to_string(top + 19)}}, shortened(step.label));
    drawing << element("rect", {{"class", bar},
                                {"x", percent(left)},
                                {"y", std::to_string(top + bar_top)},
                                {"width", percent(width)},
                                {"height", std::to_string(bar_height)}});
    drawing << element("text",
                       {{"class", "sum-text"},
                        {"x", "100%"},
                        {"y", std::to_string(top + bar_top + 14)},
                        {"text-anchor", "end"}},
                       base::to_text(step.amount));
    if (width == Rational(0)) // nothing to draw: the joint runs through
      drawing << vertical("joint", percent(left), top + bar_top, top + bar_top + bar_height);
    if (i + 1 < steps.size())
      drawing << vertical("joint", percent(scale.place(step.after)), top + bar_top + bar_height,
                          top + row_height + bar_top);
    drawing << html::text("\n");
    before = step.after;
  }
  return element(
      "svg", {{"role", "img"}, {"aria-label", title}, {"width", "100%"}, {"height", std::to_string(height)}},
      drawing);
}

} // namespace probity::pages
