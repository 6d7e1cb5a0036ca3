// What the page of verdicts on providers says beside what every page of outcomes does (outcome_words.h).
#pragma once

#include <string>
#include <string_view>

namespace probity::pages {

struct ProviderWords {
  std::string_view verdicts, side_by_side, each_cohort, read_with;
  std::string_view body, against, points, z, by_rate, by_clause;
  std::string_view sums_caption, how_judged, paid, deducted, left_alone, not_measured, paid_by_luck,
      deducted_by_luck;
  std::string_view funnel_title, funnel_method, bodies, rate_of_all;
  std::string_view refused_caption, why;
  std::string_view all_cohorts;
  std::string_view contract, clause, source, assumed, nothing;
  std::string_view check_text, check_command, footer;
};

const ProviderWords& provider_words();

std::string who_would_be_paid(std::string_view clause);
std::string cohort_caption(std::string_view period, std::string_view months);
std::string provisional_cohort_caption(std::string_view period, std::string_view months);

} // namespace probity::pages
