// The reader of Iowa's rows.
#include "fuzz/fuzz_text.h"
#include "fuzz/row_laws.h"
#include "intake/iowa.h"
#include "support/iowa_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string header = probity::support::IowaRows().text();
  header.pop_back(); // the line's end
  probity::fuzz::check_rows(probity::intake::iowa(), header, probity::fuzz::text_of(data, size));
  return 0;
}
