#include <algorithm>

#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

std::vector<Waiting> offers(const Situation& situation) {
  std::vector<Waiting> out;
  for (const Victim& one : situation.state.victims.all)
    if (!one.offered)
      out.push_back({one.id, one.identified, situation.after(one.sentenced, situation.policy.victim.offered),
                     one.identified_event});
  return out;
}

// So long before the day; where the day was known too late for that, at once.
void add_notices(std::vector<Waiting>& out, const Situation& situation, std::string_view about, base::Day day,
                 base::Day known, std::uint64_t event, const Limit& limit) {
  for (const Victim& one : situation.state.victims.all) {
    if (!one.opted_in() || one.was_told(about, day)) continue;
    const base::Day since = std::max(known, one.answered);
    const base::Day due = situation.after(day, {-limit.n, limit.unit});
    out.push_back({one.id, since, std::max(due, since), event});
  }
}

std::vector<Waiting> release_notices(const Situation& situation) {
  std::vector<Waiting> out;
  if (const auto& planned = situation.state.victims.release)
    add_notices(out, situation, "release", planned->day, planned->known, planned->event,
                situation.policy.victim.release_notice);
  return out;
}

std::vector<Waiting> hearing_notices(const Situation& situation) {
  std::vector<Waiting> out;
  if (const ParoleReview* review = situation.state.parole.open_review())
    add_notices(out, situation, "hearing", review->hearing, review->hearing_known, review->hearing_event,
                situation.policy.victim.hearing_notice);
  return out;
}

std::vector<Waiting> decision_notices(const Situation& situation) {
  std::vector<Waiting> out;
  const ParoleReview* review = situation.state.parole.last_decided();
  if (review == nullptr) return out;
  for (const Victim& one : situation.state.victims.all)
    // Who came into contact after the decision was not waiting for it.
    if (one.opted_in() && one.answered <= review->decided && !one.was_told("decision", review->decided))
      out.push_back({one.id, review->decided,
                     situation.after(review->decided, situation.policy.victim.decision_told),
                     review->decided_event});
  return out;
}

std::vector<Waiting> condition_decisions(const Situation& situation) {
  std::vector<Waiting> out;
  for (const Victim& one : situation.state.victims.all)
    for (const AskedCondition& asked : one.conditions)
      if (asked.decision.empty())
        out.push_back({one.id, asked.asked,
                       situation.after(asked.asked, situation.policy.victim.condition_decided),
                       asked.asked_event});
  return out;
}

} // namespace

void add_victim_duties(DutyKinds& kinds) {
  const auto liaison = [](std::string_view kind, std::string_view what, Consequence consequence) {
    return obligation(kind, what, consequence, OwedBy::victim_liaison);
  };
  kinds.push_back(
      standing(liaison("victim_release_notice", "tell the victim of the release", Consequence::safety),
               release_notices));
  kinds.push_back(
      standing(liaison("victim_hearing_notice", "tell the victim of the hearing", Consequence::person),
               hearing_notices));
  kinds.push_back(standing(
      liaison("victim_decision_notice", "tell the victim what the board decided", Consequence::person),
      decision_notices));
  kinds.push_back(
      standing(liaison("victim_offer", "offer contact to the victim", Consequence::person), offers));
  kinds.push_back(standing(
      obligation("victim_condition", "decide on a condition that a victim asked for", Consequence::safety),
      condition_decisions));
}

} // namespace probity::casework
