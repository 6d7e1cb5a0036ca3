// What the page of service levels says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace probity::pages {

struct LevelWords {
  std::string_view no_cases, too_few_cases, no_target, below_target, target_met; // results, each a tag
  std::string_view no_case_due, counts_withheld;
  std::string_view source, read_as, met_when, rewards, leaves_undone, assumed, nothing, workings;
  std::string_view funnel_method, providers, cases, was_met, rate_of_all;
  std::string_view measure, achieved, target, against_target, result, beside, none, withheld;
  std::string_view exactly_at;
  std::string_view no_levels;
};

const LevelWords& level_words();

std::string points_below(std::string_view points);
std::string points_above(std::string_view points);
// Counts, shares and gaps are in words: "1,284", "97.74 %", "2.26 points below".
std::string met_too_few(std::string_view met, std::string_view counted);
std::string met_without_target(std::string_view met, std::string_view counted, std::string_view share);
std::string met_against_target(std::string_view met, std::string_view counted, std::string_view share,
                               std::string_view gap, std::string_view target);
std::string against_measure_above(std::string_view gap, std::string_view share);
std::string left_out_of_level(std::string_view reasons);
std::string excluded_cases(std::string_view count, std::string_view reason);
std::string open_cases(std::string_view count);
std::string cases_of_unknown_times(std::string_view count);
std::string cases_behind(std::uint64_t cases, std::string_view level);
std::string level_by_provider(std::string_view level);
std::string all_levels_of(std::string_view period);
std::string targets_met(std::uint64_t met, std::uint64_t targets);
// Of measures with another beside them, and how many of them stand higher than that one.
std::string measures_beside(std::uint64_t measures, std::uint64_t higher);

} // namespace probity::pages
