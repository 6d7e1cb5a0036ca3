// Contract files: a bad one is refused with an error that names the file, a good one can be told in plain
// words.
#include "contract/terms.h"
#include "fuzz/fuzz_text.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto contract = contract::Contract::parse(text, "fuzz.toml");
  if (!contract) {
    PROBITY_ENSURE(!contract.error().message.empty());
    PROBITY_ENSURE(contract.error().text().find("fuzz.toml") != std::string::npos);
    return 0;
  }
  PROBITY_ENSURE(!contract->explanation().empty());
  const contract::Terms& terms = contract->terms();
  PROBITY_ENSURE(terms.from <= terms.to);
  PROBITY_ENSURE(terms.period(terms.period_of(terms.from).text).has_value());
  return 0;
}
