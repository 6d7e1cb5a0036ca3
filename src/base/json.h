// JSON as the ledger writes it: RFC 8785 (JCS) restricted to a narrow profile, so that parse → print is the
// identity and anyone can check a hash with any language's tools.
//
// Narrow profile: UTF-8 without BOM, no lone surrogates, no duplicate keys, no null, no fraction or exponent,
// integers within ±(2^53 − 1), keys [a-z][a-z0-9_]* (so byte order is sort order), depth at most 8, at most
// 60,000 bytes (RFC 7493 section 2, RFC 8785; limits are ours).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace probity::base::json {

class Value;
using Array = std::vector<Value>;
using Member = std::pair<std::string, Value>;
// Members sorted by key, unique.
using Object = std::vector<Member>;

// One value of the narrow profile.
class Value {
 public:
  Value() : data_(Object{}) {}
  explicit Value(bool boolean) : data_(boolean) {}
  explicit Value(std::int64_t integer) : data_(integer) {}
  explicit Value(std::string text) : data_(std::move(text)) {}
  explicit Value(const char* text) : data_(std::string(text)) {}
  explicit Value(std::string_view text) : data_(std::string(text)) {}
  explicit Value(Array array) : data_(std::move(array)) {}
  explicit Value(Object object);

  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data_); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&data_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&data_); }
  [[nodiscard]] Array* array() { return std::get_if<Array>(&data_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&data_); }

  // The member of an object, or nullptr.
  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] Value* find(std::string_view key);
  // Sets or replaces a member; the value must be an object.
  void set(std::string_view key, Value value);
  bool erase(std::string_view key);

  bool operator==(const Value&) const = default;

 private:
  std::variant<Object, Array, std::string, std::int64_t, bool> data_;
};

struct Limits {
  std::size_t bytes = 60'000;
  int depth = 8;
};

enum class Spelling { canonical, any };

// Parses one value of the narrow profile. With Spelling::canonical, text whose canonical form differs from
// itself is `not_canonical`. Errors carry a JSON pointer in `where`.
Result<Value> parse(std::string_view text, Spelling spelling = Spelling::canonical, Limits limits = {});

// Canonical bytes.
std::string write(const Value& value);
void write(const Value& value, std::string& out);
void write_string(std::string_view text, std::string& out); // quoted and escaped

bool is_utf8(std::string_view text); // as RFC 3629: no overlong forms, no surrogates

// Full RFC 8785, numbers as IEEE 754 doubles and keys by UTF-16 order: for checking against the public
// vectors and for reading files of others. Refuses duplicate names, lone surrogates, BOM, numbers that
// overflow.
Result<std::string> canonicalise(std::string_view text);
// ECMAScript's Number::toString of a finite double (RFC 8785 section 3.2.2.3).
std::string number_text(double value);

} // namespace probity::base::json
