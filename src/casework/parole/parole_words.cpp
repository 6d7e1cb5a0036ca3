#include "casework/case_words.h"

namespace probity::casework {

void add_parole_words(CaseWords& words, const CaseState& state, base::Day on) {
  const Tariff* tariff = state.parole.tariff();
  words.emplace_back("tariff", tariff == nullptr ? "none"
                               : tariff->expires ? base::to_text(*tariff->expires)
                                                 : "whole_life");
  const bool over = tariff != nullptr && tariff->expires && *tariff->expires < on && is_held(state, *tariff);
  words.emplace_back("days_over_tariff", std::to_string(over ? on - *tariff->expires : 0));
  std::string review = "none";
  if (!state.parole.reviews.empty()) {
    const ParoleReview& last = state.parole.reviews.back();
    review = !last.open() ? std::string(last.outcome.text()) : last.dossier_sent ? "dossier_sent" : "listed";
  }
  words.emplace_back("parole", review);
}

} // namespace probity::casework
