// Values as few bytes and back, for what is kept for a while and can be made again: memory, and files that
// may be thrown away. The bytes say nothing of what they mean: only a program whose declarations are the same
// can read them, which whoever keeps them has to see to. Aggregates need no code of their own: their members
// are packed in the order of declaration.
#pragma once

#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/aggregate.h"
#include "base/bytes.h"

namespace probity::base {

class Packer {
 public:
  void byte(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
      byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
  }
  void text(std::string_view bytes) { out_.append(bytes); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// After the first byte that is missing or wrong it is broken, and gives zeros.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  std::uint8_t byte() {
    const std::string_view one = text(1);
    return one.empty() ? 0 : static_cast<std::uint8_t>(one.front());
  }
  std::uint64_t number() {
    std::uint64_t out = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t part = byte();
      out |= static_cast<std::uint64_t>(part & 0x7F) << shift;
      if (part < 0x80) return out;
    }
    fail();
    return 0;
  }
  std::string_view text(std::uint64_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  void fail() {
    broken_ = true;
    rest_ = {};
  }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }
  [[nodiscard]] bool whole() const { return !broken_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool broken_ = false;
};

// To be specialised for a class that is no aggregate: static void pack(Packer&, const T&); static void
// unpack(Unpacker&, T&), into a value as constructed.
template <class T> struct Packing;

template <class T> void pack(Packer& out, const T& value) {
  if constexpr (requires { Packing<T>::pack(out, value); }) {
    Packing<T>::pack(out, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    out.byte(value ? 1 : 0);
  } else if constexpr (std::is_enum_v<T>) {
    out.number(static_cast<std::uint64_t>(value));
  } else if constexpr (std::is_unsigned_v<T>) {
    out.number(value);
  } else if constexpr (std::is_integral_v<T>) {
    const auto wide = static_cast<std::int64_t>(value);
    out.number(static_cast<std::uint64_t>(wide) << 1U ^ static_cast<std::uint64_t>(wide >> 63));
  } else {
    with_members(value, [&out](const auto&... members) { (pack(out, members), ...); });
  }
}

template <class T> void unpack(Unpacker& in, T& value) {
  if constexpr (requires { Packing<T>::unpack(in, value); }) {
    Packing<T>::unpack(in, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    const std::uint8_t byte = in.byte();
    if (byte > 1) in.fail();
    value = byte == 1;
  } else if constexpr (std::is_enum_v<T> || std::is_unsigned_v<T>) {
    value = static_cast<T>(in.number());
  } else if constexpr (std::is_integral_v<T>) {
    const std::uint64_t bits = in.number();
    value = static_cast<T>(static_cast<std::int64_t>(bits >> 1U ^ (~(bits & 1U) + 1)));
  } else {
    with_members(value, [&in](auto&... members) { (unpack(in, members), ...); });
  }
}

template <class T> std::string packed(const T& value) {
  Packer out;
  pack(out, value);
  return out.take();
}

// Nothing when the bytes are not exactly one value.
template <class T> std::optional<T> unpacked(std::string_view bytes) {
  Unpacker in(bytes);
  std::optional<T> out(std::in_place);
  unpack(in, *out);
  if (!in.whole()) out.reset();
  return out;
}

template <> struct Packing<std::string> {
  static void pack(Packer& out, const std::string& value) {
    out.number(value.size());
    out.text(value);
  }
  static void unpack(Unpacker& in, std::string& value) { value = in.text(in.number()); }
};

template <class Tag, std::size_t Size> struct Packing<Bytes<Tag, Size>> {
  static void pack(Packer& out, const Bytes<Tag, Size>& value) {
    out.text({reinterpret_cast<const char*>(value.bytes.data()), Size});
  }
  static void unpack(Unpacker& in, Bytes<Tag, Size>& value) {
    if (const std::string_view bytes = in.text(Size); bytes.size() == Size)
      std::memcpy(value.bytes.data(), bytes.data(), Size);
  }
};

template <class T> struct Packing<std::optional<T>> {
  static void pack(Packer& out, const std::optional<T>& value) {
    base::pack(out, value.has_value());
    if (value) base::pack(out, *value);
  }
  static void unpack(Unpacker& in, std::optional<T>& value) {
    bool there = false;
    base::unpack(in, there);
    if (there) base::unpack(in, value.emplace());
  }
};

template <class First, class Second> struct Packing<std::pair<First, Second>> {
  static void pack(Packer& out, const std::pair<First, Second>& value) {
    base::pack(out, value.first);
    base::pack(out, value.second);
  }
  static void unpack(Unpacker& in, std::pair<First, Second>& value) {
    base::unpack(in, value.first);
    base::unpack(in, value.second);
  }
};

namespace detail {
template <class Container> void pack_all(Packer& out, const Container& values) {
  out.number(values.size());
  for (const auto& one : values)
    base::pack(out, one);
}
// Every element takes a byte at least, so that a wrong count asks for no memory.
inline std::uint64_t unpack_count(Unpacker& in) {
  const std::uint64_t count = in.number();
  if (count <= in.left()) return count;
  in.fail();
  return 0;
}
} // namespace detail

template <class T> struct Packing<std::vector<T>> {
  static void pack(Packer& out, const std::vector<T>& values) { detail::pack_all(out, values); }
  static void unpack(Unpacker& in, std::vector<T>& values) {
    values.resize(detail::unpack_count(in));
    for (T& one : values)
      base::unpack(in, one);
  }
};

template <class T, class Order> struct Packing<std::set<T, Order>> {
  static void pack(Packer& out, const std::set<T, Order>& values) { detail::pack_all(out, values); }
  static void unpack(Unpacker& in, std::set<T, Order>& values) {
    for (std::uint64_t left = detail::unpack_count(in); left > 0; --left) {
      T one{};
      base::unpack(in, one);
      values.insert(std::move(one));
    }
  }
};

template <class Key, class T, class Order> struct Packing<std::map<Key, T, Order>> {
  static void pack(Packer& out, const std::map<Key, T, Order>& values) { detail::pack_all(out, values); }
  static void unpack(Unpacker& in, std::map<Key, T, Order>& values) {
    for (std::uint64_t left = detail::unpack_count(in); left > 0; --left) {
      std::pair<Key, T> one;
      base::unpack(in, one);
      values.insert(std::move(one));
    }
  }
};

} // namespace probity::base
