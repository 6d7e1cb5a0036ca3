// Time spent, and the lines that say so. One line a figure: what, its value, the bar it is held to, whether
// it clears it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace probity::bench {

// Seconds. `processor` is that of all threads of the process: it hardly moves when other programs run.
struct Spent {
  double wall = 0;
  double processor = 0;

  Spent& operator+=(const Spent& other);
};

class Stopwatch {
 public:
  Stopwatch();
  [[nodiscard]] Spent spent() const; // since it was made

 private:
  Spent start_;
};

template <class Work> Spent time_of(const Work& work) {
  const Stopwatch watch;
  work();
  return watch.spent();
}

// The smallest value that `share` of the values do not exceed; 0 < share ≤ 1.
double quantile(std::vector<double> values, double share);

void print_heading(std::string_view subject);
void print_figure(std::string_view what, std::string_view value);
// Against a bar: at least, or at most.
enum class Bar { at_least, at_most };
void print_figure(std::string_view what, double value, Bar bar, double limit);

// Whether an option stands among the arguments; the first argument that is none.
struct Arguments {
  std::string folder;      // scratch files go here
  bool full = false;       // the sizes that take long
  std::int64_t people = 0; // a further size of area, when not 0
  std::string ledger;      // of an area that is there already; empty: areas are made
};
// Says how to call the program and exits with 2 when they are wrong.
Arguments arguments_of(int count, char** values);

// The value, or the end of the program with the error on standard error.
[[noreturn]] void give_up(const base::Error& error);
template <class T> T need(base::Result<T> result) {
  if (!result) give_up(result.error());
  return std::move(*result);
}
inline void need(const base::Result<void>& result) {
  if (!result) give_up(result.error());
}

} // namespace probity::bench
