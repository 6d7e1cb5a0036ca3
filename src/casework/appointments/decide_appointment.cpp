#include <algorithm>
#include <iterator>

#include "casework/appointments/appointment_commands.h"
#include "casework/appointments/appointment_note.h"
#include "casework/appointments/meeting.h"
#include "casework/appointments/planning.h"
#include "casework/appointments/planning_commands.h"
#include "casework/drafting.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

const Symbol acceptable_absence("acceptable_absence");
const Symbol reason_pending("failed_to_attend_reason_pending");

Result<void> check_length(const Request& request, int minutes) {
  if (minutes < 1 || minutes > longest_appointment)
    return request.refuse("an appointment lasts from 1 minute to a day", "Give its length in minutes");
  return {};
}

Result<void> arrange(Request& request) {
  using appointment::arrange;
  const record::Event& asked = request.command.event;
  const base::EntityId id = request.entity("appointment");
  if (request.state.appointment(id) != nullptr)
    return request.refuse("there is an appointment of this id", "Move it, or make a new id");
  if (request.state.order() == nullptr)
    return request.refuse("no order or licence is in force", "Record the sentence first");
  Meeting meeting;
  meeting.appointment = id;
  meeting.starts = *record::instant<arrange, "starts">(asked);
  meeting.minutes = static_cast<int>(record::integer<arrange, "minutes">(asked).value_or(30));
  meeting.mode = record::symbol<arrange, "mode">(asked);
  meeting.place = record::symbol<arrange, "place">(asked);
  const Symbol safety = record::symbol<arrange, "safety">(asked);
  PROBITY_TRY(check_length(request, meeting.minutes));
  PROBITY_TRY(check_meeting(request, meeting,
                            {record::boolean<arrange, "overlap">(asked) == true,
                             record::boolean<arrange, "opened">(asked) == true}));
  PROBITY_TRY(check_safety(request, meeting, safety));
  record::EventBuilder event = request.draft(record::appointment::scheduled);
  event.fact("starts", meeting.starts).fact("mode", meeting.mode.text());
  if (const Symbol purpose = record::symbol<arrange, "purpose">(asked); !purpose.empty())
    event.fact("purpose", purpose.text());
  if (const auto face_to_face = record::boolean<arrange, "face_to_face">(asked))
    event.fact("face_to_face", *face_to_face);
  if (record::integer<arrange, "minutes">(asked)) event.fact("minutes", meeting.minutes);
  if (!meeting.place.empty()) event.fact("place", meeting.place.text());
  request.add(event);
  add_safety(request, meeting, safety);
  return {};
}

Result<void> refuse_if_closed(const Request& request, const Appointment& one) {
  if (one.cancelled) return request.refuse("the appointment was called off", "Arrange another");
  if (!one.outcome.empty())
    return request.refuse("the appointment has an outcome: " + std::string(one.outcome.text()),
                          "Correct the outcome if it is wrong (appointment.correct_outcome)");
  return {};
}

Result<void> move(Request& request) {
  using appointment::move;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  PROBITY_TRY(refuse_if_closed(request, *one));
  const Meeting meeting{one->id, *record::instant<move, "starts">(asked), one->minutes, one->mode,
                        one->place};
  const Symbol safety = record::symbol<move, "safety">(asked);
  if (meeting.starts == one->starts)
    return request.refuse("the appointment is at that time already", "Give another time");
  PROBITY_TRY(check_meeting(
      request, meeting,
      {record::boolean<move, "overlap">(asked) == true, record::boolean<move, "opened">(asked) == true}));
  PROBITY_TRY(check_safety(request, meeting, safety, request.state.appointment_book.safety_of(one->id)));
  record::EventBuilder event = request.draft(record::appointment::rescheduled);
  event.fact("starts", meeting.starts).fact("asked_by", record::symbol<move, "asked_by">(asked).text());
  request.add(event);
  if (!safety.empty()) add_safety(request, meeting, safety);
  return {};
}

