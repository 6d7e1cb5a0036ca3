#include "contract/tally.h"

#include <algorithm>
#include <map>

#include "record/monitoring.h"

namespace probity::contract {
namespace {

using base::Day;
using duty::State;

// Why a billed day is not paid; empty when it is.
std::string refusal(const PersonView& view, Day day, bool counted_already) {
  const timeline::PersonTimeline& timeline = *view.timeline;
  if (counted_already) return "person_day_counted_already";
  if (timeline.died && day > *timeline.died) return "after_death";
  const bool fitted = std::any_of(timeline.tagged.begin(), timeline.tagged.end(),
                                  [&](const timeline::Tagged& tag) { return tag.covers(day); });
  if (fitted) return timeline.in_custody_on(day) ? "in_custody" : "";
  const bool before = std::any_of(timeline.tagged.begin(), timeline.tagged.end(),
                                  [&](const timeline::Tagged& tag) { return tag.first > day; });
  const bool after = std::any_of(timeline.tagged.begin(), timeline.tagged.end(),
                                 [&](const timeline::Tagged& tag) { return tag.last && *tag.last < day; });
  if (after) return "after_removal";
  if (before) return "before_fitting";
  return timeline.tag_orders.empty() ? "never_ordered" : "never_fitted";
}

} // namespace

void count_monitoring(const Monitoring& clause, const Span& span, const PersonView& view, Tally& tally) {
  namespace monitoring = record::monitoring;
  std::map<Day, std::uint64_t> counted; // paid person-days → billing event
  for (const record::Event& event : view.person->events) {
    if (!record::is<monitoring::billed>(event)) continue;
    const auto first = record::day<monitoring::billed, "first_day">(event);
    const auto last = record::day<monitoring::billed, "last_day">(event);
    if (!first || !last || !is_party(*span.terms, event.provider)) continue;
    // Days that fare alike are one piece of evidence.
    struct Run {
      std::string reason;
      const Period* period = nullptr;
      Day from;
      Day to;
    };
    std::vector<Run> runs;
    // Bills beyond the term are nobody's here, and an absurd last day must not cost a loop over centuries.
    const Day stop = std::min(*last, span.periods.back().last());
    for (Day day = std::max(*first, span.periods.front().first()); day <= stop; day = day + 1) {
      const Period* period = span.find(day);
      if (period == nullptr) continue;
      std::string reason = refusal(view, day, counted.contains(day));
      if (reason.empty() && event.imported && clause.imported == duty::Imported::excluded)
        reason = "imported";
      if (reason.empty()) counted[day] = event.index;
      if (!runs.empty() && runs.back().period == period && runs.back().reason == reason &&
          runs.back().to + 1 == day)
        runs.back().to = day;
      else
        runs.push_back({reason, period, day, day});
    }
    for (const Run& run : runs)
      tally.add(
          {clause.id, "", std::string(event.provider.text()), *run.period, ""},
          run.reason.empty() ? State::met : State::excluded, run.reason, view.person->name, run.from,
          {event.index},
          [&] {
            return "billed " + base::to_text(run.from) + " to " + base::to_text(run.to) +
                   (run.reason.empty() ? ": paid" : ": refused (" + run.reason + ")");
          },
          run.to - run.from + 1);
  }
}

} // namespace probity::contract
