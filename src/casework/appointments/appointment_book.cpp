#include "casework/appointments/appointment_book.h"

#include <algorithm>

#include "casework/fold.h"
#include "record/appointment_planning.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace appointment = record::appointment;

const Symbol kind_absence("absence");
const Symbol kind_appointment("appointment");
const Symbol kind_series("series");

void apply_absence(AppointmentBook& book, const Event& event) {
  const auto id = event.entity(kind_absence);
  if (!id) return;
  AcceptedAbsence& one = entity_of(book.absences, *id);
  if (is<appointment::absence_accepted>(event)) {
    const base::Day day = day_of_act(event);
    one.from = record::day<appointment::absence_accepted, "from">(event).value_or(day);
    one.last = record::day<appointment::absence_accepted, "last">(event).value_or(day);
    one.reason = record::symbol<appointment::absence_accepted, "reason">(event);
  } else if (is<appointment::absence_withdrawn>(event)) {
    one.withdrawn = true;
  }
}

void apply_place(AppointmentBook& book, const Event& event) {
  if (is<appointment::place_warned>(event)) {
    book.places.push_back({record::symbol<appointment::place_warned, "place">(event),
                           record::symbol<appointment::place_warned, "danger">(event), day_of_act(event),
                           event.index});
  } else if (is<appointment::place_cleared>(event)) {
    const Symbol place = record::symbol<appointment::place_cleared, "place">(event);
    std::erase_if(book.places, [place](const PlaceWarning& one) { return one.place == place; });
  }
}

void apply_series(AppointmentBook& book, const Event& event) {
  const auto id = event.entity(kind_series);
  if (!id) return;
  Series& one = entity_of(book.series, *id);
  const auto member = event.entity(kind_appointment);
  if (is<appointment::scheduled>(event) && member) one.appointments.push_back(*member);
}

} // namespace

const Series* AppointmentBook::find_series(const base::EntityId& id) const {
  return find_entity(series, id);
}

const AcceptedAbsence* AppointmentBook::absence(const base::EntityId& id) const {
  return find_entity(absences, id);
}

const AcceptedAbsence* AppointmentBook::absence_on(base::Day day) const {
  const auto found = std::find_if(absences.begin(), absences.end(),
                                  [day](const AcceptedAbsence& one) { return one.covers(day); });
  return found == absences.end() ? nullptr : &*found;
}

Symbol AppointmentBook::safety_of(const base::EntityId& appointment) const {
  const auto found = std::find_if(made_safe.rbegin(), made_safe.rend(),
                                  [&](const MadeSafe& one) { return one.appointment == appointment; });
  return found == made_safe.rend() ? Symbol() : found->safety;
}

void apply(AppointmentBook& book, const Event& event) {
  if (is<appointment::rescheduled>(event)) {
    const bool person = record::symbol<appointment::rescheduled, "asked_by">(event) == Symbol("person");
    ++(person ? book.moved_by_person : book.moved_by_service);
  } else if (is<appointment::safety_recorded>(event)) {
    const auto id = event.entity(kind_appointment);
    const Symbol safety = record::symbol<appointment::safety_recorded, "safety">(event);
    if (id && !safety.empty()) book.made_safe.push_back({*id, safety});
  } else if (is<appointment::scheduled>(event) || is<appointment::series_arranged>(event)) {
    apply_series(book, event);
  } else {
    apply_absence(book, event);
    apply_place(book, event);
  }
}

} // namespace probity::casework
