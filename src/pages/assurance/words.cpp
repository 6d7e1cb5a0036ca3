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
      .verified = "What was verified",
      .all_of_it = "The whole ledger",
      .views = "The views, by a sample of people",
      .views_of = "The views, by a sample of",
      .one_case = "One case",
      .closed = "It was about one case, whose record is closed to you.",
      .views_good = "The views are right",
      .views_bad = "The views are not what the ledger gives",
      .views_bad_text =
          "The ledger itself is not touched by this. Whoever runs the service deletes the file of views, "
          "which is made anew at the next start.",
      .folded = "People folded from their own events",
      .of_rows = "of",
      .seed_used = "Drawn by the number",
      .draw_again = "Draw the same people again",
      .repeat = "To repeat it without the service",
      .repeat_purpose = "Command that repeats it",
      .case_good = "Nothing of this case was touched",
      .case_bad = "This case is not as it was written",
      .case_bad_text = "Keep the files as they are for whoever looks into it, and have the whole ledger "
                       "verified: it names "
                       "the event that was touched.",
      .events_of_case = "Events of the case",
      .proofs = "Each event's proof, up to the signed checkpoint",
      .leaf = "Hash of its bytes",
      .hashes_up = "Hashes up to the root",
      .holds = "Holds",
      .holds_not = "Does not hold",
      .led_to = "Root that was signed",
      .published = "Hash of a head that was published (optional)",
      .published_hint =
          "64 characters, the digits 0 to 9 and the letters a to f. The ledger must have had this root at "
          "some time.",
      .published_found = "Head that was published",
      .published_at = "Found: it is the root of the first",
      .published_events = "events",
      .published_nowhere = "Not found",
      .published_not_given = "None was given",
      .again = "Have it verified",
      .scope = "What is to be verified?",
      .ledger_hint = "Every event, the order, the tree, and every checkpoint with its signature",
      .views_hint = "The lists and overviews that the service keeps, for people whom a number of yours draws",
      .case_hint = "Every event of the case, each with its proof up to the signed checkpoint",
      .note = "Note of a checkpoint kept from earlier (optional)",
      .note_hint =
          "Paste the whole note, with its signature. The ledger must have grown from it: nothing that "
          "it covers may have changed since.",
      .seed = "Number that draws the people",
      .seed_hint =
          "Any whole number, so that the service cannot choose. The same one draws the same people again.",
      .people = "How many people",
      .people_hint = "100 where nothing is said",
      .reference = "Reference of the case",
      .reference_hint = "The 32 digits and letters that stand in the address of its page",
      .begin = "Begin to verify",
      .keep = "A checkpoint to keep",
      .keep_text =
          "Copy this note and keep it where nobody of the service can reach it. Pasted here later, it "
          "shows whether the history up to now was rewritten.",
      .checkpoint_purpose = "Note of the newest checkpoint",
      .as_known = "events are in the ledger now.",
      .proof_of = "Proof of event",
      .proof_text =
          "That this event is in the ledger as it was written: its bytes make a hash, which with the hashes "
          "beside it on the way up makes the root that the checkpoint was signed for.",
      .type = "Type of event",
      .of_case = "Whose case",
      .bytes = "The event's bytes",
      .hashed_to = "Hash of its bytes (leaf)",
      .path = "From the leaf up to the root",
      .path_text = "steps. The last makes the root.",
      .step = "Step",
      .side = "Side",
      .beside = "Hash beside it",
      .left = "Left",
      .right = "Right",
      .makes = "Both make",
      .no_path = "It is the only event, so that its hash is the root.",
      .signed_by = "The signed checkpoint",
      .key = "Key that the checkpoint is signed by",
      .key_text = "It has to be the one that was handed out when the log was opened.",
      .checkpoint_signed = "Note of the checkpoint",
      .by_hand = "To check it by hand",
      .by_hand_text = "Take SHA-256 of the byte 0x00 and the event's bytes: that is the leaf. At each step "
                      "take SHA-256 of "
                      "the byte 0x01, the hash on the left and the hash on the right (RFC 9162, section "
                      "2.1). The last is "
                      "the root, which the checkpoint gives in base64.",
      .as_data = "The proof as data",
      .back = "Back to verifying",
      .see_proof = "Proof of event",
      .verify_record = "Have this record verified",
      .who_read = "Who read",
      .who_read_hint = "The name by which they sign in, or the 32 digits of their pseudonym",
      .nothing_so = "Nothing was read so.",
      .older_left_out = "There are older ones, which are not shown. Choose other days to see them.",
  };
  return english;
}

} // namespace probity::pages
