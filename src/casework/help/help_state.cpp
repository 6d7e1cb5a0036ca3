#include "casework/help/help_state.h"

#include "casework/fold.h"
#include "record/help.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace help = record::help;

const Symbol kind_help("help");

} // namespace

std::string_view help_word(const Help& one) {
  if (!one.declined.empty()) return "declined";
  if (!one.result.empty()) return one.result.text();
  if (one.first_received) return "received";
  if (!one.body.empty()) return "arranged";
  if (one.withdrawals > 0) return "withdrawn";
  return one.signposted.empty() ? "needed" : "signposted";
}

const Help* HelpBook::open(Symbol kind) const {
  const auto found = std::find_if(needs.begin(), needs.end(),
                                  [kind](const Help& one) { return one.open() && one.kind == kind; });
  return found == needs.end() ? nullptr : &*found;
}

void apply(HelpBook& book, const Event& event) {
  const auto id = event.entity(kind_help);
  if (!id) return;
  Help& one = entity_of(book.needs, *id);
  if (is<help::needed>(event)) {
    one.kind = record::symbol<help::needed, "kind">(event);
    one.needed = day_of_act(event);
    one.needed_event = event.index;
  } else if (is<help::signposted>(event)) {
    one.signposted.push_back(record::symbol<help::signposted, "to">(event));
  } else if (is<help::arranged>(event)) {
    one.ever_arranged = true;
    one.body = record::symbol<help::arranged, "body">(event);
    one.starts = record::day<help::arranged, "starts">(event).value_or(day_of_act(event));
  } else if (is<help::received>(event)) {
    if (!one.first_received) {
      one.first_received = day_of_act(event);
      one.received_event = event.index;
    }
    ++one.times;
  } else if (is<help::declined>(event)) {
    one.declined = record::symbol<help::declined, "reason">(event);
  } else if (is<help::withdrawn>(event)) {
    one.body = {};
    ++one.withdrawals;
  } else if (is<help::concluded>(event)) {
    one.result = record::symbol<help::concluded, "result">(event);
  }
}

} // namespace probity::casework
