// Checkpoint bodies: what is accepted prints to itself.
#include "fuzz/fuzz_text.h"
#include "ledger/note.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto checkpoint = ledger::Checkpoint::parse(text);
  if (checkpoint) PROBITY_ENSURE(checkpoint->text() == text);
  return 0;
}
