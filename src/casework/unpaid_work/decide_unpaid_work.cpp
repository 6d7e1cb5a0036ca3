#include <fmt/format.h>

#include "casework/appointments/meeting.h"
#include "casework/drafting.h"
#include "casework/unpaid_work/unpaid_work_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

const Symbol acceptable_absence("acceptable_absence");
const Symbol work("unpaid_work");
constexpr std::int64_t longest = 24 * 60; // minutes

// The requirement of the order in force that still asks for work.
Result<const Requirement*> running_work(const Request& request) {
  const Order* order = request.state.order();
  const Requirement* found =
      order == nullptr ? nullptr : request.state.order_book.requirement(order->id, work);
  if (found == nullptr)
    return request.refuse("no unpaid work has begun to run",
                          "Let the requirement begin first (sentence.start_requirement)");
  if (!found->running())
    return request.refuse("the unpaid work is done or has ended", "Nothing more is worked off");
  return found;
}

Result<void> offer_place(Request& request) {
  using unpaid_work::offer_place;
  const record::Event& asked = request.command.event;
  const Symbol session = record::symbol<offer_place, "session">(asked);
  PROBITY_ASSIGN(const Requirement* requirement, running_work(request));
  Meeting meeting;
  meeting.appointment = *base::EntityId::from_hex(session.text());
  meeting.starts = *record::instant<offer_place, "starts">(asked);
  meeting.mode = Symbol("group");
  const auto minutes = record::integer<offer_place, "minutes">(asked);
  if (minutes && (*minutes < 1 || *minutes > longest))
    return request.refuse("a session lasts from 1 minute to a day", "Give its length in minutes");
  if (minutes) meeting.minutes = static_cast<int>(*minutes);
  const Appointment* there = request.state.appointment(meeting.appointment);
  if (there != nullptr && !there->cancelled)
    return request.refuse("the person has a place on the session", "Nothing is to be done");
  // A project says itself on which days it works.
  PROBITY_TRY(
      check_meeting(request, meeting, {record::boolean<offer_place, "overlap">(asked) == true, true}));
  record::EventBuilder event = request.draft(record::unpaid_work::place_allocated);
  event.entity("requirement", requirement->id).fact("session", session.text()).fact("starts", meeting.starts);
  if (minutes) event.fact("minutes", *minutes);
  request.add(event);
  return {};
}

struct Given {
  Symbol session;
  Symbol attendance;
  Symbol service_reason;
  Symbol reason;
  std::optional<std::int64_t> minutes;

  [[nodiscard]] bool is(std::string_view word) const { return attendance.text() == word; }
  [[nodiscard]] bool fallen() const { return is("stood_down") || is("sent_home_service"); }
  [[nodiscard]] bool came() const {
    return is("worked") || is("sent_home_service") || is("sent_home_behaviour");
  }
};

// `before`: minutes that the entry which this one takes the place of credited.
Result<void> check_minutes(const Request& request, const Given& given, const WorkSession& session,
                           std::int64_t before) {
  if (!given.minutes) return {};
  if (!given.came())
    return request.refuse("whoever was not there worked nothing", "Leave minutes_credited out");
  if (*given.minutes < 0 || *given.minutes > longest)
    return request.refuse("what is credited is from none to a day", "Give it in minutes");
  if (session.planned_minutes > 0 && *given.minutes > session.planned_minutes)
    return request.refuse(fmt::format("the session was of {} minutes", session.planned_minutes),
                          "Credit no more than that");
  const Order* order = request.state.order();
  if (order == nullptr) return {};
  const std::int64_t owed = request.state.order_book.minutes_owed(order->id) + before;
  if (*given.minutes > owed)
    return request.refuse(fmt::format("{} minutes are owed", owed), "Credit no more than that");
  return {};
}

Result<void> check_attendance(const Request& request, const Given& given, const WorkSession& session,
                              std::int64_t before) {
  if (given.fallen() && given.service_reason.empty())
    return request.refuse("whoever sends people home says why", "Give service_reason=supervisor_absent, …");
  if (!given.fallen() && !given.service_reason.empty())
    return request.refuse("the service did not let the session fall", "Leave service_reason out");
  if (given.attendance == acceptable_absence && given.reason.empty())
    return request.refuse("an acceptable absence has a reason", "Give reason=…");
  if (given.attendance != acceptable_absence && !given.reason.empty())
    return request.refuse("only an acceptable absence has a reason", "Leave reason out");
  return check_minutes(request, given, session, before);
}

