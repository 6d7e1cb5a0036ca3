// Header fields (names are looked up without regard to case), and lists of names and values (query, form,
// cookies, parts of a path: looked up exactly). Both keep the order in which things came.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace probity::http {

struct Pair {
  std::string name;
  std::string value;
  bool operator==(const Pair&) const = default;
};

bool is_token(std::string_view text); // RFC 9110, 5.6.2
// What a field value may hold: no control characters but tab, so no line can end in it (RFC 9110, 5.5).
bool is_field_value(std::string_view text);
bool same_without_case(std::string_view a, std::string_view b); // of ASCII

class Fields {
 public:
  // Name and value are checked in every build; a name that is no token, or a value that would end the line,
  // stops the program: text from outside is put into a header only after it was encoded.
  void add(std::string_view name, std::string_view value);
  void set(std::string_view name, std::string_view value); // in place of all of that name

  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const; // the first
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }
  [[nodiscard]] std::size_t size() const { return fields_.size(); }
  [[nodiscard]] auto begin() const { return fields_.begin(); }
  [[nodiscard]] auto end() const { return fields_.end(); }

 private:
  std::vector<Pair> fields_;
};

class Pairs {
 public:
  Pairs() = default;
  Pairs(std::initializer_list<Pair> pairs) : pairs_(pairs) {}

  void add(std::string name, std::string value) { pairs_.push_back({std::move(name), std::move(value)}); }
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const; // the first
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
  // The first of that name, or empty text.
  [[nodiscard]] std::string_view text(std::string_view name) const { return find(name).value_or(""); }
  [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }
  [[nodiscard]] bool empty() const { return pairs_.empty(); }
  [[nodiscard]] std::size_t size() const { return pairs_.size(); }
  [[nodiscard]] auto begin() const { return pairs_.begin(); }
  [[nodiscard]] auto end() const { return pairs_.end(); }
  bool operator==(const Pairs&) const = default;

 private:
  std::vector<Pair> pairs_;
};

} // namespace probity::http
