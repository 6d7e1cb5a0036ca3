// A short text of the record (a code, a provider, a contract) as a number, so that folds compare integers.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace probity::record {

// Equal symbols have equal texts. The number depends on the order of first use: it is never written anywhere
// and never sorted by; sort by `text()`. Safe across threads.
class Symbol {
 public:
  Symbol() = default; // the empty text
  explicit Symbol(std::string_view text);

  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] std::uint32_t number() const { return number_; }
  [[nodiscard]] bool empty() const { return number_ == 0; }
  static Symbol from_number(std::uint32_t number);
  bool operator==(const Symbol&) const = default;

 private:
  std::uint32_t number_ = 0;
};

} // namespace probity::record

template <> struct std::hash<probity::record::Symbol> {
  std::size_t operator()(probity::record::Symbol symbol) const noexcept { return symbol.number(); }
};
