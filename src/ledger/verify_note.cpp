#include "ledger/verify_note.h"

#include "ledger/verify_reading.h"

namespace probity::ledger {

using base::ErrorCode;
using base::Result;

namespace {

tl::unexpected<base::Error> no_note(const VerifyOptions& options, base::Error error) {
  if (error.hint.empty()) error.hint = "Give a signed note whole, as `checkpoint` prints it";
  return tl::unexpected<base::Error>(std::move(error).at(options.note_from));
}

} // namespace

Result<std::optional<Checkpoint>> read_note(const VerifyOptions& options, const std::string& own_key,
                                            std::vector<Finding>& findings) {
  if (!options.against_note) return std::optional<Checkpoint>{};
  std::vector<VerificationKey> trusted;
  if (Result<VerificationKey> own = VerificationKey::parse(own_key)) {
    trusted.push_back(std::move(*own));
  } else {
    findings.push_back(about_file("head", "the verification key in the ledger is none"));
  }
  for (const std::string& text : options.trusted_keys) {
    PROBITY_ASSIGN(VerificationKey key, VerificationKey::parse(text));
    trusted.push_back(std::move(key));
  }
  const Result<OpenedNote> opened = open_note(*options.against_note, trusted);
  if (!opened && opened.error().code == ErrorCode::corrupt) {
    findings.push_back(
        about_file("note", "the signature on the note does not hold: " + opened.error().message));
  } else if (!opened && opened.error().code == ErrorCode::not_found) {
    findings.push_back(about_file("note",
                                  "the note is not signed by this log's key: the key was replaced, or the "
                                  "note is of another log"));
  } else if (!opened) {
    return no_note(options, opened.error());
  }
  const std::size_t end = options.against_note->rfind("\n\n");
  Result<Checkpoint> checkpoint =
      Checkpoint::parse(opened ? opened->text : options.against_note->substr(0, end + 1));
  if (!checkpoint) return no_note(options, std::move(checkpoint.error()));
  return std::optional(std::move(*checkpoint));
}

} // namespace probity::ledger
