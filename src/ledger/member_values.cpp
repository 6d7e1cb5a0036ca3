#include "ledger/member_values.h"

#include <optional>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Value;

Result<std::string_view> text_of(const Value& value, std::string_view where, std::size_t longest) {
  const std::string* text = value.text();
  if (text == nullptr) return fail(ErrorCode::invalid_input, "this must be a text", std::string(where));
  if (text->empty() || text->size() > 4 * longest)
    return fail(ErrorCode::invalid_input, fmt::format("this must have 1 to {} characters", longest),
                std::string(where));
  return std::string_view(*text);
}

Result<base::Instant> instant_of(const Value& value, std::string_view where) {
  const std::string* text = value.text();
  const std::optional<base::Instant> instant = text != nullptr ? base::parse_instant(*text) : std::nullopt;
  if (!instant)
    return fail(ErrorCode::invalid_input, "this must be a UTC instant with six digits", std::string(where),
                "Write it like 2016-03-09T10:00:00.000000Z");
  return *instant;
}

} // namespace probity::ledger
