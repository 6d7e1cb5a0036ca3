#include "measuring.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <iostream>

namespace probity::bench {
namespace {

double processor_seconds() {
  std::timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

Spent& Spent::operator+=(const Spent& other) {
  wall += other.wall;
  processor += other.processor;
  return *this;
}

Stopwatch::Stopwatch() : start_{wall_seconds(), processor_seconds()} {}

Spent Stopwatch::spent() const {
  return {wall_seconds() - start_.wall, processor_seconds() - start_.processor};
}

double quantile(std::vector<double> values, double share) {
  PROBITY_ENSURE(!values.empty());
  std::sort(values.begin(), values.end());
  const double rank = std::ceil(share * static_cast<double>(values.size()));
  return values[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

void print_heading(std::string_view subject) {
  std::cout << "\n" << subject << "\n";
}

void print_figure(std::string_view what, std::string_view value) {
  std::cout << fmt::format("  {:<58} {:>16}\n", what, value) << std::flush;
}

void print_figure(std::string_view what, double value, Bar bar, double limit) {
  const bool met = bar == Bar::at_least ? value >= limit : value <= limit;
  std::cout << fmt::format("  {:<58} {:>16.2f}  bar {} {:.2f}: {}\n", what, value,
                           bar == Bar::at_least ? "at least" : "at most", limit, met ? "met" : "NOT MET")
            << std::flush;
}

Arguments arguments_of(int count, char** values) {
  Arguments out;
  bool good = true;
  for (int i = 1; i < count && good; ++i) {
    const std::string_view given = values[i];
    if (given == "--full") {
      out.full = true;
    } else if (given == "--people" && i + 1 < count) {
      const std::string_view number = values[++i];
      const auto read = std::from_chars(number.data(), number.data() + number.size(), out.people);
      good = read.ec == std::errc() && read.ptr == number.data() + number.size() && out.people > 0;
    } else if (given == "--ledger" && i + 1 < count) {
      out.ledger = values[++i];
    } else {
      good = out.folder.empty() && !given.starts_with('-');
      out.folder = given;
    }
  }
  if (good && !out.folder.empty()) return out;
  std::cerr << "usage: " << values[0] << " [--full] [--people N] [--ledger FILE] FOLDER\n";
  std::exit(2); // NOLINT(concurrency-mt-unsafe): before any thread is made
}

void give_up(const base::Error& error) {
  std::cerr << "The measurement stopped: " << error.message << (error.where.empty() ? "" : " (")
            << error.where << (error.where.empty() ? "" : ")") << "\n";
  std::exit(1); // NOLINT(concurrency-mt-unsafe)
}

} // namespace probity::bench
