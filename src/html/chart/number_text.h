// Numbers as charts write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "html/chart/chart_words.h"

namespace probity::html {

std::string count_text(std::int64_t count); // "26,020"
// Of a share in [−1, 1]: "33.4 %". One decimal unless said otherwise.
std::string percent_text(double share, int decimals = 1);
// "32.8 to 34.0 %".
std::string range_text(double low, double high, int decimals = 1);
// "1 case", "12 cases": the singular is the plural without its last letter.
std::string counted(std::int64_t count, std::string_view plural);
// "a", "a and b", "a, b and c".
template <class Texts> std::string listed_text(const Texts& texts) {
  std::string out;
  std::size_t at = 0;
  for (const auto& one : texts) {
    if (at > 0) out += at + 1 == texts.size() ? " " + std::string(chart_words().before_last) + " " : ", ";
    out += one;
    ++at;
  }
  return out;
}

} // namespace probity::html
