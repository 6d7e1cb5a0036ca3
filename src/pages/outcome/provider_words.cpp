#include "pages/outcome/provider_words.h"

#include <fmt/format.h>

namespace probity::pages {

const ProviderWords& provider_words() {
  static const ProviderWords english = {
      .verdicts = "Paid, deducted or left alone",
      .side_by_side = "Side by side",
      .each_cohort = "Each cohort",
      .read_with = "What to read with these verdicts",
      .body = "Body",
      .against = "Against",
      .points = "Points",
      .z = "z",
      .by_rate = "By the rate alone",
      .by_clause = "By the clause",
      .sums_caption = "Cohorts, each of one body in one period",
      .how_judged = "How it is judged",
      .paid = "Paid",
      .deducted = "Deducted",
      .left_alone = "Left alone",
      .not_measured = "Not measured",
      .paid_by_luck = "Paid by luck alone",
      .deducted_by_luck = "Deducted by luck alone",
      .funnel_title = "Each body at its size, all cohorts together",
      .funnel_method =
          "Each body's rate is set against what chance alone would do at its size, if all had one rate. A "
          "place outside the limits is a question, not a finding: nothing is ranked, and nothing here is "
          "adjusted for who was supervised.",
      .bodies = "bodies",
      .rate_of_all = "the rate of all these bodies together",
      .refused_caption = "Refused: judged under nobody and compared with nobody",
      .why = "Why",
      .all_cohorts = "All cohorts together",
      .contract = "Contract",
      .clause = "Clause",
      .source = "Source",
      .assumed = "Assumed",
      .nothing = "nothing",
      .check_text = "With the ledger, the contract file and the program, anyone gets the same verdicts.",
      .check_command = "Command that computes the verdicts again",
      .footer = "Whether a result is paid is decided in exact fractions; rates are rounded for display only.",
  };
  return english;
}

std::string who_would_be_paid(std::string_view clause) {
  return fmt::format("Who would have been paid: {}", clause);
}

std::string cohort_caption(std::string_view period, std::string_view months) {
  return fmt::format("Cohort that ends in period {}, {}", period, months);
}

std::string provisional_cohort_caption(std::string_view period, std::string_view months) {
  return fmt::format("Cohort that ends in period {}, {}, provisional", period, months);
}

} // namespace probity::pages
