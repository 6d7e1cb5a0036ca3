#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "casework/appointments/appointment_commands.h"
#include "casework/drafting.h"
#include "record/enforcement.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;
namespace recorded = record::appointment;

const Symbol acceptable_absence("acceptable_absence");
const Symbol reason_pending("failed_to_attend_reason_pending");

constexpr std::int64_t minute = 60'000'000; // microseconds
constexpr int longest_minutes = 24 * 60;

std::string time_text(const Request& request, base::Instant at) {
  return fmt::format("{} ({})", base::to_text(request.circumstances.zone.day_of(at)), base::to_text(at));
}

// Another open appointment that takes part of the same time.
const Appointment* clash(const Request& request, const base::EntityId& id, base::Instant starts,
                         int minutes) {
  for (const Appointment& other : request.state.appointments) {
    if (other.id == id || !other.open() || other.absence_agreed) continue;
    if (other.starts.microseconds < starts.microseconds + minutes * minute &&
        starts.microseconds < other.starts.microseconds + other.minutes * minute)
      return &other;
  }
  return nullptr;
}

Result<void> check_slot(const Request& request, const base::EntityId& id, base::Instant starts, int minutes,
                        bool may_overlap) {
  if (starts <= request.command.event.recorded)
    return request.refuse("an appointment is arranged for a time to come, and " + time_text(request, starts) +
                              " has passed",
                          "Record what took place as a contact, or give a later time");
  if (const Appointment* other = clash(request, id, starts, minutes); other != nullptr && !may_overlap)
    return request.refuse("the person has another appointment at " + time_text(request, other->starts),
                          "Choose another time, or say overlap=true");
  return {};
}

// Whoever is in prison is met there, or by telephone or video, until the planned day of release.
Result<void> refuse_from_prison(const Request& request, Symbol mode, base::Instant starts) {
  static const Symbol possible[] = {Symbol("other_place"), Symbol("telephone"), Symbol("video")};
  const auto& release = request.state.custody.release.planned;
  const bool out = release && request.circumstances.zone.day_of(starts) >= *release;
  if (request.state.custody.stay() == nullptr || out ||
      std::find(std::begin(possible), std::end(possible), mode) != std::end(possible))
    return {};
  return request.refuse("the person is in prison" +
                            (release ? " until " + base::to_text(*release) : std::string()),
                        "Meet there (mode=other_place), by telephone or video, or after the release");
}

Result<void> arrange(Request& request) {
  using appointment::arrange;
  const record::Event& asked = request.command.event;
  const base::EntityId id = request.entity("appointment");
  if (request.state.appointment(id) != nullptr)
    return request.refuse("there is an appointment of this id", "Move it, or make a new id");
  if (request.state.order() == nullptr)
    return request.refuse("no order or licence is in force", "Record the sentence first");
  const int minutes = static_cast<int>(record::integer<arrange, "minutes">(asked).value_or(30));
  if (minutes < 1 || minutes > longest_minutes)
    return request.refuse("an appointment lasts from 1 minute to a day", "Give its length in minutes");
  const base::Instant starts = *record::instant<arrange, "starts">(asked);
  PROBITY_TRY(refuse_from_prison(request, record::symbol<arrange, "mode">(asked), starts));
  PROBITY_TRY(check_slot(request, id, starts, minutes, record::boolean<arrange, "overlap">(asked) == true));
  record::EventBuilder event = request.draft(recorded::scheduled);
  event.fact("starts", starts).fact("mode", record::symbol<arrange, "mode">(asked).text());
  if (const Symbol purpose = record::symbol<arrange, "purpose">(asked); !purpose.empty())
    event.fact("purpose", purpose.text());
  if (const auto face_to_face = record::boolean<arrange, "face_to_face">(asked))
    event.fact("face_to_face", *face_to_face);
  if (record::integer<arrange, "minutes">(asked)) event.fact("minutes", minutes);
  request.add(event);
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
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  PROBITY_TRY(refuse_if_closed(request, *one));
  const base::Instant starts = *record::instant<appointment::move, "starts">(asked);
  PROBITY_TRY(refuse_from_prison(request, one->mode, starts));
  if (starts == one->starts)
    return request.refuse("the appointment is at that time already", "Give another time");
  PROBITY_TRY(check_slot(request, one->id, starts, one->minutes,
                         record::boolean<appointment::move, "overlap">(asked) == true));
  record::EventBuilder event = request.draft(recorded::rescheduled);
  event.fact("starts", starts).fact("asked_by", record::symbol<appointment::move, "asked_by">(asked).text());
  request.add(event);
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
  record::EventBuilder event = request.draft(recorded::cancelled);
  event.fact("by", record::symbol<appointment::cancel, "by">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> agree_absence(Request& request) {
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  PROBITY_TRY(refuse_if_closed(request, *one));
  PROBITY_TRY(refuse_if_begun(request, *one));
  if (one->absence_agreed) return request.refuse("the absence is agreed already", "Nothing is to be done");
  record::EventBuilder event = request.draft(recorded::absence_agreed);
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
  if (given.minutes && (*given.minutes < 0 || *given.minutes > longest_minutes))
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

// What an outcome asks for: evidence where the reason is open, a review where the failure is one too many.
void follow_outcome(Request& request, const Appointment& one, const Outcome& given) {
  if (request.state.died) return;
  if (given.outcome == reason_pending) {
    const base::Day from =
        request.circumstances.policy.evidence_from == EvidenceFrom::failure ? one.day : request.today();
    record::EventBuilder event = request.draft(record::enforcement::evidence_requested);
    event.valid(request.today())
        .fact("by", request.after(from, request.circumstances.policy.evidence_window));
    request.add(event);
    return;
  }
  CaseState after = request.state;
  for (Appointment& changed : after.appointments)
    if (changed.id == one.id) changed.outcome = given.outcome;
  if (after.appointment(one.id)->failed() && !one.failed()) request.raise_review_if_due(after, one.day);
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
  record::EventBuilder event = request.draft(recorded::outcome_recorded);
  event.valid(one->day);
  write_outcome(event, given);
  request.add(event);
  follow_outcome(request, *one, given);
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
  record::EventBuilder event = request.draft(recorded::outcome_recorded);
  event.valid(one->day).corrects(one->outcome_event, record::CorrectionKind::amend,
                                 record::symbol<correct_outcome, "because">(asked).text());
  write_outcome(event, given);
  request.add(event);
  follow_outcome(request, *one, given);
  return {};
}

} // namespace

Result<void> decide_appointment(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<appointment::arrange>(asked)) return arrange(request);
  if (record::is<appointment::move>(asked)) return move(request);
  if (record::is<appointment::cancel>(asked)) return cancel(request);
  if (record::is<appointment::agree_absence>(asked)) return agree_absence(request);
  if (record::is<appointment::record_outcome>(asked)) return record_outcome(request);
  PROBITY_ENSURE(record::is<appointment::correct_outcome>(asked));
  return correct_outcome(request);
}

} // namespace probity::casework
