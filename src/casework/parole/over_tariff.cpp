#include "casework/parole/over_tariff.h"

#include <algorithm>

namespace probity::casework {

OverTariffList over_tariff(const timeline::Book& book, const base::Zone& zone, base::Day on) {
  OverTariffList out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    const CaseState state = state_of(*person, zone);
    const Tariff* tariff = state.parole.tariff();
    if (tariff == nullptr || state.died || !is_held(state, *tariff)) continue;
    ++out.held;
    if (!tariff->expires || *tariff->expires >= on) continue;
    OverTariff one;
    one.person = state.person;
    one.sentence = tariff->sentence;
    one.provider = state.provider;
    one.expired = *tariff->expires;
    one.days_over = on - *tariff->expires;
    one.recalled = tariff->first_release.has_value();
    if (const ParoleReview* review = state.parole.open_review()) {
      one.hearing = review->hearing;
      one.deferred = review->deferred;
    } else if (const ParoleReview* last = state.parole.last_decided()) {
      one.next_review_by = last->next_review_by;
    }
    if (!one.recalled) {
      ++out.never_released;
      out.days += one.days_over;
    }
    out.people.push_back(one);
  }
  std::stable_sort(out.people.begin(), out.people.end(),
                   [](const OverTariff& a, const OverTariff& b) { return a.days_over > b.days_over; });
  return out;
}

} // namespace probity::casework
