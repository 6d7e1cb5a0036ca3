#include "risk/answers.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "risk/rounding.h"

namespace probity::risk {
namespace {

using Words = std::span<const std::string_view>;

constexpr auto sexes = std::to_array<std::string_view>({"MALE", "FEMALE"});
constexpr auto qualifications = std::to_array<std::string_view>({"any", "none"});

constexpr std::size_t longest_text = 1'000;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

tl::unexpected<base::Error> wrong(const InputSpec& spec, std::string_view text, std::string hint) {
  constexpr std::size_t shown = 60;
  const std::string read(text.substr(0, shown));
  return base::fail(base::ErrorCode::invalid_input,
                    "\"" + read + (text.size() > shown ? "…" : "") + "\" is not understood",
                    std::string(spec.name), std::move(hint));
}

std::string listed(Words words) {
  std::string out;
  for (const std::string_view word : words)
    out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

} // namespace

Words words_of(Sex /*type*/) {
  return sexes;
}
Words words_of(Qualifications /*type*/) {
  return qualifications;
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, base::Day& out) {
  const auto day = base::parse_day(text);
  if (!day) return wrong(spec, text, "write a day that exists, like 2016-03-07");
  out = *day;
  return {};
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, int& out) {
  int number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size() || number < spec.least ||
      number > spec.most)
    return wrong(spec, text,
                 "write a whole number from " + std::to_string(spec.least) + " to " +
                     std::to_string(spec.most));
  out = number;
  return {};
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, double& out) {
  const auto number = parse_number(text);
  if (!number) return wrong(spec, text, "write a decimal number, like 0.0312");
  out = *number;
  return {};
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, std::string& out) {
  if (text.empty() || text.size() > longest_text)
    return wrong(spec, text, "write 1 to " + std::to_string(longest_text) + " bytes");
  out = text;
  return {};
}

base::Result<std::size_t> read_word(const InputSpec& spec, std::string_view text, Words words) {
  const auto same = [wanted = lower(text)](std::string_view word) { return lower(word) == wanted; };
  const auto found = std::find_if(words.begin(), words.end(), same);
  if (found == words.end()) return wrong(spec, text, "write one of " + listed(words));
  return static_cast<std::size_t>(found - words.begin());
}

} // namespace probity::risk
