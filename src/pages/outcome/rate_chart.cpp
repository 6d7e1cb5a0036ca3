#include "pages/outcome/rate_chart.h"

#include <algorithm>
#include <cmath>

namespace probity::pages {
namespace {

using base::Rational;
using html::element;
using html::Html;
using outcome::Figure;

constexpr int row_height = 52;
constexpr int mark_middle = 34; // below the label
constexpr int axis_height = 26;
constexpr std::int64_t plot_width = 74; // percent; the rates stand to the right

// Of a rate, in hundredths of a percentage point.
std::int64_t hundredths(double rate) {
  return std::llround(rate * 10000);
}
std::int64_t hundredths(const Rational& rate) {
  return (rate * Rational(10000) + Rational::of(1, 2)).floor();
}

class Chart {
 public:
  explicit Chart(const outcome::Report& report) : report_(report) {
    std::int64_t most = 0;
    for (const Figure* figure : rows())
      if (!figure->withheld && figure->counts.people > 0)
        most = std::max(most, hundredths(figure->interval.high));
    top_ = std::clamp<std::int64_t>((most + 999) / 1000 * 1000, 1000, 10000);
  }

  [[nodiscard]] int height() const { return static_cast<int>(rows().size()) * row_height + axis_height; }

  [[nodiscard]] Html drawing() const {
    const int bottom = height() - axis_height;
    Html out;
    for (const std::int64_t tick : {std::int64_t{0}, top_ / 2, top_}) {
      out << vertical(tick == 0 ? "zero" : "joint", place(tick), 0, bottom);
      out << element("text",
                     {{"x", place(tick)},
                      {"y", std::to_string(bottom + 18)},
                      {"text-anchor", tick == 0 ? "start" : "middle"}},
                     Rational::of(tick, 100).decimal(tick % 100 == 0 ? 0 : 1) + " %");
    }
    int row = 0;
    for (const Figure* figure : rows()) {
      draw(out, *figure, row * row_height);
      ++row;
    }
    return out;
  }

 private:
  [[nodiscard]] std::vector<const Figure*> rows() const {
    std::vector<const Figure*> out;
    for (const Figure& figure : report_.figures)
      out.push_back(&figure);
    out.push_back(&report_.all);
    return out;
  }

  [[nodiscard]] std::string place(std::int64_t rate) const {
    return Rational::of(rate * plot_width, top_).decimal(2) + "%";
  }

  static Html vertical(std::string_view css_class, const std::string& x, int from, int to) {
    return element("line", {{"class", css_class},
                            {"x1", x},
                            {"x2", x},
                            {"y1", std::to_string(from)},
                            {"y2", std::to_string(to)}});
  }

  void draw(Html& out, const Figure& figure, int top) const {
    const bool all = &figure == &report_.all;
    const std::string middle = std::to_string(top + mark_middle);
    out << element("text", {{"x", "6"}, {"y", std::to_string(top + 19)}},
                   all ? "All" : outcome::words_for(figure.label));
    const auto rate = outcome::rates(figure.counts).binary;
    const bool shown = rate && !figure.withheld;
    if (shown) {
      const std::string low = place(hundredths(figure.interval.low));
      const std::string high = place(hundredths(figure.interval.high));
      out << element("line", {{"class", "zero"}, {"x1", low}, {"x2", high}, {"y1", middle}, {"y2", middle}});
      for (const std::string& end : {low, high})
        out << vertical("zero", end, top + mark_middle - 5, top + mark_middle + 5);
      out << element(
          "circle",
          {{"class", all ? "sums" : "adds"}, {"cx", place(hundredths(*rate))}, {"cy", middle}, {"r", "6"}});
    }
    out << element("text",
                   {{"class", "sum-text"},
                    {"x", "100%"},
                    {"y", std::to_string(top + mark_middle + 5)},
                    {"text-anchor", "end"}},
                   shown ? outcome::percent_text(rate) : std::string(figure.withheld ? "withheld" : "none"));
    out << html::text("\n");
  }

  const outcome::Report& report_;
  std::int64_t top_ = 10000; // the scale's end, in hundredths of a percentage point
};

} // namespace

Html rate_chart(const outcome::Report& report, std::string_view title, std::string_view description) {
  const Chart chart(report);
  Html drawing = html::title(title);
  drawing << element("desc", description) << chart.drawing();
  return element(
      "svg",
      {{"role", "img"}, {"aria-label", title}, {"width", "100%"}, {"height", std::to_string(chart.height())}},
      drawing);
}

} // namespace probity::pages
