// Decisions about absences to come and about safety.
#include <algorithm>
#include <fmt/format.h>

#include "casework/appointments/meeting.h"
#include "casework/appointments/planning.h"
#include "casework/appointments/planning_commands.h"

namespace probity::casework {

using base::Result;
using record::Symbol;

Result<void> accept_absence(Request& request) {
  using appointment::accept_absence;
  const record::Event& asked = request.command.event;
  const base::Day from = *record::day<accept_absence, "from">(asked);
  const base::Day last = *record::day<accept_absence, "last">(asked);
  const Symbol reason = record::symbol<accept_absence, "reason">(asked);
  const AppointmentBook& book = request.state.appointment_book;
  if (book.absence(request.entity("absence")) != nullptr)
    return request.refuse("there is an absence of this id", "Make a new id");
  if (last < from) return request.refuse("the absence ends before it begins", "Give a later day as last");
  if (from < request.today())
    return request.refuse("an absence is accepted before it begins",
                          "Record the outcome of each appointment that was missed");
  for (base::Day day = from; day <= last; day = day + 1)
    if (const AcceptedAbsence* other = book.absence_on(day))
      return request.refuse(fmt::format("an absence is accepted from {} to {}", base::to_text(other->from),
                                        base::to_text(other->last)),
                            "Give days that it does not have");
  record::EventBuilder accepted = request.draft(record::appointment::absence_accepted);
  accepted.fact("from", from).fact("last", last).fact("reason", reason.text());
  request.add(accepted);
  for (const Appointment& one : request.state.appointments) {
    if (!one.open() || one.absence_agreed || one.day < from || one.day > last ||
        one.starts <= request.command.event.recorded)
      continue;
    record::EventBuilder agreed = request.draft(record::appointment::absence_agreed);
    agreed.entity("appointment", one.id).fact("reason", reason.text());
    request.add(agreed);
  }
  return {};
}

Result<void> withdraw_absence(Request& request) {
  const AcceptedAbsence* one = request.state.appointment_book.absence(request.entity("absence"));
  if (one == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such absence",
                      std::string(request.command.event.type->name), "Name one that was accepted");
  if (one->withdrawn) return request.refuse("the absence was withdrawn", "Nothing is to be done");
  if (one->last < request.today())
    return request.refuse("the absence is over", "Correct the outcomes that it touched");
  record::EventBuilder event = request.draft(record::appointment::absence_withdrawn);
  event.fact("reason", record::symbol<appointment::withdraw_absence, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> make_safe(Request& request) {
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  if (!one->open() || one->starts <= request.command.event.recorded)
    return request.refuse("the appointment is not to come", "Make the next one safe");
  const Symbol safety = record::symbol<appointment::make_safe, "safety">(request.command.event);
  if (request.state.appointment_book.safety_of(one->id) == safety)
    return request.refuse("that has been said", "Nothing is to be done");
  add_safety(request, {one->id, one->starts, one->minutes, one->mode, one->place}, safety);
  return {};
}

Result<void> warn_of_place(Request& request) {
  using appointment::warn_of_place;
  const record::Event& asked = request.command.event;
  const Symbol place = record::symbol<warn_of_place, "place">(asked);
  const Symbol danger = record::symbol<warn_of_place, "danger">(asked);
  const auto& places = request.state.appointment_book.places;
  if (std::any_of(places.begin(), places.end(),
                  [&](const PlaceWarning& one) { return one.place == place && one.danger == danger; }))
    return request.refuse("that warning of the place stands", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::appointment::place_warned);
  event.fact("place", place.text()).fact("danger", danger.text());
  request.add(event);
  return {};
}

Result<void> clear_place(Request& request) {
  using appointment::clear_place;
  const record::Event& asked = request.command.event;
  const Symbol place = record::symbol<clear_place, "place">(asked);
  const auto& places = request.state.appointment_book.places;
  if (std::none_of(places.begin(), places.end(),
                   [place](const PlaceWarning& one) { return one.place == place; }))
    return request.refuse("no warning of the place stands", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::appointment::place_cleared);
  event.fact("place", place.text()).fact("reason", record::symbol<clear_place, "reason">(asked).text());
  request.add(event);
  return {};
}

} // namespace probity::casework
