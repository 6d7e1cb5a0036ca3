#include "service/name_folding.h"

#include <array>
#include <cstdint>

namespace probity::service {
namespace {

// What a letter is without its marks and its case, by the decompositions of Unicode 15 and, for letters that
// have none (ß, ø, ł, …), by how they are written in ASCII. Empty: not such a letter.
constexpr char32_t latin_first = 0x00C0;
constexpr auto latin = std::to_array<std::string_view>({
    // clang-format off
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o",
    "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c",
    "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u",
    "y", "th", "y", "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d",
    "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", "g", "g", "g", "g", "h", "h",
    "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l",
    "l", "l", "l", "l", "l", "", "", "l", "l", "n", "n", "n", "n", "n", "n", "", "n", "n", "o", "o", "o",
    "o", "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s", "t",
    "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "w", "w", "y", "y",
    "y", "z", "z", "z", "z", "z", "z", "s", "b", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
    "e", "", "", "", "", "", "", "", "i", "", "", "l", "", "", "", "", "", "o", "o", "", "", "", "", "", "",
    "", "", "", "", "", "", "", "u", "u", "", "", "", "", "z", "z", "", "", "", "", "", "", "", "", "", "",
    "", "", "", "dz", "dz", "dz", "lj", "lj", "lj", "nj", "nj", "nj", "a", "a", "i", "i", "o", "o", "u",
    "u", "u", "u", "u", "u", "u", "u", "u", "u", "e", "a", "a", "a", "a", "", "", "", "", "g", "g", "k",
    "k", "o", "o", "o", "o", "", "", "j", "dz", "dz", "dz", "g", "g", "", "", "n", "n", "a", "a", "", "",
    "", "", "a", "a", "a", "a", "e", "e", "e", "e", "i", "i", "i", "i", "o", "o", "o", "o", "r", "r", "r",
    "r", "u", "u", "u", "u", "s", "s", "t", "t", "", "", "h", "h", "", "", "", "", "", "", "a", "a", "e",
    "e", "o", "o", "o", "o", "o", "o", "o", "o", "y", "y", "", "", "", "", "", "", "", "", "", "l", "", "",
    "", "", "", "b", "", "", "e", "e", "j", "j", "", "", "r", "r", "y", "y",
    // clang-format on
});
constexpr char32_t additional_first = 0x1E00;
constexpr auto additional = std::to_array<std::string_view>({
    // clang-format off
    "a", "a", "b", "b", "b", "b", "b", "b", "c", "c", "d", "d", "d", "d", "d", "d", "d", "d", "d", "d", "e",
    "e", "e", "e", "e", "e", "e", "e", "e", "e", "f", "f", "g", "g", "h", "h", "h", "h", "h", "h", "h", "h",
    "h", "h", "i", "i", "i", "i", "k", "k", "k", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "m",
    "m", "m", "m", "m", "m", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "o", "o",
    "p", "p", "p", "p", "r", "r", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s", "s",
    "s", "t", "t", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "v", "v",
    "v", "v", "w", "w", "w", "w", "w", "w", "w", "w", "w", "w", "x", "x", "x", "x", "y", "y", "z", "z", "z",
    "z", "z", "z", "h", "t", "w", "y", "", "s", "", "", "ss", "", "a", "a", "a", "a", "a", "a", "a", "a",
    "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "e", "e", "e", "e", "e",
    "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "i", "i", "i", "i", "o", "o", "o", "o", "o", "o",
    "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "u", "u", "u",
    "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "y", "y", "y", "y", "y", "y", "y", "y", "", "",
    "", "", "", "",
    // clang-format on
});
constexpr char32_t broken = 0;

// The character at `at`, which moves behind it; `broken` for a byte that begins none.
char32_t next_of(std::string_view text, std::size_t& at) {
  const auto first = static_cast<std::uint8_t>(text[at++]);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 && first < 0xF8 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
  if (more == 0 || first >= 0xF8 || text.size() - at < static_cast<std::size_t>(more)) return broken;
  char32_t out = first & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 0; i < more; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[at + static_cast<std::size_t>(i)]);
    if ((byte & 0xC0U) != 0x80U) return broken;
    out = (out << 6U) | (byte & 0x3FU);
  }
  at += static_cast<std::size_t>(more);
  return out;
}

bool is_within(char32_t letter, char32_t first, char32_t last) {
  return first <= letter && letter <= last;
}

// Marks that stand by themselves, and apostrophes: "O'Hare" is one word.
bool is_passed_over(char32_t letter) {
  return is_within(letter, 0x0300, 0x036F) || letter == '\'' || letter == '`' || letter == 0x00B4 ||
         letter == 0x02BC || letter == 0x2018 || letter == 0x2019;
}

bool is_between_words(char32_t letter) {
  return letter < 0x80 || letter == 0x00A0 || letter == 0x00B7 || is_within(letter, 0x2000, 0x206F) ||
         letter == 0x3000;
}

// Small letters of Greek and Cyrillic.
char32_t small(char32_t letter) {
  if (is_within(letter, 0x0391, 0x03A9) || is_within(letter, 0x0410, 0x042F)) return letter + 0x20;
  return is_within(letter, 0x0400, 0x040F) ? letter + 0x50 : letter;
}

std::string_view latin_of(char32_t letter) {
  if (is_within(letter, latin_first, latin_first + latin.size() - 1)) return latin.at(letter - latin_first);
  if (is_within(letter, additional_first, additional_first + additional.size() - 1))
    return additional.at(letter - additional_first);
  return {};
}

void put(std::string& out, char32_t letter) {
  const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
  if (letter < 0x800) {
    byte(0xC0U | (letter >> 6U));
  } else {
    if (letter < 0x10000) {
      byte(0xE0U | (letter >> 12U));
    } else {
      byte(0xF0U | (letter >> 18U));
      byte(0x80U | ((letter >> 12U) & 0x3FU));
    }
    byte(0x80U | ((letter >> 6U) & 0x3FU));
  }
  byte(0x80U | (letter & 0x3FU));
}

} // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_of(text, at);
    if (is_within(letter, 'a', 'z') || is_within(letter, '0', '9')) {
      word += static_cast<char>(letter);
    } else if (is_within(letter, 'A', 'Z')) {
      word += static_cast<char>(letter + 0x20);
    } else if (is_passed_over(letter)) {
      continue;
    } else if (is_between_words(letter)) {
      end_word();
    } else if (const std::string_view plain = latin_of(letter); !plain.empty()) {
      word += plain;
    } else {
      put(word, small(letter));
    }
  }
  end_word();
  return out;
}

} // namespace probity::service
