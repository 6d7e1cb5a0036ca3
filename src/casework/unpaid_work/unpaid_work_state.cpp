#include "casework/unpaid_work/unpaid_work_state.h"

#include <algorithm>

#include "casework/case_state.h"
#include "casework/fold.h"
#include "record/unpaid_work.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace unpaid_work = record::unpaid_work;

const Symbol kind_requirement("requirement");
const Symbol stood_down("stood_down");
const Symbol sent_home_service("sent_home_service");

std::optional<base::EntityId> session_of(Symbol session) {
  return base::EntityId::from_hex(session.text());
}

// Each place makes good the earliest session that the service let fall and that nothing made good yet.
void make_good(UnpaidWork& work, const WorkSession& offered) {
  const auto found = std::find_if(work.sessions.begin(), work.sessions.end(), [&](const WorkSession& one) {
    return one.id != offered.id && one.requirement == offered.requirement && one.fallen() && !one.made_good &&
           one.day < offered.day;
  });
  if (found != work.sessions.end()) found->made_good = true;
}

void offer(CaseState& state, const Event& event, const base::EntityId& id, const base::Zone& zone) {
  using unpaid_work::place_allocated;
  Appointment& place = entity_of(state.appointments, id);
  place.unpaid_work = true;
  place.starts = record::instant<place_allocated, "starts">(event).value_or(event.recorded);
  place.day = zone.day_of(place.starts);
  place.mode = Symbol("group");
  place.cancelled = false; // offered anew after it was called off
  const auto minutes = record::integer<place_allocated, "minutes">(event);
  if (minutes) place.minutes = static_cast<int>(*minutes);
  WorkSession& one = entity_of(state.unpaid_work.sessions, id);
  one.requirement = event.entity(kind_requirement).value_or(base::EntityId{});
  one.day = place.day;
  one.planned_minutes = minutes.value_or(0);
  one.offered = event.index;
  make_good(state.unpaid_work, one);
}

// The outcome of an appointment that an attendance amounts to.
Symbol outcome_of(Symbol attendance) {
  if (attendance == Symbol("worked")) return Symbol("attended_complied");
  if (attendance == Symbol("sent_home_behaviour")) return Symbol("attended_sent_home_behaviour");
  if (attendance == sent_home_service) return Symbol("attended_sent_home_service");
  return attendance; // absences have the same names; a session stood down is nobody's absence
}

void attend(CaseState& state, const Event& event, const base::EntityId& id, const base::Zone& zone) {
  using unpaid_work::attendance_recorded;
  Appointment& place = entity_of(state.appointments, id);
  WorkSession& one = entity_of(state.unpaid_work.sessions, id);
  place.unpaid_work = true;
  if (place.starts == base::Instant{}) {
    // A place that was never said to be offered: of its time only the day is known.
    place.day = day_of_act(event);
    place.starts = zone.start_of(place.day);
  }
  if (place.outcome_event == base::EventId{}) {
    place.outcome_event = event.id;
    place.outcome_recorded = event.recorded_day;
  }
  one.attendance = record::symbol<attendance_recorded, "attendance">(event);
  place.outcome = outcome_of(one.attendance);
  one.day = place.day;
  one.requirement = event.entity(kind_requirement).value_or(one.requirement);
  one.credited_minutes = record::integer<attendance_recorded, "minutes_credited">(event).value_or(0);
  one.service_reason = record::symbol<attendance_recorded, "service_reason">(event);
  one.event = event.index;
}

} // namespace

bool WorkSession::fallen() const {
  return attendance == stood_down || attendance == sent_home_service;
}

std::optional<std::int64_t> WorkSession::minutes_lost() const {
  if (!fallen()) return 0;
  if (planned_minutes == 0) return std::nullopt;
  return std::max<std::int64_t>(0, planned_minutes - credited_minutes);
}

const WorkSession* UnpaidWork::session(const base::EntityId& id) const {
  return find_entity(sessions, id);
}

void apply_unpaid_work(CaseState& state, const Event& event, const base::Zone& zone) {
  const bool offered = is<unpaid_work::place_allocated>(event);
  if (!offered && !is<unpaid_work::attendance_recorded>(event)) return;
  const auto id = session_of(offered ? record::symbol<unpaid_work::place_allocated, "session">(event)
                                     : record::symbol<unpaid_work::attendance_recorded, "session">(event));
  if (!id) return;
  if (offered)
    offer(state, event, *id, zone);
  else
    attend(state, event, *id, zone);
}

} // namespace probity::casework
