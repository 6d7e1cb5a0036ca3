// Clocks: a deadline on a worklist, a service level, a missed target that costs money and a suspicious delay
// are all one of these. A rule says what starts, stops, suspends and excludes a clock; `clocks` applies it to
// a person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/working_days.h"
#include "timeline/person_timeline.h"

namespace probity::duty {

enum class TimeRead { recorded, valid, field, later_of_valid_and_recorded };
enum class LimitUnit { calendar_day, business_day, month };
enum class CalendarKnown {
  start,
  settlement
};                                     // bank holidays as known on the start day, or at the ledger size
enum class Schedule { first, last };   // which counts when an entity has several starts
enum class Owner { on_start, on_due }; // whose is a clock that crosses a transfer
enum class Imported { counted, excluded, source_recorded };

// A test of one fact: it has one of the values, or lies within [at_least, at_most].
struct FactTest {
  int fact = 0; // position among the type's facts
  std::string name;
  std::vector<std::int64_t> any_of; // as stored in Event::facts
  std::optional<std::int64_t> at_least;
  std::optional<std::int64_t> at_most;
};

struct Trigger {
  const record::TypeDeclaration* type = nullptr;
  TimeRead at = TimeRead::valid;
  int field = -1; // position of the day or instant fact that is read
  bool field_is_instant = false;
  std::optional<base::Zone> zone; // set where an instant is read
  std::string field_name;
  std::vector<FactTest> where;
  [[nodiscard]] bool matches(const record::Event& event) const;
};

// What takes a clock out of the count. An event that names the clock's own entity always excludes; an event
// of the person, and the states in_custody and suspended, only when they fall between the start and the day
// the clock was met or due.
struct Exclusion {
  enum class Kind { event, in_custody, suspended } kind = Kind::event;
  Trigger trigger;
  std::string reason; // the event type's name, "in_custody" or "suspended"
};

struct ClockRule {
  record::Symbol per;          // entity kind that has one clock; empty: one a person
  bool per_event = false;      // one clock for each start event
  std::vector<Trigger> starts; // tried in order: the next only where the one before has no event
  std::vector<Trigger> stops;  // any of them
  int limit = 0;
  LimitUnit unit = LimitUnit::calendar_day;
  CalendarKnown calendar_known = CalendarKnown::start;
  Schedule schedule = Schedule::last;
  Owner owner = Owner::on_due;
  Imported imported = Imported::excluded;
  bool suspendable = false; // days of suspension do not count
  std::vector<Exclusion> exclusions;
  // A clock for every civil month that one body held the person throughout, instead of starts.
  bool each_month = false;
};

enum class State { open, met, missed, undetermined, excluded };
std::string_view to_text(State state);

struct Clock {
  const timeline::Case* person = nullptr;
  std::optional<base::EntityId> entity;
  State state = State::open;
  base::Day started;                // earliest day the start may have been
  base::Day due;                    // latest day the clock may be due; its month is the clock's month
  std::optional<base::Day> stopped; // day of the event that stops it, as read
  record::Symbol provider;          // accountable body; empty when none is
  bool self_reported = false;       // started by the second choice of start
  std::string excluded_reason;
  std::optional<std::uint64_t> start_event; // ledger indexes
  std::optional<std::uint64_t> stop_event;  // what stopped it, or the first that came too late
  std::optional<std::uint64_t> excluding_event;
  TimeRead stop_read = TimeRead::valid; // which time of the stop was read
};

// The civil days that a trigger reads from an event, both ends inclusive; nothing when unknown or absent.
struct Reading {
  base::Day first;
  base::Day last;
};
std::optional<Reading> read(const Trigger& trigger, const record::Event& event, Imported imported);

// All clocks of a person under the rule, as known on `known_on` (the civil day of the last recorded event): a
// clock is missed only when its due day lies before it. An imprecise time is met only if wholly by the due
// day, missed only if wholly after, otherwise undetermined. `until`: last day for which month clocks are
// made.
std::vector<Clock> clocks(const timeline::Case& person, const timeline::PersonTimeline& timeline,
                          const ClockRule& rule, const rules::WorkingDays& working_days, base::Day known_on);

} // namespace probity::duty