Result<void> amend(Request& request) {
  using appointment::amend;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  PROBITY_TRY(refuse_if_closed(request, *one));
  Meeting meeting{one->id, one->starts, one->minutes, one->mode, one->place};
  const Symbol mode = record::symbol<amend, "mode">(asked);
  const Symbol purpose = record::symbol<amend, "purpose">(asked);
  const Symbol place = record::symbol<amend, "place">(asked);
  const auto minutes = record::integer<amend, "minutes">(asked);
  const Symbol safety = record::symbol<amend, "safety">(asked);
  if (mode.empty() && purpose.empty() && place.empty() && !minutes)
    return request.refuse("nothing is changed",
                          "Give mode, purpose, place or minutes; appointment.move moves it");
  if (!mode.empty()) meeting.mode = mode;
  if (!place.empty()) meeting.place = place;
  if (minutes) meeting.minutes = static_cast<int>(*minutes);
  PROBITY_TRY(check_length(request, meeting.minutes));
  PROBITY_TRY(check_meeting(
      request, meeting,
      {record::boolean<amend, "overlap">(asked) == true, record::boolean<amend, "opened">(asked) == true}));
  PROBITY_TRY(check_safety(request, meeting, safety, request.state.appointment_book.safety_of(one->id)));
  record::EventBuilder event = request.draft(record::appointment::amended);
  if (!mode.empty()) event.fact("mode", mode.text());
  if (!purpose.empty()) event.fact("purpose", purpose.text());
  if (minutes) event.fact("minutes", meeting.minutes);
  if (!place.empty()) event.fact("place", place.text());
  request.add(event);
  if (!safety.empty() || !mode.empty() || !place.empty()) add_safety(request, meeting, safety);
  return {};
}

Result<void> refuse_if_begun(const Request& request, const Appointment& one) {
  if (one.starts <= request.command.event.recorded)
    return request.refuse("its time has passed (" + time_text(request, one.starts) + ")",
                          "Record the outcome: whoever did not come has missed it");
  return {};
}

