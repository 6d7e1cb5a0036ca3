#include "casework/policy.h"

#include "casework/policy_reader.h"

namespace probity::casework {
namespace {

using base::ErrorCode;
using base::Result;

Result<void> take_reading(const std::string& name, const std::string& value, Policy& policy) {
  if (name == "evidence_from" && value == "failure") {
    policy.evidence_from = EvidenceFrom::failure;
  } else if (name == "evidence_from" && value == "recording") {
    policy.evidence_from = EvidenceFrom::recording;
  } else if (name == "breach_review" && value == "warning_in_force") {
    policy.breach_review = BreachReview::warning_in_force;
  } else if (name == "breach_review" && value == "at_limit") {
    policy.breach_review = BreachReview::at_limit;
  } else if (name == "breach_review" && value == "over_limit") {
    policy.breach_review = BreachReview::over_limit;
  } else if (name == "notify_from" && value == "first_court") {
    policy.further_offence.notify_from = NotifyFrom::first_court;
  } else if (name == "notify_from" && value == "learning") {
    policy.further_offence.notify_from = NotifyFrom::learning;
  } else if (name == "report_due" && value == "court_day") {
    policy.court_report.due = ReportDue::court_day;
  } else if (name == "report_due" && value == "by_type") {
    policy.court_report.due = ReportDue::by_type;
  } else if (name == "allocation_score") {
    PROBITY_ASSIGN(policy.allocation.score, parse_allocation_score(value));
  } else {
    return base::fail(ErrorCode::invalid_input, "there is no reading " + name + "=" + value, {},
                      "Use allocation_score=quoted|band, evidence_from=failure|recording, "
                      "breach_review=warning_in_force|at_limit|over_limit, notify_from=first_court|learning, "
                      "report_due=court_day|by_type");
  }
  return {};
}

} // namespace

Result<Policy> policy_of(const rules::Register& rules, base::Day on, const Readings& readings) {
  Policy policy;
  policy.rules = &rules;
  const PolicyReader reader(rules, on);
  PROBITY_TRY(reader.limit("enforcement.evidence_window", policy.evidence_window));
  PROBITY_TRY(reader.limit("enforcement.warning_sent", policy.warning_sent));
  PROBITY_TRY(reader.number("enforcement.warning_lasts", policy.warning_lasts_months));
  PROBITY_TRY(reader.number("enforcement.failures_allowed", policy.failures_allowed));
  PROBITY_TRY(reader.limit("appointment.outcome_recorded", policy.outcome_recorded));
  PROBITY_TRY(reader.limit("unpaid_work.made_good", policy.work_made_good));
  PROBITY_ASSIGN(policy.appointment, read_appointment_policy(reader));
  PROBITY_TRY(reader.limit("enforcement.failure_ruled", policy.failure_ruled));
  PROBITY_TRY(reader.limit("enforcement.initiated", policy.breach_decided));
  PROBITY_TRY(reader.limit("breach.referred", policy.breach_referred));
  PROBITY_TRY(reader.limit("breach.pack_resubmitted", policy.pack_resubmitted));
  PROBITY_TRY(reader.limit("breach.presented_after_referral", policy.breach_presented));
  PROBITY_TRY(reader.limit("risk.escalation_answered", policy.escalation_answered));
  PROBITY_TRY(reader.limit("risk.information_given", policy.information_given));
  PROBITY_ASSIGN(policy.risk_register, read_risk_register_policy(reader));
  PROBITY_ASSIGN(policy.further_offence, read_further_offence_policy(reader));
  PROBITY_ASSIGN(policy.court_report, read_court_report_policy(reader));
  PROBITY_ASSIGN(policy.custody, read_custody_policy(reader));
  PROBITY_ASSIGN(policy.help, read_help_policy(reader));
  PROBITY_ASSIGN(policy.parole, read_parole_policy(reader));
  PROBITY_ASSIGN(policy.victim, read_victim_policy(reader));
  PROBITY_TRY(reader.limit("recall.decided", policy.recall_decided));
  PROBITY_TRY(reader.limit("recall.sent", policy.recall_sent));
  PROBITY_ASSIGN(policy.plans, read_plan_policy(reader));
  PROBITY_ASSIGN(policy.allocation, read_allocation_policy(reader));
  PROBITY_TRY(reader.limit("allocation.decided", policy.allocation_decided));
  PROBITY_ASSIGN(policy.orders, read_order_policy(reader));
  PROBITY_ASSIGN(policy.workforce, read_workforce_policy(reader));
  PROBITY_ASSIGN(policy.transfer, read_transfer_policy(reader));
  PROBITY_ASSIGN(const rules::Row* recall, reader.row("recall.rule"));
  if (recall->value == "judgement")
    policy.recall_rule = RecallRule::judgement;
  else if (recall->value == "under_48_months")
    policy.recall_rule = RecallRule::under_48_months;
  else if (recall->value == "by_list")
    policy.recall_rule = RecallRule::by_list;
  else
    return base::fail(ErrorCode::invalid_input, "there is no rule of recall \"" + recall->value + "\"",
                      recall->where, "Write judgement, under_48_months or by_list");
  for (const auto& [name, value] : readings)
    PROBITY_TRY(take_reading(name, value, policy));
  return policy;
}

} // namespace probity::casework
