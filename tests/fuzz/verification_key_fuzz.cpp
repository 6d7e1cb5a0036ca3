// Verification keys: what is accepted prints to itself.
#include "fuzz/fuzz_text.h"
#include "ledger/note.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto key = ledger::VerificationKey::parse(text);
  if (key) PROBITY_ENSURE(key->text() == text);
  return 0;
}
