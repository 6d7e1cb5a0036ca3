// The kinds of answers that instruments read, and their spellings.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/civil.h"
#include "base/result.h"

namespace probity::risk {

enum class Sex { male, female };
enum class Qualifications { any, none };

// How the values of an enumeration are written, in its order: "MALE", "FEMALE".
std::span<const std::string_view> words_of(Sex);
std::span<const std::string_view> words_of(Qualifications);

template <class Value> std::string_view word(Value value) {
  return words_of(value)[static_cast<std::size_t>(value)];
}

enum class Need {
  required, // without it there is no score
  answer,   // an answer of an assessment; without it a static model may still be scored
  optional, // may be left out; the instrument says what that means
};

// One input of an instrument.
struct InputSpec {
  std::string_view name; // "date_of_birth"
  std::string_view help; // "when the person was born"
  Need need = Need::required;
  int least = 0; // of whole numbers, both inclusive
  int most = 0;
};

// Reading text. An error says what was read, what was expected, and names the input in `where`.
base::Result<void> read_value(const InputSpec& spec, std::string_view text, base::Day& out); // 2016-03-07
base::Result<void> read_value(const InputSpec& spec, std::string_view text, int& out);       // in the range
base::Result<void> read_value(const InputSpec& spec, std::string_view text, double& out);    // decimal
base::Result<void> read_value(const InputSpec& spec, std::string_view text,
                              std::string& out); // 1 to 1,000 bytes

// The place of a text among words, or an error that lists them. Letters may be of either case.
base::Result<std::size_t> read_word(const InputSpec& spec, std::string_view text,
                                    std::span<const std::string_view> words);

template <class Value>
requires std::is_enum_v<Value> base::Result<void> read_value(const InputSpec& spec, std::string_view text,
                                                             Value& out) {
  PROBITY_ASSIGN(const std::size_t place, read_word(spec, text, words_of(Value{})));
  out = static_cast<Value>(place);
  return {};
}

} // namespace probity::risk
