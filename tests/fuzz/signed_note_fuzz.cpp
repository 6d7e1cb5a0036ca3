// Signed notes: an opened note was really signed, and its text stands at the front of the note.
#include "fuzz/fuzz_text.h"
#include "ledger/note.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view note = fuzz::text_of(data, size);
  const auto log = ledger::SigningKey::from_seed("log.example/a", ledger::SignatureType::ed25519, {1});
  const auto witness =
      ledger::SigningKey::from_seed("witness.example/w", ledger::SignatureType::cosignature, {2});
  const auto opened = ledger::open_note(note, {log.verification(), witness.verification()});
  if (!opened) {
    PROBITY_ENSURE(opened.error().code == base::ErrorCode::invalid_input ||
                   opened.error().code == base::ErrorCode::corrupt ||
                   opened.error().code == base::ErrorCode::not_found);
    return 0;
  }
  PROBITY_ENSURE(!opened->verified.empty());
  PROBITY_ENSURE(note.starts_with(opened->text) && opened->text.ends_with('\n'));
  for (const std::string& name : opened->verified)
    if (name == "log.example/a") PROBITY_ENSURE(note.find(log.sign(opened->text)) != std::string_view::npos);
  return 0;
}
