// What the page on how the record was kept says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace probity::pages {

struct RecordQualityWords {
  std::string_view title, late, timing, types, oddities;
  std::string_view withheld_figure, withheld;
  std::string_view due_day, after_due_day, cases, along_due_day, timing_method, nothing_timed;
  std::string_view day_of_act, before_act, after_act, events, along_delay, delay_method, delay_title,
      no_delay;
  std::string_view types_caption, type, events_column, within_a_day, later, delay_unknown, corrected,
      types_workings;
  std::string_view no_odd_correction;
};

const RecordQualityWords& record_quality_words();

std::string days_before_due(int days);
std::string days_after_due(int days);
std::string days_later(int days);
std::string or_more(std::string_view bin);
std::string bins_joined(std::string_view first, std::string_view last);
std::string when_against_due(std::string_view clock);
// Counts are in words where a publication may withhold them; `one` chooses between singular and plural.
std::string never_stopped(std::string_view count, bool one);
std::string delay_not_known(std::string_view count);
std::string record_takeaway(std::string_view events, std::string_view period, std::string_view corrected,
                            bool one_corrected);
std::string events_of_unknown_type(std::uint64_t events);
std::string odd_corrections(std::uint64_t corrections);

} // namespace probity::pages
