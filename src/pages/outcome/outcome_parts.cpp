#include "pages/outcome/outcome_parts.h"

#include "html/components.h"
#include "pages/wording.h"

namespace probity::pages {

using html::element;
using html::Html;

Html takeaway_part(const std::vector<std::string>& sentences) {
  std::string takeaway;
  for (const std::string& sentence : sentences)
    takeaway += (takeaway.empty() ? "" : " ") + sentence;
  return element("p", {{"class", "takeaway"}}, takeaway);
}

Html list_part(const std::vector<std::string>& lines) {
  Html items;
  for (const std::string& line : lines)
    items << element("li", line);
  return element("ul", items);
}

Html interval_method() {
  return html::paragraph("The rate is a count out of a count. The interval is Wilson's, at 95 %: how far "
                         "chance alone could have moved the "
                         "rate of as many people. It says nothing of who was counted, or how well. A group "
                         "lies clearly above or below "
                         "where its whole interval does; the comparator's own chance is not in that, and "
                         "groups are part of it.");
}

std::vector<html::SummaryRow> snapshot_rows(const std::string& origin, bool replayed,
                                            const outcome::Snapshot& snapshot) {
  return {{"Ledger", html::code(origin)},
          {"Clock", html::text(replayed ? "Replayed log: times were stamped by the submitter"
                                        : "Live log: times were stamped by the log as records arrived")},
          {"Size", html::text(count_of(snapshot.size, "events"))},
          {"Root", html::code(snapshot.root.hex())},
          {"Known on", html::text(in_words(snapshot.known_on) + ", the day of the last recorded event")}};
}

Html check_part(const OutcomeFiles& files, const outcome::Snapshot& snapshot) {
  Html out = element("h2", {{"id", "check"}}, "How to check this");
  out << html::paragraph("With the ledger and the program, anyone gets the same figures.")
      << html::commands("Command that computes the figures again",
                        "probity outcomes --ledger " + files.ledger + files.options + " --as-known " +
                            std::to_string(snapshot.size));
  return out;
}

} // namespace probity::pages
