#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

std::vector<Waiting> flag_reviews(const Situation& situation) {
  std::vector<Waiting> out;
  for (const Flag& one : situation.state.risk_register.flags)
    if (one.review_by && one.in_force(situation.policy.risk_register))
      out.push_back({one.id, one.seen, *one.review_by, one.seen_event});
  return out;
}

std::vector<Waiting> completions(const Situation& situation) {
  std::vector<Waiting> out;
  for (const Assessment& one : situation.state.risk_register.assessments)
    if (one.open())
      out.push_back({one.id, one.started,
                     situation.after(one.started, situation.policy.risk_register.assessment_completed),
                     one.started_event});
  return out;
}

std::vector<Waiting> locks(const Situation& situation) {
  std::vector<Waiting> out;
  for (const Assessment& one : situation.state.risk_register.assessments)
    if (one.completed && !one.locked)
      out.push_back({one.id, *one.completed,
                     situation.after(*one.completed, situation.policy.risk_register.assessment_locked),
                     one.completed_event});
  return out;
}

// Of the last completed one, while somebody is supervised and no other is open.
std::vector<Waiting> next_assessments(const Situation& situation) {
  const RiskRegister& all = situation.state.risk_register;
  const Assessment* last = nullptr;
  for (const Assessment& one : all.assessments)
    if (one.completed && (last == nullptr || *one.completed >= *last->completed)) last = &one;
  if (last == nullptr || all.open_assessment() != nullptr || situation.state.order() == nullptr) return {};
  return {{last->id, *last->completed,
           situation.after(*last->completed, situation.policy.risk_register.assessment_reviewed),
           last->completed_event}};
}

} // namespace

void add_risk_register_duties(DutyKinds& kinds) {
  kinds.push_back(standing(obligation("flag_review", "review a flag of the register", Consequence::safety),
                           flag_reviews));
  kinds.push_back(standing(
      obligation("assessment_completion", "complete the assessment", Consequence::safety), completions));
  kinds.push_back(standing(
      obligation("assessment_lock", "read and lock the completed assessment", Consequence::record), locks));
  kinds.push_back(standing(
      obligation("assessment_review", "assess risk and needs again", Consequence::safety), next_assessments));
}

} // namespace probity::casework
