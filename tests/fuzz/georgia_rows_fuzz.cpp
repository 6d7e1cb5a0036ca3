// The reader of Georgia's rows.
#include "fuzz/fuzz_text.h"
#include "fuzz/row_laws.h"
#include "intake/georgia.h"
#include "intake/georgia_columns.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string header;
  for (const probity::intake::georgia_data::Column& column : probity::intake::georgia_data::columns)
    header += (header.empty() ? "" : ",") + std::string(column.name);
  probity::fuzz::check_rows(probity::intake::georgia(), header, probity::fuzz::text_of(data, size));
  return 0;
}
