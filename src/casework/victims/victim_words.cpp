#include <algorithm>

#include "casework/case_words.h"

namespace probity::casework {

void add_victim_words(CaseWords& words, const CaseState& state) {
  const auto& all = state.victims.all;
  const auto opted_in =
      std::count_if(all.begin(), all.end(), [](const Victim& one) { return one.opted_in(); });
  words.emplace_back("victims", std::to_string(all.size()));
  words.emplace_back("victims_in_contact", std::to_string(opted_in));
  int representations = 0;
  for (const Victim& one : all)
    representations += one.representations;
  words.emplace_back("victims_heard", std::to_string(representations));
}

} // namespace probity::casework
