#include "pages/report/record_quality_words.h"

#include <fmt/format.h>

#include "pages/wording.h"

namespace probity::pages {
namespace {

std::string days_text(int days) {
  return days == 1 ? "1 day" : fmt::format("{} days", days);
}

} // namespace

const RecordQualityWords& record_quality_words() {
  static const RecordQualityWords english = {
      .title = "How the record was kept",
      .late = "Late entry",
      .timing = "On which side of the deadline",
      .types = "By type, and corrections",
      .oddities = "What could not be read, and odd corrections",
      .withheld_figure = "Withheld: so few fell on one side that a count could give somebody away.",
      .withheld = "withheld",
      .due_day = "the due day",
      .after_due_day = "the end of the due day",
      .cases = "cases",
      .along_due_day = "Days from the due day",
      .timing_method =
          "Every case of the period that is met or missed and was stopped by an event: the day of that "
          "event, "
          "as the measure reads it, less the due day. A heap on the last day is what people do when a "
          "deadline is paid for; it is no proof of anything.",
      .nothing_timed = "No clock of the period was stopped by an event.",
      .day_of_act = "the day it happened",
      .before_act = "before it happened",
      .after_act = "one day after the act (our yardstick)",
      .events = "events",
      .along_delay = "Days from the act to its record",
      .delay_method =
          "Every event of the period that is about a person or a session and whose act is known to the day: "
          "the civil day on which it was recorded less the day of the act. What an import brought counts by "
          "the day on which its source recorded it. The line at one day is a yardstick of ours, no clause of "
          "the contract.",
      .delay_title = "How long after an act it was recorded",
      .no_delay = "No event of the period has a known delay.",
      .types_caption = "Events of the period by type",
      .type = "Type",
      .events_column = "Events",
      .within_a_day = "Recorded within a day",
      .later = "Later",
      .delay_unknown = "Delay not known",
      .corrected = "Corrected since",
      .types_workings =
          "An event belongs to the period in which its act lies wholly. “Corrected since” counts events that "
          "were amended, or voided and reinstated; voided ones no longer count and stay readable in the "
          "ledger. Counts are as known at the ledger size of this report.",
      .no_odd_correction = "No correction came in an order that should not occur.",
  };
  return english;
}

std::string days_before_due(int days) {
  return fmt::format("{} before the due day", days_text(days));
}

std::string days_after_due(int days) {
  return fmt::format("{} after the due day", days_text(days));
}

std::string days_later(int days) {
  return fmt::format("{} later", days_text(days));
}

std::string or_more(std::string_view bin) {
  return fmt::format("{} or more", bin);
}

std::string bins_joined(std::string_view first, std::string_view last) {
  return fmt::format("{} to {}", first, last);
}

std::string when_against_due(std::string_view clock) {
  return fmt::format("{}: when, against the due day", clock);
}

std::string never_stopped(std::string_view count, bool one) {
  return fmt::format("{} {} missed and never stopped: not in the figure.", count,
                     one ? "case was" : "cases were");
}

std::string delay_not_known(std::string_view count) {
  return fmt::format("Of {} more the delay is not known to the day.", count);
}

std::string record_takeaway(std::string_view events, std::string_view period, std::string_view corrected,
                            bool one_corrected) {
  return fmt::format("{} events of the record fall in {}. {} of them {} been corrected since; first values "
                     "stay readable for ever.",
                     events, period, corrected, one_corrected ? "has" : "have");
}

std::string events_of_unknown_type(std::uint64_t events) {
  return fmt::format("{} of the record have a type that this program does not know: kept, and read by no "
                     "figure.",
                     count_of(events, "events"));
}

std::string odd_corrections(std::uint64_t corrections) {
  return fmt::format("{} came in an order that should not occur.", count_of(corrections, "corrections"));
}

} // namespace probity::pages
