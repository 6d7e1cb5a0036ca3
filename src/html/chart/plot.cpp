#include "html/chart/plot.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/result.h"
#include "html/chart/number_text.h"

namespace probity::html {
namespace {

// The field within the drawing: hundredths of a percent of its width, pixels of its height.
constexpr std::int64_t left = 1200;
constexpr std::int64_t width = 8400;
constexpr int top = 10;
constexpr int tick_room = 26; // under the field
constexpr int row_room = 38;  // a row of numbers with its name
constexpr std::int64_t whole = 10000;

std::int64_t share(double value, double least, double most) {
  return std::llround((value - least) / (most - least) * static_cast<double>(whole));
}

// `hundredths` of a percent.
std::string percent(std::int64_t hundredths) {
  const char* const sign = hundredths < 0 ? "-" : "";
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  return fmt::format("{}{}.{:02}%", sign, size / 100, size % 100);
}

std::string number(std::int64_t value) {
  return std::to_string(value);
}

std::string_view anchor_name(Anchor anchor) {
  switch (anchor) {
  case Anchor::start:
    return "start";
  case Anchor::middle:
    return "middle";
  case Anchor::end:
    return "end";
  }
  return "";
}

} // namespace

std::vector<double> round_numbers(double least, double most, int about, double finest) {
  PROBITY_ENSURE(least < most && about > 0);
  const double wanted = (most - least) / about;
  // Powers of ten that are as exact as they can be, so that a wanted 2,000 is 2 × 1,000.
  double power = 1;
  for (double ten = 10; power > wanted && ten < 1e13; ten *= 10)
    power = 1 / ten;
  while (power * 10 <= wanted)
    power *= 10;
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= wanted) {
      step = factor * power;
      break;
    }
  step = std::max(step, finest);
  const auto first = std::llround(std::floor(least / step + 1e-9));
  const auto last = std::llround(std::ceil(most / step - 1e-9));
  std::vector<double> out;
  for (auto i = first; i <= last; ++i)
    out.push_back(static_cast<double>(i) * step);
  return out;
}

PlotAxis share_axis(double least, double most, std::string title) {
  const double low = std::max(0.0, least);
  std::vector<double> at = round_numbers(low, std::max(std::min(1.0, most), low + 0.01), 4);
  while (at.size() > 2 && at.back() > 1.0 + 1e-9)
    at.pop_back();
  const bool fine = at[1] - at[0] < 0.0099;
  PlotAxis out{at.front(), at.back(), {}, std::move(title)};
  for (const double one : at)
    out.ticks.push_back({one, percent_text(one, fine ? 1 : 0)});
  return out;
}

PlotAxis count_axis(double most, std::string title) {
  const std::vector<double> at = round_numbers(0, std::max(most, 1.0), 4, 1);
  PlotAxis out{at.front(), at.back(), {}, std::move(title)};
  for (const double one : at)
    out.ticks.push_back({one, count_text(std::llround(one))});
  return out;
}

Html mark_at(Mark mark, std::string_view css_class, int x, int y) {
  switch (mark) {
  case Mark::dot:
    return element("circle", {{"class", css_class}, {"cx", number(x)}, {"cy", number(y)}, {"r", "5.5"}});
  case Mark::ring:
    return element("circle", {{"class", css_class}, {"cx", number(x)}, {"cy", number(y)}, {"r", "5"}});
  case Mark::diamond:
    return element("path", {{"class", css_class}, {"d", fmt::format("M{} {}l7 7 7-7-7-7z", x - 7, y)}});
  case Mark::square:
    return element("path", {{"class", css_class}, {"d", fmt::format("M{} {}h10v10h-10z", x - 5, y - 5)}});
  }
  return {};
}

Plot::Plot(PlotAxis along, PlotAxis up, int height)
    : along_(std::move(along)), up_(std::move(up)), height_(height) {
  PROBITY_ENSURE(along_.least < along_.most && up_.least < up_.most && height > 0);
}

std::int64_t Plot::along_share(double along) const {
  return share(along, along_.least, along_.most);
}

std::int64_t Plot::up_share(double up) const {
  return share(up, up_.least, up_.most);
}

std::string Plot::x(double along) const {
  return percent(left + along_share(along) * width / whole);
}

int Plot::pixel(double up) const {
  return static_cast<int>((whole - up_share(up)) * height_ / whole);
}

std::string Plot::path(const Points& points, Course course) const {
  std::string out;
  std::int64_t held = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::int64_t at_x = along_share(points[i].first);
    const std::int64_t at_y = whole - up_share(points[i].second);
    if (i == 0)
      out += "M" + number(at_x) + " " + number(at_y);
    else if (course == Course::straight)
      out += "L" + number(at_x) + " " + number(at_y);
    else if (at_y != held || i + 1 == points.size()) // what holds on needs no corner
      out += "H" + number(at_x) + "V" + number(at_y);
    held = at_y;
  }
  return out;
}

void Plot::curve(std::string_view css_class, const Points& points, Course course) {
  stretched_ << element("path", {{"class", css_class}, {"d", path(points, course)}}) << text("\n");
}

