// The part of the catalogue (words.h) that the record of a case is read with.
#pragma once

#include <string_view>

namespace probity::pages {

struct RecordWords {
  std::string_view recorded_and_by, leaf, leaf_note;
  std::string_view you, at_source, flagged;
  std::string_view corrected_by, withdrawn_by, restored_by, corrects, withdraws, restores;
  std::string_view planned, to_come, tier, not_scored;
  std::string_view read_explanation;
  std::string_view lines, newest_first, day_hint, real_day, nothing_known;
};

const RecordWords& record_words();

// Where something was recorded, a channel of the envelope: "import" → "Imported from another system".
std::string_view channel_words(std::string_view channel);

} // namespace probity::pages
