// The reader of mappings: what it takes names columns that it lists, and types and fields of the vocabulary.
#include "fuzz/fuzz_text.h"
#include "intake/mapping.h"

namespace {

using namespace probity;

void check_column(const intake::Mapping& mapping, std::size_t column) {
  PROBITY_ENSURE(column < mapping.columns.size());
}

void check_value(const intake::Mapping& mapping, const intake::MappedValue& value) {
  if (const auto* one = std::get_if<intake::ColumnValue>(&value)) check_column(mapping, one->column);
  if (const auto* joined = std::get_if<intake::JoinedValue>(&value))
    for (const std::size_t column : joined->columns)
      check_column(mapping, column);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto mapping = intake::read_mapping(fuzz::text_of(data, size), "fuzz.toml");
  if (!mapping) {
    PROBITY_ENSURE(!mapping.error().message.empty());
    return 0;
  }
  for (const std::size_t column : mapping->subject)
    check_column(*mapping, column);
  for (const intake::MappedEvent& event : mapping->events) {
    PROBITY_ENSURE(event.type != nullptr);
    if (event.when) check_column(*mapping, event.when->column);
    for (const std::size_t column : event.entity)
      check_column(*mapping, column);
    for (const intake::MappedField& field : event.fields) {
      PROBITY_ENSURE(field.field != nullptr);
      check_value(*mapping, field.value);
    }
  }
  return 0;
}
