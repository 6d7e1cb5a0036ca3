// The reader of the rows of the trial of financial aid.
#include "fuzz/fuzz_text.h"
#include "fuzz/row_laws.h"
#include "intake/rossi.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  probity::fuzz::check_rows(probity::intake::rossi(), "week,arrest,fin,age,race,wexp,mar,paro,prio",
                            probity::fuzz::text_of(data, size));
  return 0;
}
