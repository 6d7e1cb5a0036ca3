#include "duty/clock.h"

#include <algorithm>
#include <map>

#include "duty/due_day.h"

namespace probity::duty {
namespace {

using base::Day;
using record::Event;

// The events that may start one clock: those of one entity, of the person, or one event by itself.
struct StartGroup {
  std::optional<base::EntityId> entity;
  std::vector<const Event*> events; // by index
  bool second_choice = false;
};

std::vector<StartGroup> start_groups(const timeline::Case& person, const ClockRule& rule) {
  std::vector<StartGroup> groups;
  const auto group_of = [&](const std::optional<base::EntityId>& entity, bool second_choice) -> StartGroup* {
    for (StartGroup& group : groups)
      if (group.entity == entity) return group.second_choice == second_choice ? &group : nullptr;
    groups.push_back({entity, {}, second_choice});
    return &groups.back();
  };
  for (std::size_t choice = 0; choice < rule.starts.size(); ++choice) {
    for (const Event& event : person.events) {
      if (!rule.starts[choice].matches(event)) continue;
      if (rule.per_event) {
        groups.push_back({std::nullopt, {&event}, choice > 0});
        continue;
      }
      std::optional<base::EntityId> entity;
      if (!rule.per.empty()) {
        entity = event.entity(rule.per);
        if (!entity) continue;
      }
      if (StartGroup* group = group_of(entity, choice > 0)) group->events.push_back(&event);
    }
  }
  return groups;
}

// Whether the event belongs to the clock at all: by entity where it names one, else by not lying before the
// start; an imprecise time that reaches over the start may.
enum class Belongs { no, perhaps, yes };
Belongs belongs(const Event& event, const Reading& read_days, const ClockRule& rule, const Clock& clock) {
  if (!rule.per.empty() && clock.entity)
    if (const auto entity = event.entity(rule.per))
      return *entity == *clock.entity ? Belongs::yes : Belongs::no;
  if (read_days.first >= clock.started) return Belongs::yes;
  return read_days.last >= clock.started ? Belongs::perhaps : Belongs::no;
}

// Days from the start are exact where the stop is given as an offset after the very event that started the
// clock, however coarse the start itself is.
bool follows_exactly(const Event* start, const Event& stop, const Trigger& trigger) {
  return start != nullptr && trigger.at == TimeRead::valid && stop.valid.known() &&
         stop.valid.after == start->id && stop.valid.after != base::EventId{};
}

struct DueRange {
  Day first;
  Day last;
};

void stop(Clock& clock, const Event* start, const Reading* started, const DueRange& due,
          const timeline::Case& person, const ClockRule& rule, Day known_on) {
  const Event* in_time = nullptr;
  const Event* too_late = nullptr;
  const Event* unsure = nullptr;
  Reading in_time_days{};
  Reading late_days{};
  TimeRead in_time_read = TimeRead::valid;
  TimeRead late_read = TimeRead::valid;
  for (const Trigger& trigger : rule.stops) {
    for (const Event& event : person.events) {
      if (!trigger.matches(event)) continue;
      const auto days = read(trigger, event, rule.imported);
      if (!days) {
        unsure = unsure == nullptr ? &event : unsure;
        continue;
      }
      const Belongs is_of_clock = belongs(event, *days, rule, clock);
      if (is_of_clock == Belongs::no) continue;
      bool by_due = is_of_clock == Belongs::yes && days->last <= due.first;
      bool after_due = days->first > due.last;
      if (started != nullptr && follows_exactly(start, event, trigger)) {
        by_due = days->first <= due.first && days->last <= due.last;
        after_due = !by_due;
      }
      if (by_due) {
        if (in_time == nullptr || days->first < in_time_days.first) {
          in_time = &event;
          in_time_days = *days;
          in_time_read = trigger.at;
        }
      } else if (after_due) {
        if (too_late == nullptr || days->first < late_days.first) {
          too_late = &event;
          late_days = *days;
          late_read = trigger.at;
        }
      } else {
        unsure = unsure == nullptr ? &event : unsure;
      }
    }
  }
  if (in_time != nullptr) {
    clock.state = State::met;
    clock.stop_event = in_time->index;
    clock.stopped = in_time_days.last;
    clock.stop_read = in_time_read;
  } else if (unsure != nullptr) {
    clock.state = State::undetermined;
    clock.stop_event = unsure->index;
  } else {
    clock.state = clock.due < known_on ? State::missed : State::open;
    if (too_late != nullptr) {
      clock.stop_event = too_late->index;
      clock.stopped = late_days.first;
      clock.stop_read = late_read;
    } else if (!rule.stops.empty()) {
      clock.stop_read = rule.stops.front().at;
    }
  }
}

void exclude(Clock& clock, const std::string& reason, std::optional<std::uint64_t> by) {
  clock.state = State::excluded;
  clock.excluded_reason = reason;
  clock.excluding_event = by;
}

void apply_exclusions(Clock& clock, const timeline::Case& person, const timeline::PersonTimeline& timeline,
                      const ClockRule& rule) {
  // A clock that was met is not taken out by what happened to the person afterwards.
  const Day until =
      clock.state == State::met && clock.stopped ? std::min(*clock.stopped, clock.due) : clock.due;
  for (const Exclusion& exclusion : rule.exclusions) {
    if (exclusion.kind != Exclusion::Kind::event) {
      const auto& stretches =
          exclusion.kind == Exclusion::Kind::in_custody ? timeline.custody : timeline.suspended;
      for (const timeline::Stretch& stretch : stretches)
        if (stretch.touches(clock.started, until)) return exclude(clock, exclusion.reason, stretch.began_by);
      continue;
    }
    for (const Event& event : person.events) {
      if (!exclusion.trigger.matches(event)) continue;
      const auto entity = rule.per.empty() ? std::nullopt : event.entity(rule.per);
      if (entity && clock.entity) {
        if (*entity == *clock.entity) return exclude(clock, exclusion.reason, event.index);
        continue;
      }
      const auto days = read(exclusion.trigger, event, rule.imported);
      if (days && days->first >= clock.started && days->first <= until)
        return exclude(clock, exclusion.reason, event.index);
    }
  }
}

Clock clock_of(const StartGroup& group, const timeline::Case& person,
               const timeline::PersonTimeline& timeline, const ClockRule& rule,
               const rules::WorkingDays& working_days, Day known_on) {
  const Event* start = rule.schedule == Schedule::first ? group.events.front() : group.events.back();
  Clock clock;
  clock.person = &person;
  clock.entity = group.entity;
  clock.start_event = start->index;
  clock.self_reported = group.second_choice;
  const Trigger* trigger = nullptr;
  for (const Trigger& candidate : rule.starts)
    if (candidate.matches(*start)) {
      trigger = &candidate;
      break;
    }
  PROBITY_ENSURE(trigger != nullptr);
  const auto started = read(*trigger, *start, rule.imported);
  const Reading days = started.value_or(Reading{start->recorded_day, start->recorded_day});
  clock.started = days.first;
  const DueDay rule_due{rule, timeline, working_days, known_on};
  const DueRange due{rule_due.of(days.first), rule_due.of(days.last)};
  clock.due = due.last;
  clock.provider = timeline.provider_on(rule.owner == Owner::on_start ? clock.started : clock.due);
  stop(clock, start, started ? &*started : nullptr, due, person, rule, known_on);
  if (!started) clock.state = State::undetermined;
  if (start->imported && rule.imported == Imported::excluded)
    exclude(clock, "imported", start->index);
  else
    apply_exclusions(clock, person, timeline, rule);
  return clock;
}

void add_month_clocks(std::vector<Clock>& out, const timeline::Case& person,
                      const timeline::PersonTimeline& timeline, const ClockRule& rule, Day known_on) {
  if (timeline.held.empty()) return;
  const base::Month last_month = base::month_of(known_on);
  for (base::Month month = base::month_of(timeline.held.front().first); month <= last_month;
       month = month + 1) {
    const record::Symbol provider = timeline.provider_on(month.first());
    if (provider.empty() || !timeline.held_throughout(provider, month.first(), month.last()) ||
        (timeline.died && *timeline.died <= month.last()))
      continue;
    Clock clock;
    clock.person = &person;
    clock.started = month.first();
    clock.due = month.last();
    clock.provider = provider;
    stop(clock, nullptr, nullptr, {clock.due, clock.due}, person, rule, known_on);
    apply_exclusions(clock, person, timeline, rule);
    out.push_back(clock);
  }
}

bool passes(const FactTest& test, const Event& event) {
  const std::int64_t value = event.facts[static_cast<std::size_t>(test.fact)];
  if (value == record::absent) return false;
  if (!test.any_of.empty() && std::find(test.any_of.begin(), test.any_of.end(), value) == test.any_of.end())
    return false;
  return (!test.at_least || value >= *test.at_least) && (!test.at_most || value <= *test.at_most);
}

} // namespace

std::string_view to_text(State state) {
  switch (state) {
  case State::open:
    return "open";
  case State::met:
    return "met";
  case State::missed:
    return "missed";
  case State::undetermined:
    return "undetermined";
  case State::excluded:
    return "excluded";
  }
  return "";
}

bool Trigger::matches(const Event& event) const {
  return event.type == type && type != nullptr &&
         std::all_of(where.begin(), where.end(), [&](const FactTest& test) { return passes(test, event); });
}

std::vector<Clock> clocks(const timeline::Case& person, const timeline::PersonTimeline& timeline,
                          const ClockRule& rule, const rules::WorkingDays& working_days, Day known_on) {
  std::vector<Clock> out;
  if (rule.each_month) {
    add_month_clocks(out, person, timeline, rule, known_on);
    return out;
  }
  for (const StartGroup& group : start_groups(person, rule))
    out.push_back(clock_of(group, person, timeline, rule, working_days, known_on));
  return out;
}

} // namespace probity::duty
