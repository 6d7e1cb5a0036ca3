#include "casework/case_words.h"

namespace probity::casework {

void add_further_offence_words(CaseWords& words, const CaseState& state) {
  const auto& all = state.further_offences.all;
  std::string text = "none";
  if (!all.empty()) {
    const FurtherOffence& last = all.back();
    text = last.closed                                           ? "closed"
           : last.countersigned                                  ? "signed"
           : last.reviewed                                       ? "reviewed"
           : last.review_decision == record::Symbol("no_review") ? "no_review"
           : last.notified                                       ? last.to_review() ? "to_review" : "notified"
                                                                 : "to_notify";
  }
  words.emplace_back("further_offence", text);
  words.emplace_back("further_offence_result", all.empty() || all.back().result.empty()
                                                   ? "none"
                                                   : std::string(all.back().result.text()));
}

} // namespace probity::casework
