// The reader of rule files: whatever it takes has every field in order; whatever it refuses says where.
#include "fuzz/fuzz_text.h"
#include "rules/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const probity::rules::RuleFile file{"fuzz.toml", probity::fuzz::text_of(data, size)};
  const auto rows = probity::rules::read_rows(file);
  if (!rows) {
    PROBITY_ENSURE(!rows.error().message.empty() &&
                   rows.error().where.find("fuzz.toml") != std::string::npos);
    return 0;
  }
  for (const probity::rules::Row& row : *rows) {
    PROBITY_ENSURE(!row.id.empty() && !row.source.empty() && !row.where.empty());
    PROBITY_ENSURE(!row.valid_to || row.valid_from <= *row.valid_to);
    PROBITY_ENSURE(!row.counts_by(probity::base::Day{row.published_on.since_epoch - 1}));
  }
  return 0;
}
