#include "pages/assurance/words.h"

namespace probity::pages {

const AssuranceWords& assurance_words() {
  static const AssuranceWords english = {
      .title = "Verify the ledger",
      .explained =
          "Verification computes everything again from what is stored: the hash of every event, the order, "
          "the chain of every record, the tree over all of them, every checkpoint and its signature. "
          "Whatever does not agree is named.",
      .none_yet = "Not verified yet",
      .none_yet_text = "Nobody has had the ledger verified since the service was started.",
      .running = "Verification is running",
      .events_of = "events of",
      .refreshes = "This page reads itself again every 5 seconds.",
      .stop_refreshing = "Stop reading it again",
      .look_again = "See how far it is",
      .refresh_again = "Read it again every 5 seconds",
      .meanwhile = "You can leave this page: what is found is kept. Everybody else works on meanwhile.",
      .good = "Nothing was touched",
      .good_text = "Everything agrees with what was written.",
      .bad = "This ledger is not as it was written",
      .bad_text =
          "Keep the files as they are for whoever looks into it. What stands in the list does not agree "
          "with what was written; everything else was computed again and agrees.",
      .broken_off = "The verification could not be done",
      .last = "What was found last",
      .events = "Events computed again",
      .root = "Root of the tree",
      .begun = "Begun",
      .ended = "Ended",
      .compared = "Compared with a note kept elsewhere",
      .grown = "Yes",
      .not_compared = "No. A history that was rebuilt whole shows only against a note kept elsewhere.",
      .event = "Event",
      .what_of_it = "What was touched",
      .message = "What does not agree",
      .findings = "What does not agree, by event",
      .whole_ledger = "The whole ledger",
      .cut_short = "There are more findings, which are not listed.",
      .again = "Have it verified",
      .note = "Note of a checkpoint kept from earlier (optional)",
      .note_hint =
          "Paste the whole note, with its signature. The ledger must have grown from it: nothing that "
          "it covers may have changed since.",
      .begin = "Begin to verify",
      .keep = "A checkpoint to keep",
      .keep_text =
          "Copy this note and keep it where nobody of the service can reach it. Pasted here later, it "
          "shows whether the history up to now was rewritten.",
      .checkpoint_purpose = "Note of the newest checkpoint",
      .as_known = "events are in the ledger now.",
  };
  return english;
}

} // namespace probity::pages
