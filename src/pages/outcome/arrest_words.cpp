#include "pages/outcome/arrest_words.h"

#include <fmt/format.h>

namespace probity::pages {

const ArrestWords& arrest_words() {
  static const ArrestWords english = {
      .shares = "Shares",
      .arrested = "Arrested",
      .share = "Share",
      .still_free = "Still free of arrest",
      .curves_method =
          "Kaplan and Meier's share of those who had not been arrested. Who was not arrested is followed to "
          "the end of the time asked for; the band is the 95 % interval.",
      .been_arrested = "been arrested",
      .difference = "Difference of the shares",
      .equal_shares = "Test of equal shares",
      .log_rank = "Log-rank test of the curves",
      .method =
          "Counted from the releases that a source followed up, in the source's own periods. Shares are "
          "counts of counts; intervals are Wilson's. Rule: docs/methods/rearrest.md.",
      .footer = "An arrest is no proof of an offence. Nothing is paid by it.",
  };
  return english;
}

std::string units_of_time(std::string_view unit) {
  return fmt::format("{}s", unit);
}

std::string first_in_period(std::string_view unit, int period) {
  return fmt::format("First in {} {}", unit, period);
}

std::string arrested_within(int periods, std::string_view unit) {
  return fmt::format("were arrested within {} {}", periods,
                     periods == 1 ? std::string(unit) : units_of_time(unit));
}

std::string arms_compared(std::string_view first, std::string_view second, std::string_view trial) {
  return fmt::format("{} against {}, trial {}, as chance assigned people.", first, second, trial);
}

std::string difference_of_shares(double difference, double low, double high) {
  return fmt::format("{:+.2f} points, 95 % interval {:+.2f} to {:+.2f}", difference, low, high);
}

std::string test_of_shares(double z, double p) {
  return fmt::format("z = {:.3f}, p = {:.4f}", z, p);
}

std::string test_of_curves(double chi_squared, int degrees, double p) {
  return fmt::format("chi-squared = {:.3f} on {}, p = {:.4f}", chi_squared, degrees, p);
}

} // namespace probity::pages