Result<void> cancel(Request& request) {
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  PROBITY_TRY(refuse_if_closed(request, *one));
  PROBITY_TRY(refuse_if_begun(request, *one));
  record::EventBuilder event = request.draft(record::appointment::cancelled);
  event.fact("by", record::symbol<appointment::cancel, "by">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> agree_absence(Request& request) {
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  PROBITY_TRY(refuse_if_closed(request, *one));
  PROBITY_TRY(refuse_if_begun(request, *one));
  if (one->absence_agreed) return request.refuse("the absence is agreed already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::appointment::absence_agreed);
  event.fact("reason", record::symbol<appointment::agree_absence, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

struct Outcome {
  Symbol outcome;
  Symbol mode;
  Symbol reason;
  std::optional<std::int64_t> minutes;

  [[nodiscard]] bool attended() const { return outcome.text().starts_with("attended_"); }
};

Result<void> check_outcome(const Request& request, const Outcome& given) {
  if (given.minutes && !given.attended())
    return request.refuse("nobody spends time with a person who does not attend", "Leave minutes out");
  if (given.minutes && (*given.minutes < 0 || *given.minutes > longest_appointment))
    return request.refuse("the time together is from none to a day", "Give it in minutes");
  if (given.outcome == acceptable_absence && given.reason.empty())
    return request.refuse("an acceptable absence has a reason", "Give reason=…");
  if (given.outcome != acceptable_absence && !given.reason.empty())
    return request.refuse("only an acceptable absence has a reason", "Leave reason out");
  return {};
}

void write_outcome(record::EventBuilder& event, const Outcome& given) {
  event.fact("outcome", given.outcome.text());
  if (given.attended() && !given.mode.empty()) event.fact("mode", given.mode.text());
  if (given.minutes) event.fact("minutes", *given.minutes);
  if (!given.reason.empty()) event.fact("reason", given.reason.text());
}

// The note goes into the event as it was given, sealed.
Result<void> add_note(const Request& request, record::EventBuilder& event) {
  const base::json::Value& given = request.command.sealed;
  if (given.object() == nullptr || given.object()->empty()) return {};
  const std::string* note = request.command.sealed_text("note");
  if (note == nullptr || note_is_blank(*note))
    return request.refuse("there is no note to be sensitive", "Write the note, or leave sensitive out");
  if (given.find("sensitive") == nullptr)
    return request.refuse("it is not said whether the note is sensitive", "Give sensitive=true or false");
  if (note_too_long(*note)) return request.refuse("note must be 12,000 characters or fewer", "Shorten it");
  event.sealed(base::SubjectId{request.command.stream.bytes}, given);
  return {};
}

Result<void> record_outcome(Request& request) {
  using appointment::record_outcome;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  PROBITY_TRY(refuse_if_closed(request, *one));
  if (one->starts > asked.recorded)
    return request.refuse("the appointment is still to come (" + time_text(request, one->starts) + ")",
                          "Agree an absence beforehand, move it or call it off");
  Outcome given{
      record::symbol<record_outcome, "outcome">(asked), record::symbol<record_outcome, "mode">(asked),
      record::symbol<record_outcome, "reason">(asked), record::integer<record_outcome, "minutes">(asked)};
  if (given.mode.empty()) given.mode = one->mode;
  PROBITY_TRY(check_outcome(request, given));
  if (one->absence_agreed && !given.attended() && given.outcome != acceptable_absence)
    return request.refuse("the absence was agreed beforehand", "Record acceptable_absence");
  static const Symbol failures[] = {reason_pending, Symbol("unacceptable_absence")};
  if (request.state.custody.held_all(one->day) &&
      std::find(std::begin(failures), std::end(failures), given.outcome) != std::end(failures))
    return request.refuse("the person was in prison that day, which is no failure",
                          "Record acceptable_absence reason=court_or_prison");
  record::EventBuilder event = request.draft(record::appointment::outcome_recorded);
  event.valid(one->day);
  write_outcome(event, given);
  PROBITY_TRY(add_note(request, event));
  request.add(event);
  request.follow_outcome(*one, given.outcome);
  return {};
}

Result<void> correct_outcome(Request& request) {
  using appointment::correct_outcome;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  if (one->outcome.empty())
    return request.refuse("the appointment has no outcome yet",
                          "Record it first (appointment.record_outcome)");
  Outcome given{
      record::symbol<correct_outcome, "outcome">(asked), record::symbol<correct_outcome, "mode">(asked),
      record::symbol<correct_outcome, "reason">(asked), record::integer<correct_outcome, "minutes">(asked)};
  if (given.outcome == one->outcome)
    return request.refuse("that is the outcome already", "Nothing is to be corrected");
  if (given.mode.empty()) given.mode = one->mode;
  PROBITY_TRY(check_outcome(request, given));
  record::EventBuilder event = request.draft(record::appointment::outcome_recorded);
  event.valid(one->day).corrects(one->outcome_event, record::CorrectionKind::amend,
                                 record::symbol<correct_outcome, "because">(asked).text());
  write_outcome(event, given);
  PROBITY_TRY(add_note(request, event));
  request.add(event);
  request.follow_outcome(*one, given.outcome);
  return {};
}

// A place on a session of unpaid work is the business of whoever runs the work.
Result<void> refuse_unpaid_work(const Request& request) {
  const auto id = request.command.event.entity(Symbol("appointment"));
  const Appointment* one = id ? request.state.appointment(*id) : nullptr;
  if (one != nullptr && one->unpaid_work)
    return request.refuse("that is a place on a session of unpaid work",
                          "Use unpaid_work.record_attendance, or offer another place");
  return {};
}

} // namespace

Result<void> decide_appointment(Request& request) {
  const record::Event& asked = request.command.event;
  PROBITY_TRY(refuse_unpaid_work(request));
  if (record::is<appointment::arrange>(asked)) return arrange(request);
  if (record::is<appointment::move>(asked)) return move(request);
  if (record::is<appointment::amend>(asked)) return amend(request);
  if (record::is<appointment::cancel>(asked)) return cancel(request);
  if (record::is<appointment::arrange_series>(asked)) return arrange_series(request);
  if (record::is<appointment::cancel_series>(asked)) return cancel_series(request);
  if (record::is<appointment::accept_absence>(asked)) return accept_absence(request);
  if (record::is<appointment::withdraw_absence>(asked)) return withdraw_absence(request);
  if (record::is<appointment::make_safe>(asked)) return make_safe(request);
  if (record::is<appointment::warn_of_place>(asked)) return warn_of_place(request);
  if (record::is<appointment::clear_place>(asked)) return clear_place(request);
  if (record::is<appointment::agree_absence>(asked)) return agree_absence(request);
  if (record::is<appointment::record_outcome>(asked)) return record_outcome(request);
  PROBITY_ENSURE(record::is<appointment::correct_outcome>(asked));
  return correct_outcome(request);
}

} // namespace probity::casework
