#include "outcome/count.h"

#include <algorithm>

#include "record/custody.h"
#include "record/person.h"

namespace probity::outcome {
namespace {

using record::Event;
namespace custody = record::custody;

// How long after its release something happened.
struct After {
  Within within = Within::after;
  int days = 0; // as far as known
  bool exact = false;
};

// A distance that the record gives from the release itself is exact, though neither day is known.
After after_release(const Event& event, const IndexEvent& index, const Counting& counting,
                    WindowLengths& window) {
  const Days& start = *index.days;
  if (event.valid.after == index.event->id && event.valid.offset_months == 0 && event.valid.known()) {
    const WindowLengths::Length length = window.of(start);
    const int days = event.valid.offset_days;
    return {days <= length.shortest  ? Within::surely
            : days <= length.longest ? Within::perhaps
                                     : Within::after,
            days, true};
  }
  const auto days = days_of(event.valid);
  if (!days) return {Within::perhaps, 0, false};
  return {within(*days, start, 0, counting.rule.window_months), std::max(0, days->first - start.first),
          days->one_day() && start.one_day()};
}

Cause cause_of(const Event& received, Proof proof) {
  if (proof == Proof::any) return Cause::reoffence;
  const std::string_view reason = record::symbol<custody::received, "reason">(received).text();
  if (reason == "new_offence" || reason == "sentence") return Cause::reoffence;
  return reason == "remand" ? Cause::custody : Cause::technical_return;
}

// The first reception after the release, of another episode: the return, whatever it was for.
const Event* return_after(const timeline::Case& person, const IndexEvent& index) {
  static const record::Symbol kind("custody");
  const auto own = index.event->entity(kind);
  const Event* first = nullptr;
  for (const Event& event : person.events) {
    if (!record::is<custody::received>(event)) continue;
    const auto days = days_of(event.valid);
    const auto id = event.entity(kind);
    if (!days || (id && id == own)) continue;
    const bool later = id ? days->last >= index.days->first : days->first > index.days->last;
    const bool counted_from_it = event.valid.after == index.event->id;
    if (!later && !counted_from_it) continue;
    if (first == nullptr || days->first < first->valid.first) first = &event;
  }
  return first;
}

void look_for_death(const timeline::Case& person, const IndexEvent& index, const CohortRule& rule,
                    Member& member) {
  for (const Event& event : person.events) {
    const auto days = days_of(event.valid);
    if (!record::is<record::person::died>(event) || !days) continue;
    if (within(*days, *index.days, 0, rule.window_months) != Within::surely) continue;
    member.first_event = {Cause::death, days->first - index.days->first, event.index,
                          days->one_day() && index.days->one_day()};
  }
}

base::Result<void> check_followed(const IndexEvent& index, const CohortRule& rule) {
  if (!record::is<custody::release_recorded>(*index.details)) return {};
  const auto year = record::integer<custody::release_recorded, "reporting_year">(*index.details);
  if (!year) return {};
  const std::int64_t years = *year - base::year_of(index.days->last);
  if (rule.window_months <= 12 * years) return {};
  return base::fail(base::ErrorCode::refused,
                    "the source followed these releases up for " + std::to_string(years) +
                        " years only: that nobody is recorded as returned later says nothing",
                    "event " + std::to_string(index.event->index),
                    "ask for what happened within " + std::to_string(years) + "y or less");
}

} // namespace

base::Result<void> count_returns(const timeline::Case& person, Counting& counting) {
  const std::vector<IndexEvent> all = index_events(person);
  if (all.empty()) return {};
  const timeline::PersonTimeline timeline = timeline_for(person, counting.rule);
  for (const IndexEvent& index : all) {
    if (!enters(index, person, timeline, counting)) continue;
    PROBITY_TRY(check_followed(index, counting.rule));
    Member member = member_of(index, person, timeline, counting.rule);
    member.first_event = {Cause::none, days_followed(*index.days, counting, counting.window), 0, true};
    if (const Event* back = return_after(person, index)) {
      const After after = after_release(*back, index, counting, counting.window);
      const Cause cause = cause_of(*back, counting.rule.proof);
      if (after.within == Within::surely) member.first_event = {cause, after.days, back->index, after.exact};
      if (cause == Cause::reoffence && (after.within == Within::surely || after.within == Within::perhaps))
        member.reoffences.push_back(
            {back->index, back->valid.first, back->valid.first, back->valid.last,
             record::symbol<custody::received, "reason">(*back),
             after.within == Within::surely ? Certainty::certain : Certainty::possible});
    }
    if (member.first_event.cause == Cause::none) look_for_death(person, index, counting.rule, member);
    counting.cohort.members.push_back(std::move(member));
  }
  return {};
}

} // namespace probity::outcome
