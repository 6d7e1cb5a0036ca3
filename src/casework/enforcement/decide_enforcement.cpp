#include <algorithm>
#include <fmt/format.h>

#include "casework/appointments/appointment_note.h"
#include "casework/custody/custody_rules.h"
#include "casework/drafting.h"
#include "casework/enforcement/enforcement_commands.h"
#include "casework/enforcement/failures.h"

namespace probity::casework {

using base::Result;
using record::Symbol;

void Request::raise_review(std::string_view ground, int failures, const Appointment& failed) {
  const base::EntityId id = command.entity_id("breach");
  record::EventBuilder review = draft(record::enforcement::breach_review_raised);
  review.valid(failed.day)
      .entity("breach", id)
      .entity("appointment", failed.id)
      .fact("ground", ground)
      .fact("failures", failures);
  add(review);
  record::EventBuilder aware = draft(record::enforcement::became_aware);
  aware.valid(failed.day).entity("breach", id);
  add(aware);
}

void Request::raise_review_if_due(const CaseState& after, const Appointment& failed) {
  if (after.running_breach() != nullptr) return;
  const Policy& policy = circumstances.policy;
  const base::Day day = failed.day;
  const FailureCounts counts = failures_of(after, policy, std::max(day, act_day()));
  switch (policy.breach_review) {
  case BreachReview::warning_in_force:
    if (failures_of(after, policy, day).warned_until)
      raise_review("warning_in_force", counts.in_twelve_months, failed);
    return;
  case BreachReview::at_limit:
    if (counts.days_since_breach >= policy.failures_allowed)
      raise_review("at_limit", counts.days_since_breach, failed);
    return;
  case BreachReview::over_limit:
    if (counts.days_since_breach > policy.failures_allowed)
      raise_review("over_limit", counts.days_since_breach, failed);
    return;
  }
}

void Request::follow_outcome(const Appointment& one, Symbol outcome) {
  if (state.died) return;
  if (outcome == Symbol("failed_to_attend_reason_pending")) {
    const base::Day from = circumstances.policy.evidence_from == EvidenceFrom::failure ? one.day : today();
    record::EventBuilder event = draft(record::enforcement::evidence_requested);
    event.valid(today())
        .entity("appointment", one.id)
        .fact("by", after(from, circumstances.policy.evidence_window));
    add(event);
    return;
  }
  CaseState then = state;
  for (Appointment& changed : then.appointments)
    if (changed.id == one.id) changed.outcome = outcome;
  if (then.appointment(one.id)->failed() && !one.failed()) raise_review_if_due(then, one);
}

Result<void> Request::refuse_before(const Appointment& one) const {
  if (act_day() < one.day)
    return refuse("that is before the appointment of " + base::to_text(one.day),
                  "Give the day on which it was done (on DAY)");
  return {};
}

namespace {

const Symbol breach_it("breach");
const Symbol unacceptable("unacceptable");

Result<void> rule_failure(Request& request) {
  using enforcement::rule_failure;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  if (!one->reason_pending())
    return request.refuse(one->ruling.empty()
                              ? "no reason is waiting to be judged"
                              : "the reason has been judged: " + std::string(one->ruling.text()),
                          "Correct the outcome if it is wrong (appointment.correct_outcome)");
  PROBITY_TRY(request.refuse_before(*one));
  const Symbol ruling = record::symbol<rule_failure, "ruling">(asked);
  const bool evidence = record::boolean<rule_failure, "evidence">(asked) == true;
  if (ruling == unacceptable && !evidence && one->evidence_by && request.act_day() <= *one->evidence_by)
    return request.refuse("the person may bring evidence until " + base::to_text(*one->evidence_by),
                          "Wait for it, or say evidence=true when it came and does not convince");
  record::EventBuilder event = request.draft(record::enforcement::failure_ruled);
  event.fact("ruling", ruling.text());
  if (const auto brought = record::boolean<rule_failure, "evidence">(asked)) event.fact("evidence", *brought);
  request.add(event);
  CaseState after = request.state;
  for (Appointment& changed : after.appointments)
    if (changed.id == one->id) changed.ruling = ruling;
  if (ruling == unacceptable) request.raise_review_if_due(after, *one);
  return {};
}

bool is_warned(const CaseState& state, const Appointment& one) {
  return std::any_of(state.warnings.begin(), state.warnings.end(), [&](const Warning& warning) {
    return warning.appointment == one.id && !warning.withdrawn;
  });
}

Result<void> warn(Request& request) {
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  if (!one->failed())
    return request.refuse(one->reason_pending() ? "the reason for the failure is not judged yet"
                                                : "there is no failure to warn of",
                          "A warning follows a failure without reasonable excuse");
  if (is_warned(request.state, *one))
    return request.refuse("a warning was given for this failure", "Nothing is to be done");
  PROBITY_TRY(request.refuse_before(*one));
  const FailureCounts counts = failures_of(request.state, request.circumstances.policy, request.act_day());
  if (counts.warned_until)
    return request.refuse("a warning is in force until " + base::to_text(*counts.warned_until) +
                              ", and no second one is given",
                          "Decide about breach instead");
  record::EventBuilder event = request.draft(record::enforcement::warned);
  request.add(event);
  return {};
}

Result<void> withdraw_warning(Request& request) {
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  if (!is_warned(request.state, *one))
    return request.refuse("no warning stands for this appointment", "Nothing is to be withdrawn");
  record::EventBuilder event = request.draft(record::enforcement::warning_withdrawn);
  event.fact("reason", record::symbol<enforcement::withdraw_warning, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> ask_review(Request& request) {
  PROBITY_ASSIGN(const Appointment* one, request.appointment());
  if (!one->failed()) return request.refuse("there is no failure to review", "Record the outcome first");
  if (request.state.running_breach() != nullptr)
    return request.refuse("a breach is being dealt with", "Decide it first");
  request.raise_review("serious_first_failure", 1, *one);
  return {};
}

// Of several orders, the breach names the one that it is of. A sentence on licence is not one of them: no
// court hears its breach.
Result<std::optional<base::EntityId>> order_of_breach(const Request& request, Symbol decision) {
  const auto named = request.command.event.entity(Symbol("order"));
  const bool on_licence = under(request.state) == Under::licence;
  std::vector<base::EntityId> in_force;
  for (const Order& one : request.state.orders)
    if (!one.ended && !(on_licence && is_custodial(one))) in_force.push_back(one.id);
  if (named && std::find(in_force.begin(), in_force.end(), *named) == in_force.end())
    return request.refuse("no such order is in force that a court hears", "Name one that is (order=…)");
  if (named) return named;
  if (in_force.size() == 1) return std::optional(in_force.front());
  if (in_force.size() > 1 && decision == breach_it)
    return request.refuse("several orders are in force, and it is not said which is breached",
                          "Name it (order=…)");
  return std::optional<base::EntityId>{};
}

// Of a decision that departs from the advice. It is about the field, so that a form can say it there.
tl::unexpected<base::Error> left_out(std::string_view advice, std::string_view field, std::string_view must) {
  std::string advised(advice);
  std::replace(advised.begin(), advised.end(), '_', ' ');
  return base::fail(base::ErrorCode::refused,
                    fmt::format("the rule advises {}, and whoever decides otherwise {}", advised, must),
                    std::string(field), "Give the " + std::string(field));
}

Result<void> decide_breach(Request& request) {
  using enforcement::decide_breach;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Breach* one, request.breach());
  if (!one->decision.empty())
    return request.refuse("it was decided: " + std::string(one->decision.text()),
                          "A new failure opens a new review");
  const std::string_view advice = advice_on(*one);
  const Symbol decision = record::symbol<decide_breach, "decision">(asked);
  const Symbol reason = record::symbol<decide_breach, "reason">(asked);
  if (decision == breach_it && under_sentence_alone(request.state, Under::licence))
    return request.refuse("a licence is not taken to court: the answer to its breach is recall",
                          "Ask whether to recall (recall.consider); decide here no_further_action");
  const std::string* explanation = request.command.sealed_text("explanation");
  if (explanation != nullptr && note_is_blank(*explanation)) explanation = nullptr;
  if (decision.text() != advice && reason.empty()) return left_out(advice, "reason", "says why");
  if (decision.text() != advice && explanation == nullptr)
    return left_out(advice, "explanation", "says why in words");
  if (explanation != nullptr && note_too_long(*explanation))
    return request.refuse("explanation must be 12,000 characters or fewer", "Shorten it");
  PROBITY_ASSIGN(const auto order, order_of_breach(request, decision));
  record::EventBuilder event = request.draft(record::enforcement::breach_decided);
  if (order) event.entity("order", *order);
  event.fact("advice", advice).fact("decision", decision.text());
  if (!reason.empty()) event.fact("reason", reason.text());
  if (explanation != nullptr)
    event.sealed(base::SubjectId{request.command.stream.bytes}, request.command.sealed);
  request.add(event);
  return {};
}

Result<void> refuse_if_not_running(const Request& request, const Breach& one) {
  if (!one.result.empty())
    return request.refuse("the breach ended: " + std::string(one.result.text()), "Nothing is to be done");
  if (one.decision != breach_it)
    return request.refuse(one.decision.empty() ? "it is not decided whether to go back to court"
                                               : "it was decided not to go back to court",
                          "Decide it first (enforcement.decide_breach)");
  return {};
}

// The authority that presents is not the body whose breach it is.
Result<void> refuse_if_not_presenter(const Request& request) {
  if (request.command.role == "enforcement_officer" || request.command.role == "court") return {};
  return request.refuse("this is for the authority that presents breaches",
                        "An enforcement officer does it (role=enforcement_officer)");
}

Result<void> prepare_pack(Request& request) {
  PROBITY_ASSIGN(const Breach* one, request.breach());
  PROBITY_TRY(refuse_if_not_running(request, *one));
  if (one->pack_ready) return request.refuse("the papers are ready already", "Refer the breach");
  record::EventBuilder event = request.draft(record::enforcement::pack_prepared);
  request.add(event);
  return {};
}

Result<void> refer(Request& request) {
  PROBITY_ASSIGN(const Breach* one, request.breach());
  PROBITY_TRY(refuse_if_not_running(request, *one));
  if (!one->pack_ready)
    return request.refuse(one->returned > 0 ? "the papers were sent back and are not ready again"
                                            : "the papers for the court are not ready",
                          "Prepare them first (enforcement.prepare_pack)");
  if (one->referred) return request.refuse("the breach was referred", "Wait for the court");
  record::EventBuilder event = request.draft(record::enforcement::referred);
  request.add(event);
  return {};
}

Result<void> return_pack(Request& request) {
  using enforcement::return_pack;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Breach* one, request.breach());
  PROBITY_TRY(refuse_if_not_running(request, *one));
  PROBITY_TRY(refuse_if_not_presenter(request));
  if (!one->referred || one->presented)
    return request.refuse(one->presented ? "the breach is before the court" : "no papers have come",
                          "Papers are sent back between referral and presenting");
  record::EventBuilder event = request.draft(record::enforcement::pack_returned);
  event.fact("side", record::symbol<return_pack, "side">(asked).text())
      .fact("reason", record::symbol<return_pack, "reason">(asked).text());
  request.add(event);
  return {};
}

Result<void> present(Request& request) {
  PROBITY_ASSIGN(const Breach* one, request.breach());
  PROBITY_TRY(refuse_if_not_running(request, *one));
  PROBITY_TRY(refuse_if_not_presenter(request));
  if (!one->referred) return request.refuse("the breach was not referred", "Refer it first");
  if (one->presented) return request.refuse("the breach is before the court", "Record how it ends");
  record::EventBuilder event = request.draft(record::enforcement::presented);
  request.add(event);
  return {};
}

Result<void> conclude(Request& request) {
  const Symbol result = record::symbol<enforcement::conclude, "result">(request.command.event);
  PROBITY_ASSIGN(const Breach* one, request.breach());
  PROBITY_TRY(refuse_if_not_running(request, *one));
  if (!one->presented && result != Symbol("withdrawn"))
    return request.refuse("a court decides what was laid before it",
                          "Present the breach first, or withdraw it");
  record::EventBuilder event = request.draft(record::enforcement::breach_concluded);
  event.fact("result", result.text());
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_enforcement(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<enforcement::rule_failure>(asked)) return rule_failure(request);
  if (record::is<enforcement::warn>(asked)) return warn(request);
  if (record::is<enforcement::withdraw_warning>(asked)) return withdraw_warning(request);
  if (record::is<enforcement::ask_review>(asked)) return ask_review(request);
  if (record::is<enforcement::decide_breach>(asked)) return decide_breach(request);
  if (record::is<enforcement::prepare_pack>(asked)) return prepare_pack(request);
  if (record::is<enforcement::refer>(asked)) return refer(request);
  if (record::is<enforcement::return_pack>(asked)) return return_pack(request);
  if (record::is<enforcement::present>(asked)) return present(request);
  PROBITY_ENSURE(record::is<enforcement::conclude>(asked));
  return conclude(request);
}

} // namespace probity::casework
