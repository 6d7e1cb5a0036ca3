// Stored bytes: whatever they are, decoding gives an event or says that they are corrupt.
#include "fuzz/fuzz_text.h"
#include "record/vocabulary.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const base::Zone zone = *base::Zone::named("Europe/London");
  const std::string_view text = fuzz::text_of(data, size);
  const auto event = record::decode(text, zone);
  if (!event) {
    PROBITY_ENSURE(event.error().code == base::ErrorCode::corrupt);
    return 0;
  }
  PROBITY_ENSURE(!event->valid.known() || event->valid.first <= event->valid.last);
  // Texts that are symbols can be read back.
  if (event->type == nullptr) return 0;
  int position = 0;
  for (const record::FieldDeclaration& field : event->type->fields) {
    if (field.part != record::Part::fact) continue;
    const std::int64_t value = event->facts[static_cast<std::size_t>(position++)];
    if (value == record::absent) continue;
    if (field.kind == record::Kind::code || field.kind == record::Kind::name)
      PROBITY_ENSURE(record::Symbol::from_number(static_cast<std::uint32_t>(value)).text().size() <= size);
    if (field.kind == record::Kind::names || field.kind == record::Kind::amounts)
      PROBITY_ENSURE(static_cast<std::size_t>(value) < event->lists.size());
  }
  return 0;
}