struct Place {
  const Appointment* appointment = nullptr;
  const WorkSession* session = nullptr;
};

Result<Place> place_on(const Request& request, Symbol session) {
  const base::EntityId id = *base::EntityId::from_hex(session.text());
  Place out{request.state.appointment(id), request.state.unpaid_work.session(id)};
  if (out.appointment == nullptr || out.session == nullptr)
    return base::fail(base::ErrorCode::not_found, "the person has no place on the session",
                      std::string(request.command.event.type->name),
                      "Offer one first (unpaid_work.offer_place)");
  return out;
}

void write_attendance(record::EventBuilder& event, const Given& given, const WorkSession& session) {
  event.entity("requirement", session.requirement)
      .fact("session", given.session.text())
      .fact("attendance", given.attendance.text());
  if (given.minutes) event.fact("minutes_credited", *given.minutes);
  if (!given.service_reason.empty()) event.fact("service_reason", given.service_reason.text());
  if (!given.reason.empty()) event.fact("reason", given.reason.text());
}

// As the fold will read it.
Symbol outcome_of(const Given& given) {
  return given.is("sent_home_behaviour") ? Symbol("attended_sent_home_behaviour") : given.attendance;
}

Result<void> record_attendance(Request& request) {
  using unpaid_work::record_attendance;
  const record::Event& asked = request.command.event;
  const Given given{record::symbol<record_attendance, "session">(asked),
                    record::symbol<record_attendance, "attendance">(asked),
                    record::symbol<record_attendance, "service_reason">(asked),
                    record::symbol<record_attendance, "reason">(asked),
                    record::integer<record_attendance, "minutes_credited">(asked)};
  PROBITY_ASSIGN(const Place place, place_on(request, given.session));
  const Appointment& one = *place.appointment;
  if (one.cancelled) return request.refuse("the place was called off", "Offer another");
  if (!one.outcome.empty())
    return request.refuse("the place has an attendance: " + std::string(place.session->attendance.text()),
                          "Correct it if it is wrong (unpaid_work.correct_attendance)");
  if (one.starts > asked.recorded && !given.is("stood_down"))
    return request.refuse("the session is still to come (" + time_text(request, one.starts) + ")",
                          "Accept an absence beforehand, or stand it down");
  if (one.absence_agreed && !given.came() && !given.is("stood_down") &&
      given.attendance != acceptable_absence)
    return request.refuse("the absence was agreed beforehand", "Record acceptable_absence");
  PROBITY_TRY(check_attendance(request, given, *place.session, 0));
  record::EventBuilder event = request.draft(record::unpaid_work::attendance_recorded);
  event.valid(std::min(one.day, request.today()));
  write_attendance(event, given, *place.session);
  request.add(event);
  request.follow_outcome(one, outcome_of(given));
  return {};
}

Result<void> correct_attendance(Request& request) {
  using unpaid_work::correct_attendance;
  const record::Event& asked = request.command.event;
  const Given given{record::symbol<correct_attendance, "session">(asked),
                    record::symbol<correct_attendance, "attendance">(asked),
                    record::symbol<correct_attendance, "service_reason">(asked),
                    record::symbol<correct_attendance, "reason">(asked),
                    record::integer<correct_attendance, "minutes_credited">(asked)};
  PROBITY_ASSIGN(const Place place, place_on(request, given.session));
  const Appointment& one = *place.appointment;
  const WorkSession& session = *place.session;
  if (session.attendance.empty())
    return request.refuse("the place has no attendance yet",
                          "Record it first (unpaid_work.record_attendance)");
  if (given.attendance == session.attendance && given.service_reason == session.service_reason &&
      given.minutes.value_or(0) == session.credited_minutes)
    return request.refuse("that is the attendance already", "Nothing is to be corrected");
  PROBITY_TRY(check_attendance(request, given, session, session.credited_minutes));
  record::EventBuilder event = request.draft(record::unpaid_work::attendance_recorded);
  event.valid(one.day).corrects(one.outcome_event, record::CorrectionKind::amend,
                                record::symbol<correct_attendance, "because">(asked).text());
  write_attendance(event, given, session);
  request.add(event);
  request.follow_outcome(one, outcome_of(given));
  return {};
}

} // namespace

Result<void> decide_unpaid_work(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<unpaid_work::offer_place>(asked)) return offer_place(request);
  if (record::is<unpaid_work::record_attendance>(asked)) return record_attendance(request);
  PROBITY_ENSURE(record::is<unpaid_work::correct_attendance>(asked));
  return correct_attendance(request);
}

} // namespace probity::casework
