#include "casework/appointments/meeting.h"

#include <algorithm>
#include <fmt/format.h>

#include "record/appointment_planning.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

constexpr std::int64_t minute = 60'000'000; // microseconds
const Symbol home("home");

bool overlap(base::Instant one, int minutes, base::Instant other, int other_minutes) {
  return other.microseconds < one.microseconds + minutes * minute &&
         one.microseconds < other.microseconds + other_minutes * minute;
}

// When the other appointment that takes part of the same time begins.
std::optional<base::Instant> clash(const Request& request, const Meeting& meeting,
                                   const std::vector<Meeting>& beside) {
  for (const Appointment& other : request.state.appointments)
    if (other.id != meeting.appointment && other.open() && !other.absence_agreed &&
        overlap(meeting.starts, meeting.minutes, other.starts, other.minutes))
      return other.starts;
  for (const Meeting& other : beside)
    if (overlap(meeting.starts, meeting.minutes, other.starts, other.minutes)) return other.starts;
  return std::nullopt;
}

bool bank_holiday(const Request& request, base::Day day) {
  return base::weekday(day) < base::Weekday::saturday &&
         !request.circumstances.working_days.is_business_day(day, request.today());
}

int minute_of_day(const base::Zone& zone, base::Instant time) {
  const std::string text = zone.local_text(time); // "2016-03-26 23:45"
  const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return number(11) * 60 + number(14);
}

} // namespace

std::string time_text(const Request& request, base::Instant at) {
  return fmt::format("{} ({})", base::to_text(request.circumstances.zone.day_of(at)), base::to_text(at));
}

base::Instant same_time_on(const base::Zone& zone, base::Instant time, base::Day day) {
  const int wanted = minute_of_day(zone, time);
  const base::Instant plain{zone.start_of(day).microseconds + wanted * minute + time.microseconds % minute};
  // On a day on which the clocks change, midnight and so many hours is another time of day.
  for (const int shift : {0, -60, 60, -30, 30}) {
    const base::Instant shifted{plain.microseconds + shift * minute};
    if (zone.day_of(shifted) == day && minute_of_day(zone, shifted) == wanted) return shifted;
  }
  return plain;
}

std::optional<Hindrance> hindrance(const Request& request, const Meeting& meeting, const Allowed& allowed,
                                   const std::vector<Meeting>& beside) {
  const CaseState& state = request.state;
  const AppointmentPolicy& policy = request.circumstances.policy.appointment;
  const base::Day day = request.circumstances.zone.day_of(meeting.starts);
  const auto& release = state.custody.release.planned;
  if (state.custody.stay() != nullptr && !policy.custody_modes.contains(meeting.mode.text()) &&
      !(release && *release <= day))
    return Hindrance{"custody",
                     "the person is in prison" +
                         (release ? " until " + base::to_text(*release) : std::string()),
                     "Meet there (mode=other_place), by telephone or video, or after the release"};
  if (const AcceptedAbsence* absence = state.appointment_book.absence_on(day))
    return Hindrance{"absence",
                     fmt::format("an absence is accepted from {} to {} ({})", base::to_text(absence->from),
                                 base::to_text(absence->last), absence->reason.text()),
                     "Choose another day, or withdraw the absence (appointment.withdraw_absence)"};
  if (!allowed.opened && policy.closing_modes.contains(meeting.mode.text()) && bank_holiday(request, day))
    return Hindrance{"place_closed", base::to_text(day) + " is a bank holiday, and the place is closed",
                     "Choose another day, or say opened=true when it opens for this"};
  if (allowed.overlap) return std::nullopt;
  if (const auto other = clash(request, meeting, beside))
    return Hindrance{"appointment", "the person has another appointment at " + time_text(request, *other),
                     "Choose another time, or say overlap=true"};
  return std::nullopt;
}

Result<void> check_meeting(const Request& request, const Meeting& meeting, const Allowed& allowed) {
  if (meeting.starts <= request.command.event.recorded)
    return request.refuse("an appointment is arranged for a time to come, and " +
                              time_text(request, meeting.starts) + " has passed",
                          "Record what took place as a contact, or give a later time");
  if (auto found = hindrance(request, meeting, allowed))
    return request.refuse(std::move(found->what), std::move(found->hint));
  return {};
}

bool alone_outside(const Policy& policy, Symbol mode) {
  return policy.appointment.outside_modes.contains(mode.text());
}

std::vector<Ground> safety_grounds(const CaseState& state, const Policy& policy, Symbol mode, Symbol place) {
  std::vector<Ground> out;
  if (policy.appointment.remote_modes.contains(mode.text())) return out;
  const RiskRegister& known = state.risk_register;
  for (const Flag& flag : known.flags)
    if (policy.appointment.flags_of_danger.contains(flag.kind.text()) && flag.in_force(policy.risk_register))
      out.push_back({std::string(flag.kind.text()), flag.seen, flag.seen_event});
  if (!known.judgements.empty()) {
    const HarmJudgement& last = known.judgements.back();
    if (harm_rank(last.level_of(Symbol("staff"))) >= harm_rank(Symbol("high")))
      out.push_back({"harm_to_staff", last.day, last.event});
  }
  if (place.empty() && alone_outside(policy, mode)) place = home;
  for (const PlaceWarning& warning : state.appointment_book.places)
    if (warning.place == place)
      out.push_back({std::string(warning.danger.text()), warning.day, warning.event});
  const auto by_name = [](const Ground& a, const Ground& b) { return a.name < b.name; };
  const auto same_name = [](const Ground& a, const Ground& b) { return a.name == b.name; };
  std::stable_sort(out.begin(), out.end(), by_name);
  out.erase(std::unique(out.begin(), out.end(), same_name), out.end());
  return out;
}

Result<void> check_safety(const Request& request, const Meeting& meeting, Symbol safety, Symbol standing) {
  const Policy& policy = request.circumstances.policy;
  if (!alone_outside(policy, meeting.mode) || !safety.empty() || !standing.empty()) return {};
  std::string against;
  for (const Ground& ground : safety_grounds(request.state, policy, meeting.mode, meeting.place))
    against += (against.empty() ? "" : ", ") + ground.name;
  if (against.empty()) return {};
  return request.refuse("nobody visits the person alone: " + against,
                        "Say how it is made safe (safety=accompanied, …), or meet in another way");
}

void add_safety(Request& request, const Meeting& meeting, Symbol safety) {
  std::vector<std::string> names;
  for (const Ground& ground :
       safety_grounds(request.state, request.circumstances.policy, meeting.mode, meeting.place))
    names.push_back(ground.name);
  if (names.empty() && safety.empty()) return;
  record::EventBuilder event = request.draft(record::appointment::safety_recorded);
  event.entity("appointment", meeting.appointment);
  if (!names.empty()) event.fact("grounds", names);
  if (!safety.empty()) event.fact("safety", safety.text());
  request.add(event);
}

} // namespace probity::casework
