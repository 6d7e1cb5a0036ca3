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
  std::string_view verified; // what was
  std::string_view all_of_it, views, views_of, one_case, closed;
  std::string_view views_good, views_bad, views_bad_text, folded, of_rows, seed_used, draw_again, repeat,
      repeat_purpose;
  std::string_view case_good, case_bad, case_bad_text, events_of_case, proofs, leaf, hashes_up, holds,
      holds_not, led_to;
  std::string_view published, published_hint, published_found, published_at, published_events,
      published_nowhere, published_not_given;
  std::string_view again, scope, ledger_hint, views_hint, case_hint, note, note_hint, seed, seed_hint, people,
      people_hint, reference, reference_hint, begin;
  std::string_view keep, keep_text, checkpoint_purpose, as_known;
  // The proof of one event.
  std::string_view proof_of, proof_text, type, of_case, bytes, hashed_to, path, path_text, step, side, beside,
      left, right, makes, no_path, signed_by, key, key_text, checkpoint_signed, by_hand, by_hand_text,
      as_data, back, see_proof, verify_record;
  // Who read what.
  std::string_view who_read, who_read_hint, nothing_so, older_left_out;
};

const AssuranceWords& assurance_words();

} // namespace probity::pages
