#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

std::vector<Waiting> notifications(const Situation& situation) {
  const FurtherOffencePolicy& policy = situation.policy.further_offence;
  std::vector<Waiting> out;
  for (const FurtherOffence& one : situation.state.further_offences.all) {
    if (one.notified || one.closed) continue;
    const bool from_court = policy.notify_from == NotifyFrom::first_court && one.first_court;
    const base::Day from = from_court ? *one.first_court : one.learnt;
    // It is owed from learning on, however far off the court is.
    out.push_back({one.id, one.learnt, situation.after(from, policy.notified), one.learnt_event});
  }
  return out;
}

std::vector<Waiting> review_decisions(const Situation& situation) {
  std::vector<Waiting> out;
  for (const FurtherOffence& one : situation.state.further_offences.all)
    if (one.notified && !one.closed && !one.automatic && one.review_decision.empty())
      out.push_back({one.id, *one.notified,
                     situation.after(*one.notified, situation.policy.further_offence.review_decided),
                     one.notified_event});
  return out;
}

std::vector<Waiting> reviews(const Situation& situation) {
  std::vector<Waiting> out;
  for (const FurtherOffence& one : situation.state.further_offences.all)
    if (one.to_review())
      out.push_back({one.id, *one.notified,
                     situation.after(*one.notified, situation.policy.further_offence.reviewed),
                     one.notified_event});
  return out;
}

std::vector<Waiting> signatures(const Situation& situation) {
  std::vector<Waiting> out;
  for (const FurtherOffence& one : situation.state.further_offences.all)
    if (one.reviewed && !one.countersigned)
      out.push_back({one.id, *one.reviewed,
                     situation.after(*one.reviewed, situation.policy.further_offence.countersigned),
                     one.reviewed_event});
  return out;
}

} // namespace

void add_further_offence_duties(DutyKinds& kinds) {
  kinds.push_back(standing(obligation("further_offence_notification",
                                      "tell the national unit of a serious further offence",
                                      Consequence::safety, OwedBy::provider),
                           notifications));
  kinds.push_back(standing(obligation("further_offence_decision", "decide whether a review is made",
                                      Consequence::safety, OwedBy::provider),
                           review_decisions));
  kinds.push_back(
      standing(obligation("further_offence_review", "write the review of a serious further offence",
                          Consequence::safety, OwedBy::provider),
               reviews));
  kinds.push_back(standing(
      obligation("further_offence_signature", "sign the review", Consequence::safety, OwedBy::provider),
      signatures));
}

} // namespace probity::casework
