#include "html/chart/number_text.h"

#include <fmt/format.h>

namespace probity::html {

std::string count_text(std::int64_t count) {
  std::string out = std::to_string(count < 0 ? -count : count);
  for (std::size_t at = out.size(); at > 3;) {
    at -= 3;
    out.insert(at, ",");
  }
  return count < 0 ? "-" + out : out;
}

std::string percent_text(double share, int decimals) {
  const std::string out = fmt::format("{:.{}f} %", share * 100, decimals);
  // Minus nought is nought.
  return out.starts_with('-') && out.find_first_of("123456789") == std::string::npos ? out.substr(1) : out;
}

std::string range_text(double low, double high, int decimals) {
  const std::string first = percent_text(low, decimals);
  return fmt::format(fmt::runtime(chart_words().low_to_high), first.substr(0, first.find(' ')),
                     percent_text(high, decimals));
}

std::string counted(std::int64_t count, std::string_view plural) {
  return count_text(count) + " " + std::string(count == 1 ? plural.substr(0, plural.size() - 1) : plural);
}

} // namespace probity::html
