// The validator's parts, shared by its files only.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/json.h"
#include "record/declaration.h"

namespace probity::record {

// All faults of one event. Texts are made only when there is a fault.
class Faults {
 public:
  void add(std::string where, std::string message, std::string hint = {},
           base::ErrorCode code = base::ErrorCode::invalid_input) {
    found_.push_back({code, std::move(message), std::move(where), std::move(hint)});
  }
  std::vector<base::Error> take() && { return std::move(found_); }

 private:
  std::vector<base::Error> found_;
};

// Where a declared field stands in the event: "/facts/outcome" or "/sealed/0/part/name".
struct FieldPlace {
  std::string_view name;
  std::optional<std::size_t> slot = std::nullopt; // of the sealed part

  [[nodiscard]] std::string text() const {
    const std::string part = slot ? "/sealed/" + std::to_string(*slot) + "/part/" : std::string("/facts/");
    return part + std::string(name);
  }
};

// Whether the value has the field's kind, code and range.
void check_field(const base::json::Value& value, const FieldDeclaration& field, const FieldPlace& place,
                 Faults& faults);
// Whether valid time is well formed, and not further from `recorded` than the type allows.
void check_valid_time(const base::json::Value& valid, std::optional<base::Instant> recorded,
                      const TypeDeclaration& type, Faults& faults);

// Texts that the envelope has too.
bool is_lower_hex(std::string_view text, std::size_t digits);
// Kind of entity: [a-z_], 1–20 characters.
bool is_entity_kind(std::string_view kind);
// "a, b, c" for messages.
std::string list_text(std::span<const std::string_view> allowed);

} // namespace probity::record
