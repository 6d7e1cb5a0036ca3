#include "pages/report/level_words.h"

#include <fmt/format.h>

#include "pages/wording.h"

namespace probity::pages {

const LevelWords& level_words() {
  static const LevelWords english = {
      .no_cases = "No cases",
      .too_few_cases = "Too few cases",
      .no_target = "No target",
      .below_target = "Below target",
      .target_met = "Target met",
      .no_case_due = "No case was due in the period.",
      .counts_withheld = "The counts are withheld: fewer than 5 cases were met, or fewer than 5 were not.",
      .source = "Source",
      .read_as = "Read as",
      .met_when = "A case is met when",
      .rewards = "It rewards",
      .leaves_undone = "It pays to leave undone",
      .assumed = "Assumed, not in the source",
      .nothing = "Nothing",
      .workings =
          "Each case is a clock with a start, a due day and, where there is one, the event that stops it. It "
          "belongs to the period of its due day. The percentage is the cases met out of those met and "
          "missed, as an exact fraction; what is left out is in neither.",
      .funnel_method =
          "Each provider's share is set against what chance alone would do at its number of cases, if all "
          "had the rate of all together. Over-dispersion is tested first; the limits are widened where it is "
          "present. A place outside the limits is a question, not a finding. Nothing is ranked.",
      .providers = "providers",
      .cases = "cases",
      .was_met = "was met",
      .rate_of_all = "the rate of all providers together",
      .measure = "Measure",
      .achieved = "Achieved",
      .target = "Target",
      .against_target = "Against the target",
      .result = "Result",
      .beside = "Beside it",
      .none = "None",
      .withheld = "withheld",
      .exactly_at = "exactly at",
      .no_levels = "The contract has no service levels.",
  };
  return english;
}

std::string points_below(std::string_view points) {
  return fmt::format("{} points below", points);
}

std::string points_above(std::string_view points) {
  return fmt::format("{} points above", points);
}

std::string met_too_few(std::string_view met, std::string_view counted) {
  return fmt::format("{} of {} were met: too few for the contract to measure.", met, counted);
}

std::string met_without_target(std::string_view met, std::string_view counted, std::string_view share) {
  return fmt::format("{} of {} were met: {}.", met, counted, share);
}

std::string met_against_target(std::string_view met, std::string_view counted, std::string_view share,
                               std::string_view gap, std::string_view target) {
  return fmt::format("{} of {} were met: {}, {} the target of {}.", met, counted, share, gap, target);
}

std::string against_measure_above(std::string_view gap, std::string_view share) {
  return fmt::format("That is {} the measure above, {}.", gap, share);
}

std::string left_out_of_level(std::string_view reasons) {
  return fmt::format("Left out: {}.", reasons);
}

std::string excluded_cases(std::string_view count, std::string_view reason) {
  return fmt::format("{} excluded: {}", count, reason);
}

std::string open_cases(std::string_view count) {
  return fmt::format("{} still open", count);
}

std::string cases_of_unknown_times(std::string_view count) {
  return fmt::format("{} whose times are not known finely enough", count);
}

std::string cases_behind(std::uint64_t cases, std::string_view level) {
  return fmt::format("The {} behind “{}”", count_of(cases, "cases"), level);
}

std::string level_by_provider(std::string_view level) {
  return fmt::format("{}, by provider", level);
}

std::string all_levels_of(std::string_view period) {
  return fmt::format("All service levels of {}", period);
}

std::string targets_met(std::uint64_t met, std::uint64_t targets) {
  return fmt::format("{} of {} that could be measured {} met.", met, count_of(targets, "targets"),
                     met == 1 ? "was" : "were");
}

std::string measures_beside(std::uint64_t measures, std::uint64_t higher) {
  if (measures == 0) return "No measure names another beside it that says whether the work itself was done.";
  return fmt::format("Of {} with another beside {} that says whether the work itself was done, {} {} higher "
                     "than that other.",
                     count_of(measures, "measures"), measures == 1 ? "it" : "them", higher,
                     higher == 1 ? "stands" : "stand");
}

} // namespace probity::pages
