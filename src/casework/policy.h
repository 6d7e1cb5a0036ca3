// The parameters that decisions and worklists of casework go by, read from the register as known on a day.
// Where sources disagree, a reading says which is used; docs/methods/casework.md says why these are the
// default.
#pragma once

#include <map>

#include "casework/allocation/allocation.h"
#include "casework/appointments/appointment_policy.h"
#include "casework/court_reports/court_report_policy.h"
#include "casework/custody/custody_policy.h"
#include "casework/further_offences/further_offence_policy.h"
#include "casework/help/help_policy.h"
#include "casework/limit.h"
#include "casework/orders/order_policy.h"
#include "casework/parole/parole_policy.h"
#include "casework/plans/plan_policy.h"
#include "casework/risk/risk_register_policy.h"
#include "casework/transfer/transfer_policy.h"
#include "casework/victims/victim_policy.h"
#include "casework/workforce/workforce_policy.h"
#include "rules/register.h"

namespace probity::casework {

// Whence the days for evidence are counted. A person is told of the window when they fail; counting from the
// entry would let whoever enters late move it.
enum class EvidenceFrom { failure, recording };
// When a breach review is asked for: at a failure while a warning is in force (the statute), or when the
// failures of the counter reach, or exceed, the limit.
enum class BreachReview { warning_in_force, at_limit, over_limit };

// What a rule requires of a recall: nothing (the practitioner judges), a fixed term under 48 months, or the
// list of 2026.
enum class RecallRule { judgement, under_48_months, by_list };

struct Policy {
  const rules::Register* rules = nullptr; // from which it was read; outlives it
  EvidenceFrom evidence_from = EvidenceFrom::failure;
  BreachReview breach_review = BreachReview::warning_in_force;
  Limit evidence_window;
  Limit warning_sent;
  int warning_lasts_months = 0;
  int failures_allowed = 0;
  Limit outcome_recorded;
  AppointmentPolicy appointment;
  Limit work_made_good; // unpaid work that the service let fall
  Limit failure_ruled;
  Limit breach_decided;
  Limit breach_referred;
  Limit pack_resubmitted;
  Limit breach_presented;
  RecallRule recall_rule = RecallRule::judgement;
  Limit recall_decided;
  Limit recall_sent;
  Limit escalation_answered;
  Limit information_given;
  RiskRegisterPolicy risk_register;
  FurtherOffencePolicy further_offence;
  CourtReportPolicy court_report;
  CustodyPolicy custody;
  HelpPolicy help;
  ParolePolicy parole;
  VictimPolicy victim;
  PlanPolicy plans;
  AllocationPolicy allocation;
  Limit allocation_decided;
  OrderPolicy orders;
  WorkforcePolicy workforce;
  TransferPolicy transfer;
};

using Readings = std::map<std::string, std::string>;

// `not_found` when the register lacks a row on the day, `invalid_input` when there is no such reading.
base::Result<Policy> policy_of(const rules::Register& rules, base::Day on, const Readings& readings = {});

} // namespace probity::casework
