#include "pages/outcome/outcome_parts.h"

#include "html/components.h"
#include "pages/outcome/outcome_words.h"
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
  return html::paragraph(outcome_chart_words().interval_method);
}

std::vector<html::SummaryRow> snapshot_rows(const std::string& origin, bool replayed,
                                            const outcome::Snapshot& snapshot) {
  const OutcomePageWords& words = outcome_page_words();
  return {{std::string(words.ledger), html::code(origin)},
          {std::string(words.clock), html::text(replayed ? words.clock_replayed : words.clock_live)},
          {std::string(words.size), html::text(count_of(snapshot.size, words.events))},
          {std::string(words.root), html::code(snapshot.root.hex())},
          {std::string(words.known_on), html::text(last_recorded_on(snapshot.known_on))}};
}

Html check_part(const OutcomeFiles& files, const outcome::Snapshot& snapshot) {
  const OutcomePageWords& words = outcome_page_words();
  Html out = element("h2", {{"id", "check"}}, words.check);
  out << html::paragraph(words.check_text)
      << html::commands(words.check_command, "probity outcomes --ledger " + files.ledger + files.options +
                                                 " --as-known " + std::to_string(snapshot.size));
  return out;
}

} // namespace probity::pages
