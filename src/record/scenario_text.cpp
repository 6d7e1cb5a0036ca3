#include "record/scenario_text.h"

#include <algorithm>
#include <charconv>

#include "base/json.h"
#include "record/scenario.h"

namespace probity::record::scenario_text {

using base::ErrorCode;

namespace {

constexpr std::size_t longest_line = 8'000;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

bool is_utf8(std::string_view line) {
  std::string quoted;
  quoted += '[';
  base::json::write_string(line, quoted);
  quoted += ']';
  return base::json::parse(quoted, base::json::Spelling::any).has_value();
}

// One word from `at` on; false when a quote is not closed.
bool read_word(std::string_view line, std::size_t& at, std::string& word) {
  bool quoted = false;
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (quoted && c == '\\' && at + 1 < line.size()) {
      word += line[++at];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && is_blank(c)) {
      break;
    } else {
      word += c;
    }
  }
  return !quoted;
}

} // namespace

std::string place(std::string_view file, int line) {
  return std::string(file) + ":" + std::to_string(line);
}

base::Result<std::vector<Line>> split(std::string_view text, std::string_view file) {
  std::vector<Line> lines;
  int number = 0;
  for (std::string_view raw : split_at(text, '\n')) {
    ++number;
    if (raw.size() > longest_line)
      return base::fail(ErrorCode::too_large, "the line is longer than 8,000 bytes", place(file, number),
                        "Cut it into several lines");
    if (!is_utf8(raw))
      return base::fail(ErrorCode::invalid_input, "the line is not UTF-8 text", place(file, number),
                        "Save the file as UTF-8 without a byte order mark");
    Line line{.number = number, .indented = !raw.empty() && is_blank(raw.front()), .words = {}};
    std::size_t at = 0;
    while (true) {
      while (at < raw.size() && is_blank(raw[at]))
        ++at;
      if (at == raw.size() || raw[at] == '#') break;
      std::string word;
      if (!read_word(raw, at, word))
        return base::fail(ErrorCode::invalid_input, "a quoted text has no closing quote", place(file, number),
                          "Close it with \" on the same line");
      line.words.push_back(std::move(word));
    }
    if (!line.words.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::optional<base::Instant> parse_moment(std::string_view text) {
  if (!text.ends_with('Z')) return std::nullopt;
  std::string full(text.substr(0, text.size() - 1));
  if (full.size() == 16) full += ":00";
  if (full.size() == 19) full += ".000000";
  return base::parse_instant(full + "Z");
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::pair<std::string_view, std::string_view>> parse_setting(std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  return std::pair(word.substr(0, equals), word.substr(equals + 1));
}

std::vector<std::string_view> split_at(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_plain_name(std::string_view word) {
  return !word.empty() && word.size() <= 40 && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

bool is_range(std::string_view word) {
  return word.find("..") != std::string_view::npos;
}

base::Result<std::vector<std::string>> names_of_range(std::string_view word) {
  const std::size_t dots = word.find("..");
  const std::string_view first = word.substr(0, dots);
  const std::string_view last = dots == std::string_view::npos ? "" : word.substr(dots + 2);
  const auto fault = [&](std::string_view why) {
    return base::fail(ErrorCode::invalid_input,
                      "\"" + std::string(word) + "\" is no range of names: " + std::string(why), {},
                      "Write the first name and the last, alike but for their digits: P001..P412");
  };
  // The digits that both names end with, as far as a number reaches.
  const auto digits_of = [](std::string_view name) {
    std::size_t count = 0;
    while (count < 9 && count < name.size() && name[name.size() - 1 - count] >= '0' &&
           name[name.size() - 1 - count] <= '9')
      ++count;
    return count;
  };
  const std::size_t digits = digits_of(first);
  if (!is_plain_name(first) || !is_plain_name(last)) return fault("it does not go from a name to a name");
  if (digits == 0 || digits_of(last) == 0) return fault("both names must end in a number");
  if (first.size() != last.size() || digits != digits_of(last))
    return fault("both names must have as many digits");
  const std::string prefix(first.substr(0, first.size() - digits));
  if (!last.starts_with(prefix)) return fault("the names differ before their digits");
  const std::int64_t from = *parse_integer(first.substr(prefix.size()));
  const std::int64_t to = *parse_integer(last.substr(prefix.size()));
  if (to < from) return fault("the last comes before the first");
  if (to - from >= static_cast<std::int64_t>(longest_range)) return fault("it has more than 5,000 names");
  std::vector<std::string> out;
  for (std::int64_t number = from; number <= to; ++number) {
    const std::string text = std::to_string(number);
    out.push_back(prefix + std::string(digits - text.size(), '0') + text);
  }
  return out;
}

} // namespace probity::record::scenario_text

namespace probity::record {

std::string scenario_of_page(std::string_view markdown) {
  std::string out;
  bool inside = false;
  bool any = false;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (line.starts_with("```")) {
      inside = !inside && line == "```case";
      any = any || inside;
    } else if (inside) {
      out += line;
    }
    out += '\n';
  }
  return any ? out : "";
}

} // namespace probity::record
