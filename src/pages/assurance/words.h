// The part of the catalogue (pages/staff/words.h) for auditors and inspectors.
#pragma once

#include <string_view>

namespace probity::pages {

struct AssuranceWords {
  std::string_view title, explained, none_yet, none_yet_text;
  std::string_view running, events_of, refreshes, stop_refreshing, look_again, refresh_again, meanwhile;
  std::string_view good, good_text, bad, bad_text, broken_off, last;
  std::string_view events, root, begun, ended, compared, grown, not_compared, event, what_of_it, message,
      findings, whole_ledger, cut_short;
  std::string_view again, note, note_hint, begin;
  std::string_view keep, keep_text, checkpoint_purpose, as_known;
};

const AssuranceWords& assurance_words();

} // namespace probity::pages
