#include "casework/worklists/duty_kind.h"
#include "record/appointment.h"
#include "record/enforcement.h"

namespace probity::casework {
namespace {

namespace appointment = record::appointment;
namespace enforcement = record::enforcement;

const record::Symbol breach_it("breach");

bool waits_for_ruling(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Appointment* one = state.appointment(id);
  return one != nullptr && one->reason_pending() && state.order() != nullptr;
}

bool waits_for_warning(const CaseState& state, const base::EntityId& id, const Policy& policy) {
  const Appointment* one = state.appointment(id);
  if (one == nullptr || !one->failed() || state.order() == nullptr || state.running_breach() != nullptr)
    return false;
  const bool warned = std::any_of(state.warnings.begin(), state.warnings.end(), [&](const Warning& warning) {
    return warning.appointment == id && !warning.withdrawn;
  });
  // A failure under warning is answered by a breach review, one before the warning by the warning.
  const auto given = [&](const Warning& warning) {
    return !warning.withdrawn && base::add_months(one->day, -policy.warning_lasts_months) < warning.given;
  };
  return !warned && std::none_of(state.warnings.begin(), state.warnings.end(), given);
}

// A failure at unpaid work by what is recorded of it; one whose reason was judged has its clock from the
// ruling.
std::vector<Waiting> warnings_for_work(const Situation& situation) {
  std::vector<Waiting> out;
  for (const Appointment& one : situation.state.appointments) {
    if (!one.unpaid_work || !one.ruling.empty() ||
        !waits_for_warning(situation.state, one.id, situation.policy))
      continue;
    const WorkSession* session = situation.state.unpaid_work.session(one.id);
    out.push_back({one.id, one.day, situation.after(one.day, situation.policy.warning_sent),
                   session == nullptr ? 0 : session->event});
  }
  return out;
}

bool waits_for_decision(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Breach* one = state.breach(id);
  return one != nullptr && one->running() && one->decision.empty();
}

bool waits_for_referral(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Breach* one = state.breach(id);
  return one != nullptr && one->running() && one->decision == breach_it && !one->referred &&
         one->returned == 0 && !one->presented;
}

bool waits_for_resubmission(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Breach* one = state.breach(id);
  return one != nullptr && one->running() && !one->referred && one->returned > 0 && !one->presented;
}

bool waits_for_presenting(const CaseState& state, const base::EntityId& id, const Policy&) {
  const Breach* one = state.breach(id);
  return one != nullptr && one->running() && one->referred && !one->presented;
}

} // namespace

void add_enforcement_duties(DutyKinds& kinds, const Policy& policy, const base::Zone& zone) {
  kinds.push_back(
      {obligation("ruling", "judge the reason given for the failure", Consequence::person),
       clock("appointment", policy.failure_ruled, {at_field(enforcement::evidence_requested, "by", zone)},
             {on(enforcement::failure_ruled)}),
       waits_for_ruling});
  kinds.push_back(
      {obligation("warning", "give the warning for the failure", Consequence::person),
       clock("appointment", policy.warning_sent,
             {where(on(enforcement::failure_ruled), "ruling", {"unacceptable"}),
              where(on(appointment::outcome_recorded), "outcome",
                    {"attended_failed_to_comply", "attended_sent_home_behaviour", "unacceptable_absence"})},
             {on(enforcement::warned)}),
       waits_for_warning});
  kinds.push_back(standing(obligation("warning", "give the warning for the failure", Consequence::person),
                           warnings_for_work));
  kinds.push_back({obligation("breach_decision", "decide whether to go back to court", Consequence::court),
                   clock("breach", policy.breach_decided, {on(enforcement::breach_review_raised)},
                         {on(enforcement::breach_decided)}),
                   waits_for_decision});
  kinds.push_back(
      {obligation("referral", "refer the breach with its papers", Consequence::court),
       clock("breach", policy.breach_referred, {on(enforcement::became_aware)}, {on(enforcement::referred)}),
       waits_for_referral});
  kinds.push_back(
      {obligation("resubmission", "mend the papers and refer the breach again", Consequence::court),
       clock("breach", policy.pack_resubmitted, {on(enforcement::pack_returned)}, {}),
       waits_for_resubmission});
  kinds.push_back({obligation("presenting", "lay the breach before the court", Consequence::court,
                              OwedBy::presenting_authority),
                   clock("breach", policy.breach_presented, {on(enforcement::referred)}, {}),
                   waits_for_presenting});
}

} // namespace probity::casework
