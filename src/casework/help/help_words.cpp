#include "casework/case_words.h"

namespace probity::casework {

void add_help_words(CaseWords& words, const CaseState& state) {
  std::string all;
  int received = 0;
  int signposted_only = 0;
  for (const Help& one : state.help.needs) {
    all += (all.empty() ? "" : ",") + std::string(one.kind.text()) + ":" + std::string(help_word(one));
    received += one.first_received ? 1 : 0;
    signposted_only += one.signposted_only() ? 1 : 0;
  }
  words.emplace_back("help", all.empty() ? "none" : all);
  words.emplace_back("help_received", std::to_string(received));
  words.emplace_back("help_signposted_only", std::to_string(signposted_only));
}

} // namespace probity::casework
