// A set of small numbers, a bit each: very many are joined, met and walked in some microseconds.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace probity::service {

class NumberSet {
 public:
  void insert(std::uint32_t number) {
    const std::size_t word = number / 64;
    if (word >= words_.size()) words_.resize(word + 1, 0);
    words_[word] |= bit_of(number);
  }
  void erase(std::uint32_t number) {
    if (const std::size_t word = number / 64; word < words_.size()) words_[word] &= ~bit_of(number);
  }
  [[nodiscard]] bool contains(std::uint32_t number) const {
    const std::size_t word = number / 64;
    return word < words_.size() && (words_[word] & bit_of(number)) != 0;
  }
  // Leaves what both have.
  void meet(const NumberSet& other) {
    if (words_.size() > other.words_.size()) words_.resize(other.words_.size());
    for (std::size_t word = 0; word < words_.size(); ++word)
      words_[word] &= other.words_[word];
  }
  // By number.
  template <class Visit> void visit(const Visit& visit) const {
    for (std::size_t word = 0; word < words_.size(); ++word)
      for (std::uint64_t left = words_[word]; left != 0; left &= left - 1)
        visit(static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(left))));
  }

 private:
  static std::uint64_t bit_of(std::uint32_t number) { return std::uint64_t{1} << (number % 64); }
  std::vector<std::uint64_t> words_;
};

} // namespace probity::service
