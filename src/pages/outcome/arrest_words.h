// What the page of first arrests says beside what every page of outcomes does (outcome_words.h).
#pragma once

#include <string>
#include <string_view>

namespace probity::pages {

struct ArrestWords {
  std::string_view shares, arrested, share;
  std::string_view still_free, curves_method, been_arrested;
  std::string_view difference, equal_shares, log_rank;
  std::string_view method, footer;
};

const ArrestWords& arrest_words();

// `unit` is that of the source's periods: "year".
std::string units_of_time(std::string_view unit);
std::string first_in_period(std::string_view unit, int period);
std::string arrested_within(int periods, std::string_view unit);
std::string arms_compared(std::string_view first, std::string_view second, std::string_view trial);
// In points, the ends of the interval too.
std::string difference_of_shares(double difference, double low, double high);
std::string test_of_shares(double z, double p);
std::string test_of_curves(double chi_squared, int degrees, double p);

} // namespace probity::pages
