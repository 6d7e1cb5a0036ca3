#include <algorithm>

#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

constexpr int seen_ahead_months = 12; // how early a listing stands on the list

Limit before(const Limit& limit) {
  return {-limit.n, limit.unit};
}

// The review after a decision, or the first, which is to be over when the tariff is.
std::vector<Waiting> listings(const Situation& situation) {
  const Parole& all = situation.state.parole;
  const Tariff* tariff = all.tariff();
  if (tariff == nullptr || !tariff->expires || !is_held(situation.state, *tariff) ||
      all.open_review() != nullptr)
    return {};
  const ParoleReview* last = all.last_decided();
  const bool again = last != nullptr && last->next_review_by.has_value();
  // Directed to be released, nobody waits for a review; back from a release, for one of the recall at once.
  if (last != nullptr && !again && !tariff->first_release) return {};
  if (tariff->first_release && tariff->last_recall &&
      (last == nullptr || last->decided < *tariff->last_recall))
    return {{tariff->id, *tariff->last_recall, *tariff->last_recall, tariff->set_event}};
  const base::Day over_by = again ? *last->next_review_by : *tariff->expires;
  const base::Day due = situation.after(over_by, before(situation.policy.parole.listed_before));
  const base::Day known = again ? last->decided : tariff->set;
  const base::Day since = std::max(known, base::add_months(due, -seen_ahead_months));
  return {{again ? last->id : tariff->id, since, std::max(due, known),
           again ? last->decided_event : tariff->set_event}};
}

std::vector<Waiting> dossiers(const Situation& situation) {
  const ParoleReview* one = situation.state.parole.open_review();
  if (one == nullptr || one->dossier_sent) return {};
  const base::Day due = situation.after(one->hearing, before(situation.policy.parole.dossier_before));
  return {{one->id, one->listed, std::max(due, one->listed), one->listed_event}};
}

std::vector<Waiting> decisions(const Situation& situation) {
  const ParoleReview* one = situation.state.parole.open_review();
  if (one == nullptr) return {};
  return {{one->id, one->hearing, situation.after(one->hearing, situation.policy.parole.decided),
           one->hearing_event}};
}

std::vector<Waiting> referrals(const Situation& situation) {
  const Tariff* tariff = situation.state.parole.tariff();
  if (tariff == nullptr || !tariff->for_public_protection() || is_held(situation.state, *tariff)) return {};
  const base::Day due = situation.after(*tariff->first_release, situation.policy.parole.licence_referred);
  const base::Day since = std::max(*tariff->first_release, base::add_months(due, -seen_ahead_months));
  return {{tariff->id, since, due, tariff->release_event}};
}

} // namespace

void add_parole_duties(DutyKinds& kinds) {
  kinds.push_back(standing(obligation("parole_listing", "have the next review by the parole board listed",
                                      Consequence::person, OwedBy::provider),
                           listings));
  kinds.push_back(standing(
      obligation("parole_dossier", "send the dossier to the parole board", Consequence::court), dossiers));
  kinds.push_back(standing(obligation("parole_decision", "learn and record what the parole board decided",
                                      Consequence::person, OwedBy::provider),
                           decisions));
  kinds.push_back(standing(obligation("licence_referral", "refer the licence to the parole board to be ended",
                                      Consequence::person),
                           referrals));
}

} // namespace probity::casework
