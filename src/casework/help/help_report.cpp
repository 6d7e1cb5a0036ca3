#include "casework/help/help_report.h"

#include <algorithm>
#include <map>

namespace probity::casework {

using record::Symbol;

void HelpCounts::add(const Help& help, base::Day on) {
  ++needed;
  arranged += help.ever_arranged ? 1 : 0;
  signposted_only += help.signposted_only() ? 1 : 0;
  declined += help.declined.empty() ? 0 : 1;
  met += help.result == Symbol("met") ? 1 : 0;
  partly_met += help.result == Symbol("partly_met") ? 1 : 0;
  not_met += help.result == Symbol("not_met") ? 1 : 0;
  resolved_otherwise += help.result == Symbol("resolved_otherwise") ? 1 : 0;
  if (help.first_received) {
    ++received;
    days_to += *help.first_received - help.needed;
  } else if (help.open()) {
    ++waiting;
    longest_wait = std::max(longest_wait, on - help.needed);
  }
}

void HelpCounts::add(const HelpCounts& other) {
  needed += other.needed;
  arranged += other.arranged;
  signposted_only += other.signposted_only;
  received += other.received;
  declined += other.declined;
  waiting += other.waiting;
  longest_wait = std::max(longest_wait, other.longest_wait);
  days_to += other.days_to;
  met += other.met;
  partly_met += other.partly_met;
  not_met += other.not_met;
  resolved_otherwise += other.resolved_otherwise;
}

HelpReport report_help(const timeline::Book& book, const base::Zone& zone, base::Day on,
                       std::optional<Symbol> provider) {
  std::map<std::string, HelpCounts, std::less<>> by_kind;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    const CaseState state = state_of(*person, zone);
    if (provider && state.provider != *provider) continue;
    for (const Help& one : state.help.needs) {
      HelpCounts& counts = by_kind[std::string(one.kind.text())];
      counts.kind = one.kind;
      counts.add(one, on);
    }
  }
  HelpReport out;
  for (const auto& [ignored, counts] : by_kind) {
    out.kinds.push_back(counts);
    out.all.add(counts);
  }
  return out;
}

} // namespace probity::casework
