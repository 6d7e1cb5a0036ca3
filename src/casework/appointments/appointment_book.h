// What the record says beside single appointments: series, absences accepted for days to come, places that
// are not safe and how visits were made safe. Part of the state of a case.
#pragma once

#include <optional>
#include <vector>

#include "record/event.h"

namespace probity::casework {

struct Series {
  base::EntityId id;
  std::vector<base::EntityId> appointments; // in order of time
};

struct AcceptedAbsence {
  base::EntityId id;
  base::Day from;
  base::Day last;
  record::Symbol reason;
  bool withdrawn = false;

  [[nodiscard]] bool covers(base::Day day) const { return !withdrawn && from <= day && day <= last; }
};

struct PlaceWarning {
  record::Symbol place;
  record::Symbol danger;
  base::Day day;
  std::uint64_t event = 0;
};

struct MadeSafe {
  base::EntityId appointment;
  record::Symbol safety;
};

struct AppointmentBook {
  std::vector<Series> series;
  std::vector<AcceptedAbsence> absences;
  std::vector<PlaceWarning> places; // that stand
  std::vector<MadeSafe> made_safe;
  int moved_by_person = 0; // appointments moved because the person asked
  int moved_by_service = 0;

  [[nodiscard]] const Series* find_series(const base::EntityId& id) const; // nullptr: there is none
  [[nodiscard]] const AcceptedAbsence* absence(const base::EntityId& id) const;
  [[nodiscard]] const AcceptedAbsence* absence_on(base::Day day) const;
  // Empty: nothing was said.
  [[nodiscard]] record::Symbol safety_of(const base::EntityId& appointment) const;
};

void apply(AppointmentBook& book, const record::Event& event);

} // namespace probity::casework
