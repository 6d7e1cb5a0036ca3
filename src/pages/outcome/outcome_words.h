// What every page of outcomes says, and what the report of one count of outcomes says; providers and first
// arrests have catalogues of their own. A sentence that holds names or figures is a function, so that it
// stands whole in its language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/civil.h"

namespace probity::pages {

struct OutcomePageWords {
  std::string_view outcomes, read_with, workings, basis, rates, when, compared, beside_scores;
  std::string_view check, check_text, check_command;
  std::string_view ledger, clock, clock_replayed, clock_live, size, events, root, known_on;
  std::string_view state, final_state, provisional;
  std::string_view all, group, people, releases, reoffended, returned, rate, interval, withheld, none;
  std::string_view reoffences, reoffences_each, reoffences_hundred, technical_among, technical_apart;
  std::string_view curves_caption, group_and_day, at_risk, reoffence, return_to_custody, technical_return,
      other_custody, death, if_nothing_competed;
  std::string_view footer;
};

// What charts say: parts of their sentences, in small letters, and how they were worked out.
struct OutcomeChartWords {
  std::string_view people, releases, groups, rows, all, nobody, days;
  std::string_view reoffended, returned_to_custody, the_index_event, release;
  std::string_view reoffence, return_to_custody, technical_return, other_custody, death;
  std::string_view interval_method;
  std::string_view happened_first, curves_method;
  std::string_view still_free, as_it_was, if_nothing_competed, still_free_method;
  std::string_view funnel_method, rate_of_all, rate_of_all_shown;
};

const OutcomePageWords& outcome_page_words();
const OutcomeChartWords& outcome_chart_words();

std::string last_recorded_on(base::Day day);
std::string provisional_until(base::Day day);
std::string titled_by(std::string_view title, std::string_view grouping);
std::string column_by(std::string_view grouping);
std::string on_day_of_curve(std::string_view group, int day);
std::string not_compared(std::string_view reason);
std::string beside_scores_caption(std::string_view scores);

std::string within_span(std::string_view happened, std::string_view span);
std::string all_together(std::string_view cases);
std::string when_it_happened_by(std::string_view grouping);
std::string largest_drawn(std::size_t drawn, std::size_t of);
std::string left_out_of_curves(std::uint64_t cases);
std::string each_group_at_its_size(std::string_view title);
// Of a funnel; `dispersion` is φ with two decimals.
std::string widened_limits(std::string_view units, std::string_view dispersion);
std::string exact_limits(std::string_view units, std::string_view dispersion);

} // namespace probity::pages
