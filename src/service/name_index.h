// Finds people by the beginnings of the words of their names, among hundreds of thousands, while others wait:
// a word's people are a bit each, and a name's first letters are a number, so that few names have to be read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "service/number_set.h"

namespace probity::service {

// People are named by the numbers of their streams in the ledger.
class NameIndex {
 public:
  // The words of the name as `folded_words` makes them, in place of those before; none: the person has no
  // name any more.
  void put(std::uint32_t person, const std::vector<std::string>& words);

  // Those whose name has, for each of these words, one that begins with it. No words: nobody.
  [[nodiscard]] NumberSet beginning_with(const std::vector<std::string>& words) const;
  // Those whose name has this whole word.
  [[nodiscard]] NumberSet having(const std::string& word) const;
  // The words of the name with a space before and after each; empty where there is no name. Until the next
  // `put`.
  [[nodiscard]] std::string_view folded(std::uint32_t person) const;
  // The order of names, whatever is called the same left open.
  [[nodiscard]] bool comes_before(std::uint32_t person, std::uint32_t other) const;

 private:
  struct Name {
    std::uint64_t start = 0; // the first eight bytes, the first the greatest; 0 where there are none
    std::string folded;
  };
  std::vector<Name> names_;                                   // by person
  std::map<std::string, std::vector<std::uint32_t>> by_word_; // ascending
};

} // namespace probity::service
