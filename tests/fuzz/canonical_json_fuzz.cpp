// Full RFC 8785: accepts exactly what another JSON reader accepts, save repeated keys, depth and a byte order
// mark; the canonical form is its own canonical form and means the same.
#include <nlohmann/json.hpp>

#include "base/json.h"
#include "fuzz/fuzz_text.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto canonical = base::json::canonicalise(text);
  const auto other = nlohmann::json::parse(text, nullptr, false);
  if (!canonical) {
    const auto& error = canonical.error();
    const bool ours_alone = error.code == base::ErrorCode::too_large ||
                            error.message.find("twice") != std::string::npos ||
                            text.starts_with("\xEF\xBB\xBF") ||
                            text.find('\0') != std::string_view::npos; // nlohmann takes NUL for the end
    PROBITY_ENSURE(ours_alone || other.is_discarded());
    return 0;
  }
  PROBITY_ENSURE(!other.is_discarded());
  const auto again = base::json::canonicalise(*canonical);
  PROBITY_ENSURE(again.has_value() && *again == *canonical);
  PROBITY_ENSURE(!nlohmann::json::parse(*canonical, nullptr, false).is_discarded());
  return 0;
}