void Plot::area(std::string_view css_class, const Points& upper, const Points& lower, Course course) {
  if (upper.empty() || lower.empty()) return;
  // Back along the lower edge: in steps, the corners stand where they stood on the way forth.
  std::string back;
  for (std::size_t i = lower.size(); i-- > 0;) {
    const std::string at_x = number(along_share(lower[i].first));
    const std::string at_y = number(whole - up_share(lower[i].second));
    if (course == Course::straight)
      back += "L" + at_x + " " + at_y;
    else
      back += "V" + at_y + "H" + at_x;
  }
  stretched_ << element("path", {{"class", css_class}, {"d", path(upper, course) + back + "z"}})
             << text("\n");
}

void Plot::bar(std::string_view css_class, double from, double to, double height, std::string_view fill) {
  const std::int64_t at = along_share(from) * width / whole;
  const std::int64_t wide = along_share(to) * width / whole - at;
  const int tall = height_ - pixel(height);
  std::vector<Attribute> attributes = {{"class", css_class},
                                       {"x", percent(left + at)},
                                       {"y", number(top + height_ - tall)},
                                       {"width", percent(wide)},
                                       {"height", number(tall)}};
  if (!fill.empty()) attributes.push_back({"fill", fill});
  upright_ << element("rect", attributes) << text("\n");
}

void Plot::vertical(std::string_view css_class, double along) {
  upright_ << element("line", {{"class", css_class},
                               {"x1", x(along)},
                               {"x2", x(along)},
                               {"y1", number(top)},
                               {"y2", number(top + height_)}});
}

void Plot::horizontal(std::string_view css_class, double up) {
  const std::string at = number(top + pixel(up));
  upright_ << element(
      "line",
      {{"class", css_class}, {"x1", percent(left)}, {"x2", percent(left + width)}, {"y1", at}, {"y2", at}});
}

void Plot::mark(Mark mark, std::string_view css_class, double along, double up) {
  if (mark == Mark::dot || mark == Mark::ring) {
    upright_ << element("circle", {{"class", css_class},
                                   {"cx", x(along)},
                                   {"cy", number(top + pixel(up))},
                                   {"r", mark == Mark::dot ? "5.5" : "5"}});
    return;
  }
  // Only a drawing within the drawing can stand at a percentage with a shape of its own. Without a size it
  // would be as wide as the whole one, and reach over the page's edge.
  upright_ << element("svg",
                      {{"x", x(along)},
                       {"y", number(top + pixel(up))},
                       {"width", "1"},
                       {"height", "1"},
                       {"class", "probity-mark"}},
                      mark_at(mark, css_class, 0, 0));
}

void Plot::label(std::string_view words, double along, double up, Anchor anchor, int nudge) {
  upright_ << element(
      "text", {{"x", x(along)}, {"y", number(top + pixel(up) + nudge)}, {"text-anchor", anchor_name(anchor)}},
      words);
}

void Plot::row_below(std::string_view name, const std::vector<std::string>& at_ticks) {
  PROBITY_ENSURE(at_ticks.size() == along_.ticks.size());
  rows_below_.emplace_back(name, at_ticks);
}

void Plot::define(const Html& definition) {
  definitions_ << definition;
}

Html Plot::axes() const {
  Html out;
  for (const Tick& tick : up_.ticks) {
    const int at = top + pixel(tick.at);
    out << element("line", {{"class", "grid"},
                            {"x1", percent(left)},
                            {"x2", percent(left + width)},
                            {"y1", number(at)},
                            {"y2", number(at)}});
    out << element(
        "text",
        {{"class", "soft"}, {"x", percent(left - 130)}, {"y", number(at + 5)}, {"text-anchor", "end"}},
        tick.label);
  }
  const int floor = top + height_;
  out << element("line", {{"class", "zero"},
                          {"x1", percent(left)},
                          {"x2", percent(left + width)},
                          {"y1", number(floor)},
                          {"y2", number(floor)}});
  for (const Tick& tick : along_.ticks) {
    out << element("line", {{"class", "zero"},
                            {"x1", x(tick.at)},
                            {"x2", x(tick.at)},
                            {"y1", number(floor)},
                            {"y2", number(floor + 5)}});
    out << element(
        "text", {{"class", "soft"}, {"x", x(tick.at)}, {"y", number(floor + 20)}, {"text-anchor", "middle"}},
        tick.label);
  }
  return out;
}

Html Plot::drawing(std::string_view title, std::string_view description) const {
  Html inside = html::title(title);
  inside << element("desc", description);
  if (!definitions_.empty()) inside << element("defs", definitions_);
  inside << axes() << text("\n");
  inside << element("svg",
                    {{"x", percent(left)},
                     {"y", number(top)},
                     {"width", percent(width)},
                     {"height", number(height_)},
                     {"viewBox", "0 0 10000 10000"},
                     {"preserveAspectRatio", "none"}},
                    stretched_);
  inside << upright_;
  int below = top + height_ + tick_room;
  for (const auto& [name, numbers] : rows_below_) {
    inside << element("text", {{"class", "bold"}, {"x", "0"}, {"y", number(below + 16)}}, name);
    for (std::size_t i = 0; i < numbers.size(); ++i)
      inside << element("text",
                        {{"x", x(along_.ticks[i].at)}, {"y", number(below + 33)}, {"text-anchor", "middle"}},
                        numbers[i]);
    below += row_room;
  }
  Html out = element("p", {{"class", "probity-axis"}}, up_.title);
  out << element("svg",
                 {{"role", "img"}, {"aria-label", title}, {"width", "100%"}, {"height", number(below + 4)}},
                 inside);
  out << element("p", {{"class", "probity-axis probity-axis--along"}}, along_.title);
  return out;
}

} // namespace probity::html
