// Single values of an envelope, read strictly. `where` in an error is the JSON pointer that is given.
#pragma once

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/json.h"
#include "base/result.h"

namespace probity::ledger {

constexpr std::size_t longest_name = 80; // characters of provider, site and device

// A text of 1 to `longest` characters of up to four bytes each.
base::Result<std::string_view> text_of(const base::json::Value& value, std::string_view where,
                                       std::size_t longest = longest_name);

template <class Id> base::Result<Id> id_of(const base::json::Value& value, std::string_view where) {
  Id id;
  const std::string* text = value.text();
  if (text == nullptr || !base::from_hex(*text, id.bytes))
    return base::fail(base::ErrorCode::invalid_input,
                      fmt::format("this must be {} lower-case hexadecimal digits", 2 * id.bytes.size()),
                      std::string(where));
  return id;
}

// An instant in UTC with six digits of a second.
base::Result<base::Instant> instant_of(const base::json::Value& value, std::string_view where);

// Whether the value is one of these texts.
template <std::size_t Count>
base::Result<void> one_of(const base::json::Value& value, const std::array<std::string_view, Count>& list,
                          std::string_view where) {
  const std::string* text = value.text();
  if (text != nullptr && std::find(list.begin(), list.end(), *text) != list.end()) return {};
  std::string all;
  for (const std::string_view entry : list)
    all += (all.empty() ? "" : ", ") + std::string(entry);
  return base::fail(base::ErrorCode::invalid_input, "this is not in the list", std::string(where),
                    "One of: " + all);
}

} // namespace probity::ledger
