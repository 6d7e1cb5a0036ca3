// The narrow profile: what is accepted prints to itself, and any other JSON reader accepts it too.
#include <nlohmann/json.hpp>

#include "base/json.h"
#include "fuzz/fuzz_text.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto canonical = base::json::parse(text);
  const auto any = base::json::parse(text, base::json::Spelling::any);
  if (canonical) {
    PROBITY_ENSURE(any.has_value());
    PROBITY_ENSURE(base::json::write(*canonical) == text);
  } else {
    PROBITY_ENSURE(!canonical.error().message.empty());
    PROBITY_ENSURE(any.has_value() == (canonical.error().code == base::ErrorCode::not_canonical));
  }
  if (!any) return 0;
  const std::string printed = base::json::write(*any);
  const auto again = base::json::parse(printed);
  PROBITY_ENSURE(again.has_value() && *again == *any);
  const auto other = nlohmann::json::parse(text, nullptr, false);
  PROBITY_ENSURE(!other.is_discarded());
  PROBITY_ENSURE(other == nlohmann::json::parse(printed));
  // RFC 8785 proper agrees on the profile.
  PROBITY_ENSURE(base::json::canonicalise(text).value() == printed);
  return 0;
}
