// Every text that charts say of themselves, in one catalogue; what they are of, their callers say. Where a
// text holds {}, the chart fills in what the comment names, in this order, or what the text itself makes
// plain.
#pragma once

#include <string_view>

namespace probity::html {

struct ChartWords {
  // Numbers, and what all charts have in common.
  std::string_view low_to_high, before_last;
  std::string_view same_values, how_we_worked_this_out;
  std::string_view name, share, number_of, share_that;
  std::string_view against; // the comparator, its rate

  // Funnel.
  std::string_view number_of_each; // cases, units
  std::string_view within_95, above_95, below_95, above_998, below_998;
  std::string_view key_within_95, key_outside_95, key_outside_998, limits_95, limits_998;
  std::string_view one_lies_outside_998, several_lie_outside_998; // how many, of how many, units
  std::string_view those_above, those_below;                      // names, or how many
  // How many where it is not said, the comparator, its rate.
  std::string_view none_lies_outside_95, no_other_lies_outside_95, one_more_lies_outside_95,
      more_lie_outside_95;
  std::string_view limits_are, same_values_by_name, out_of, count, rate, withheld, too_few_to_publish;

  // Curves.
  std::string_view time_since_in; // the beginning, unit of time
  std::string_view time_since;    // unit of time, the beginning
  std::string_view share_that_had, share_that_had_not_yet;
  std::string_view still_followed, still_followed_of;
  std::string_view curve_with_interval; // name of the curve, confidence
  std::string_view curves_at_times;
  std::string_view shares_of_several;                     // time, unit, shares, and all three again
  std::string_view share_that_had_by, share_that_had_not; // time, unit, share, event, time, unit, share

  // Intervals.
  std::string_view cannot_be_told, below_it, above_it;
  std::string_view estimate_and_interval, leaves_comparator_out, interval;
  std::string_view one_rate_with_interval; // share, of how many, cases, rate, confidence, interval
  std::string_view no_rate, one_rate_shown, rates_range;
  std::string_view rows_shown;                 // how many, of how many, what the rows are
  std::string_view rows_apart_from_comparator; // comparator, its rate, above, of how many, rows, below

  // Histogram.
  std::string_view none, number, against_deadline, in_time, late;
  std::string_view key_in_time, key_deadline, key_late;
  std::string_view there_were_no, there_were;
  std::string_view most_fell_on; // bin, count, share
  std::string_view came_in_time; // cases, in time, their share, on the last day, late

  // Waterfall.
  std::string_view sum_from_added_and_taken;     // name of the sum, sum, added, taken off
  std::string_view most_taken_by, most_added_by; // step, and how much was taken off
  std::string_view no_step_changes_anything;
  std::string_view key_added, key_taken_off, key_sum;
  std::string_view same_steps, step, amount, sum_so_far;
};

const ChartWords& chart_words();

} // namespace probity::html
