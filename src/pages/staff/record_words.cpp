#include "pages/staff/record_words.h"

namespace probity::pages {

const RecordWords& record_words() {
  static const RecordWords english = {
      .recorded_and_by = "When it was recorded, by whom, where",
      .leaf = "Hash",
      .leaf_note =
          "Each line is an entry of the ledger, as it was written. Its hash is the beginning of the hash of "
          "these bytes in the tree of the ledger: whoever verifies the ledger verifies that it is the same.",
      .you = "You",
      .at_source = "At the source",
      .flagged = "To be asked about",
      .corrected_by = "Corrected by event",
      .withdrawn_by = "Withdrawn by event",
      .restored_by = "Put back by event",
      .corrects = "Corrects event",
      .withdraws = "Withdraws event",
      .restores = "Puts back event",
      .planned = "Planned for",
      .to_come = "To come",
      .tier = "Tier",
      .not_scored = "Never scored",
      .read_explanation = "Read why, on the page of enforcement",
      .lines = "entries",
      .newest_first = "newest first",
      .day_hint = "For example, 27 3 2016. Leave it empty for all that is known now.",
      .real_day = "Enter a real day, such as 27 3 2016",
      .nothing_known = "Nothing was known of this case on that day. Enter a later one",
  };
  return english;
}

std::string_view channel_words(std::string_view channel) {
  if (channel == "import") return "imported from another system";
  if (channel == "system") return "by the system itself";
  if (channel == "field") return "away from the office";
  if (channel == "phone") return "by telephone";
  if (channel == "kiosk") return "at a kiosk";
  if (channel == "court") return "at court";
  if (channel == "office") return "in the office";
  return channel;
}

} // namespace probity::pages
