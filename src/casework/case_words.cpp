#include "casework/case_words.h"

#include "casework/enforcement/failures.h"
#include "casework/orders/order_words.h"
#include "casework/plans/plan_words.h"

namespace probity::casework {
namespace {

std::string breach_text(const CaseState& state) {
  if (state.breaches.empty()) return "none";
  const Breach& last = state.breaches.back();
  if (!last.result.empty()) return std::string(last.result.text());
  if (last.decision.empty()) return "review";
  if (!last.running()) return std::string(last.decision.text());
  if (last.presented) return "presented";
  if (last.referred) return "referred";
  return last.returned > 0 ? "returned" : "to_refer";
}

std::string recall_text(const CaseState& state) {
  if (state.recalls.empty()) return "none";
  const Recall& last = state.recalls.back();
  if (last.closed) return "closed";
  if (last.sent) return "sent " + std::string(last.decision.text());
  if (last.decision.empty()) return last.answers ? "to_decide" : "to_answer";
  return std::string(last.decision.text()) +
         (last.third.empty() ? last.second.empty() ? "" : " signed" : " signed_twice");
}

std::string owner_text(const CaseState& state) {
  if (!state.practitioner.empty()) return std::string(state.practitioner.text());
  if (!state.duty_team.empty()) return "duty team " + std::string(state.duty_team.text());
  return "none";
}

std::string or_none(record::Symbol symbol) {
  return symbol.empty() ? "none" : std::string(symbol.text());
}

} // namespace

CaseWords words_of(const CaseState& state, const Policy& policy, const rules::WorkingDays& working_days,
                   base::Day on) {
  const FailureCounts counts = failures_of(state, policy, on);
  const Order* order = state.order();
  CaseWords words = {
      {"owner", owner_text(state)},
      {"provider", or_none(state.provider)},
      {"order", order == nullptr ? "none" : or_none(order->type)},
      {"custody", state.in_custody ? "yes" : "no"},
      {"harm", or_none(state.harm_level)},
      {"escalation",
       state.escalations.empty() ? "none" : std::string(to_text(state.escalations.back().stage))},
      {"transfer",
       state.transfers.all.empty() ? "none" : std::string(to_text(state.transfers.all.back().stage))},
      {"recall", recall_text(state)},
      {"breach", breach_text(state)},
      {"days_since_breach", std::to_string(counts.days_since_breach)},
      {"in_twelve_months", std::to_string(counts.in_twelve_months)},
      {"warned_until", counts.warned_until ? base::to_text(*counts.warned_until) : "none"}};
  add_appointment_words(words, state, on);
  add_unpaid_work_words(words, state);
  add_risk_register_words(words, state, policy);
  add_further_offence_words(words, state);
  add_court_report_words(words, state);
  add_custody_words(words, state, policy, working_days, on);
  add_help_words(words, state);
  add_parole_words(words, state, on);
  add_victim_words(words, state);
  add_plan_words(words, state.plans);
  add_order_words(words, state, on);
  return words;
}

} // namespace probity::casework
