// A field with two axes, read on a phone as on a wide screen: places along the width are in percent of it,
// and text and marks keep their size. Lines and areas are in a layer that is stretched; their strokes are
// not.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "html/writer.h"

namespace probity::html {

struct Tick {
  double at = 0;
  std::string label;
};

struct PlotAxis {
  double least = 0;
  double most = 1; // > least
  std::vector<Tick> ticks;
  std::string title; // stands above the field (up) or under it (along), and wraps
};

// Round numbers, `about` of them, that take in `least` and `most`: steps of 1, 2 or 5 times a power of ten,
// no finer than `finest`.
std::vector<double> round_numbers(double least, double most, int about, double finest = 0);
// An axis of shares, ticks in percent; at least one percent long. Stays in [0, 1].
PlotAxis share_axis(double least, double most, std::string title);
// An axis of whole numbers from 0.
PlotAxis count_axis(double most, std::string title);

enum class Mark { dot, diamond, square, ring };
// The mark by itself, its centre at (x, y): for keys.
Html mark_at(Mark mark, std::string_view css_class, int x, int y);

enum class Anchor { start, middle, end };
enum class Course { straight, steps }; // steps: a value holds until the next

class Plot {
 public:
  using Points = std::vector<std::pair<double, double>>; // (along, up)

  Plot(PlotAxis along, PlotAxis up, int height = 270);

  // In the stretched layer; what leaves the field is cut off.
  void curve(std::string_view css_class, const Points& points, Course course);
  void area(std::string_view css_class, const Points& upper, const Points& lower, Course course);
  // Unstretched: a bar from nought (`fill`: "url(#…)" of a pattern; none: as its class says), lines across
  // the field, marks, text.
  void bar(std::string_view css_class, double from, double to, double height, std::string_view fill = {});
  void vertical(std::string_view css_class, double along);
  void horizontal(std::string_view css_class, double up);
  void mark(Mark mark, std::string_view css_class, double along, double up);
  // `nudge` is in pixels, downwards.
  void label(std::string_view words, double along, double up, Anchor anchor, int nudge = 0);
  // A line of numbers under the ticks, its name above it.
  void row_below(std::string_view name, const std::vector<std::string>& at_ticks);
  // Patterns.
  void define(const Html& definition);

  // The pixel, from the field's top, at which `up` lies.
  [[nodiscard]] int pixel(double up) const;
  [[nodiscard]] int height() const { return height_; }
  // The drawing between its axes' titles.
  [[nodiscard]] Html drawing(std::string_view title, std::string_view description) const;

 private:
  [[nodiscard]] std::int64_t along_share(double along) const; // in ten-thousandths of the field
  [[nodiscard]] std::int64_t up_share(double up) const;
  [[nodiscard]] std::string x(double along) const; // percent of the drawing's width
  [[nodiscard]] std::string path(const Points& points, Course course) const;
  [[nodiscard]] Html axes() const;

  PlotAxis along_;
  PlotAxis up_;
  int height_;
  Html definitions_;
  Html stretched_;
  Html upright_; // marks and text
  std::vector<std::pair<std::string, std::vector<std::string>>> rows_below_;
};

} // namespace probity::html
