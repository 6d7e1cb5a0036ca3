#include "casework/case_words.h"

namespace probity::casework {

void add_unpaid_work_words(CaseWords& words, const CaseState& state) {
  int fallen = 0;
  std::int64_t lost = 0;
  for (const WorkSession& one : state.unpaid_work.sessions) {
    if (!one.fallen()) continue;
    ++fallen;
    lost += one.minutes_lost().value_or(0);
  }
  words.emplace_back("sessions_fallen", std::to_string(fallen));
  words.emplace_back("minutes_lost", std::to_string(lost));
}

} // namespace probity::casework
