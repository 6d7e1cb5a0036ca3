// Words and values of scenario text, shared by the scenario reader's files only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/result.h"

namespace probity::record::scenario_text {

// One line without its comment, as words. Quotes keep blanks in a word and are taken away: `group="a b"` is
// one word; inside quotes \" and \\ stand for themselves.
struct Line {
  int number = 0;
  bool indented = false;
  std::vector<std::string> words;
};

// All lines that have words.
base::Result<std::vector<Line>> split(std::string_view text, std::string_view file);

// "file:line"
std::string place(std::string_view file, int line);

// "2016-03-01T23:59Z", "2016-03-01T23:59:30Z" or all six digits.
std::optional<base::Instant> parse_moment(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

// "key=value" cut at the first "="; nothing when there is none or the key is empty.
std::optional<std::pair<std::string_view, std::string_view>> parse_setting(std::string_view word);
std::vector<std::string_view> split_at(std::string_view text, char separator);

// A word that can name a person: letters, digits, "_" and "-".
bool is_plain_name(std::string_view word);

// Whether the word is meant as a range of names: it has "..".
bool is_range(std::string_view word);
constexpr std::size_t longest_range = 5'000;
// The names of "P001..P412", first to last: alike but for their last digits, as many digits in both, at most
// `longest_range` names. The error says what is wrong with the word, and has no place yet.
base::Result<std::vector<std::string>> names_of_range(std::string_view word);

} // namespace probity::record::scenario_text
