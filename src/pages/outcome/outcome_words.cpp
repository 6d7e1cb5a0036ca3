#include "pages/outcome/outcome_words.h"

#include <fmt/format.h>

#include "pages/wording.h"

namespace probity::pages {

const OutcomePageWords& outcome_page_words() {
  static const OutcomePageWords english = {
      .outcomes = "Outcomes",
      .read_with = "What to read with these figures",
      .workings = "How we worked this out",
      .basis = "What this was computed from",
      .rates = "Rates",
      .when = "When",
      .compared = "Compared",
      .beside_scores = "Beside the risk scores of the same people",
      .check = "How to check this",
      .check_text = "With the ledger and the program, anyone gets the same figures.",
      .check_command = "Command that computes the figures again",
      .ledger = "Ledger",
      .clock = "Clock",
      .clock_replayed = "Replayed log: times were stamped by the submitter",
      .clock_live = "Live log: times were stamped by the log as records arrived",
      .size = "Size",
      .events = "events",
      .root = "Root",
      .known_on = "Known on",
      .state = "State",
      .final_state = "Final",
      .provisional = "Provisional",
      .all = "All",
      .group = "Group",
      .people = "People",
      .releases = "Releases",
      .reoffended = "Reoffended",
      .returned = "Returned",
      .rate = "Rate",
      .interval = "95 % interval",
      .withheld = "withheld",
      .none = "none",
      .reoffences = "Reoffences",
      .reoffences_each = "Reoffences for each who reoffended",
      .reoffences_hundred = "Reoffences for every 100 people",
      .technical_among = "Of these, technical",
      .technical_apart = "Technical, not counted",
      .curves_caption = "Share for whom it had happened first, by day",
      .group_and_day = "Group and day",
      .at_risk = "At risk",
      .reoffence = "Reoffence",
      .return_to_custody = "Return",
      .technical_return = "Technical return",
      .other_custody = "Other custody",
      .death = "Death",
      .if_nothing_competed = "If nothing competed",
      .footer = "Rates are exact fractions of counts, rounded for display only. Intervals are Wilson's and "
                "speak of chance variation alone.",
  };
  return english;
}

const OutcomeChartWords& outcome_chart_words() {
  static const OutcomeChartWords english = {
      .people = "people",
      .releases = "releases",
      .groups = "groups",
      .rows = "rows",
      .all = "all",
      .nobody = "nobody",
      .days = "days",
      .reoffended = "reoffended",
      .returned_to_custody = "returned to custody",
      .the_index_event = "the index event",
      .release = "release",
      .reoffence = "reoffence",
      .return_to_custody = "return",
      .technical_return = "technical return",
      .other_custody = "other custody",
      .death = "death",
      .interval_method =
          "The rate is a count out of a count. The interval is Wilson's, at 95 %: how far chance alone could "
          "have moved the rate of as many people. It says nothing of who was counted, or how well. A group "
          "lies clearly above or below where its whole interval does; the comparator's own chance is not in "
          "that, and groups are part of it.",
      .happened_first = "What had happened first",
      .curves_method =
          "Shares are Aalen and Johansen's: of all who entered, the part for whom each thing had happened "
          "first by a day. What rules out the event is a curve of its own, never dropped and never taken for "
          "success. The curves are worked out day by day and drawn at twelve days.",
      .still_free = "Still free of it: counted as it was, and if nothing competed",
      .as_it_was = "as it was",
      .if_nothing_competed = "if nothing competed (Kaplan–Meier)",
      .still_free_method =
          "“As it was” is the share of all who entered for whom the event had not happened, whatever else "
          "had. The other is Kaplan and Meier's, with whatever came first taken for the end of observation: "
          "what the share would be if nobody were recalled or died and their risk were that of the others. "
          "It lies lower, and is no forecast.",
      .funnel_method =
          "Each group's rate is set against what chance alone would do at its size, if all had one rate. A "
          "place outside the limits is a question, not a finding. Nothing is ranked, and nothing here is "
          "adjusted for who was supervised.",
      .rate_of_all = "the rate of all groups together",
      .rate_of_all_shown = "the rate of all groups shown",
  };
  return english;
}

std::string last_recorded_on(base::Day day) {
  return fmt::format("{}, the day of the last recorded event", in_words(day));
}

std::string provisional_until(base::Day day) {
  return fmt::format("Provisional until {}", in_words(day));
}

std::string titled_by(std::string_view title, std::string_view grouping) {
  return fmt::format("{}, by {}", title, grouping);
}

std::string column_by(std::string_view grouping) {
  return fmt::format("By {}", grouping);
}

std::string on_day_of_curve(std::string_view group, int day) {
  return fmt::format("{}, day {}", group, day);
}

std::string not_compared(std::string_view reason) {
  return fmt::format("Not compared: {}.", reason);
}

std::string beside_scores_caption(std::string_view scores) {
  return fmt::format("Observed beside what the scores {} led one to expect", scores);
}

std::string within_span(std::string_view happened, std::string_view span) {
  return fmt::format("{} within {}", happened, span);
}

std::string all_together(std::string_view cases) {
  return fmt::format("all {} together", cases);
}

std::string when_it_happened_by(std::string_view grouping) {
  return fmt::format("When it happened, by {}", grouping);
}

std::string largest_drawn(std::size_t drawn, std::size_t of) {
  return fmt::format("The {} largest of {} groups are drawn.", drawn, of);
}

std::string left_out_of_curves(std::uint64_t cases) {
  return fmt::format("{} left out because the days are not known.", count_of(cases, "cases are", "case is"));
}

std::string each_group_at_its_size(std::string_view title) {
  return fmt::format("{}, each group at its size", title);
}

std::string widened_limits(std::string_view units, std::string_view dispersion) {
  return fmt::format("widened, since the {0} differ by more than chance (φ = {1}, tested before anything was "
                     "compared): {0} differ in more than their supervision",
                     units, dispersion);
}

std::string exact_limits(std::string_view units, std::string_view dispersion) {
  return fmt::format("exact binomial; the {} differ by no more than chance (φ = {}, tested first)", units,
                     dispersion);
}

} // namespace probity::pages
