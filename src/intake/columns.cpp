#include "intake/columns.h"

#include <algorithm>
#include <charconv>

#include "record/vocabulary.h"

namespace probity::intake {
namespace {

using base::ErrorCode;

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

// The en dash (U+2013) is the hyphen of other years.
std::string with_hyphen(std::string_view text) {
  constexpr std::string_view dash = "\xE2\x80\x93";
  std::string out(text);
  for (std::size_t at = out.find(dash); at != std::string::npos; at = out.find(dash, at))
    out.replace(at, dash.size(), "-");
  return out;
}

} // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back()))
    text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

base::Result<Columns> Columns::find(const std::vector<std::string>& header,
                                    std::span<const std::string_view> names, std::string_view hint,
                                    Warnings& warnings) {
  Columns out;
  out.names_ = names;
  out.width_ = header.size();
  out.positions_.resize(names.size());
  std::vector<int> seen(names.size());
  for (std::size_t position = 0; position < header.size(); ++position) {
    const std::string_view name = trimmed(header[position]);
    if (name.size() != header[position].size()) ++warnings["blanks_around_column_name"];
    const auto known = std::find_if(names.begin(), names.end(), [&](std::string_view candidate) {
      return lower(candidate) == lower(name);
    });
    if (known == names.end()) {
      ++warnings["unknown_column"];
      continue;
    }
    const auto column = static_cast<std::size_t>(known - names.begin());
    ++seen[column];
    out.positions_[column] = position;
  }
  std::string missing;
  std::string twice;
  for (std::size_t column = 0; column < names.size(); ++column) {
    std::string& list = seen[column] == 0 ? missing : twice;
    if (seen[column] != 1) list += (list.empty() ? "" : ", ") + std::string(names[column]);
  }
  if (missing.empty() && twice.empty()) return out;
  std::string message = missing.empty() ? "" : "the header lacks the columns: " + missing;
  if (!twice.empty()) message += (message.empty() ? "" : "; ") + ("these columns stand twice: " + twice);
  return base::fail(ErrorCode::invalid_input, message, "header", std::string(hint));
}

base::Result<void> Columns::check_width(const std::vector<std::string>& fields) const {
  if (fields.size() == width_) return {};
  return base::fail(ErrorCode::invalid_input,
                    "the row has " + std::to_string(fields.size()) + " fields, the header " +
                        std::to_string(width_),
                    "", "was the file cut off, or a comma left out of quotes?");
}

std::string_view RowFields::text(std::size_t column) const {
  return trimmed(fields_[columns_.position(column)]);
}

void RowFields::warn(std::string_view kind) const {
  ++warnings_.try_emplace(std::string(kind)).first->second;
}

tl::unexpected<base::Error> RowFields::refuse(std::size_t column, const std::string& message) const {
  return base::fail(ErrorCode::invalid_input, message, std::string(columns_.name(column)),
                    "correct the row at its source");
}

base::Result<std::string_view> RowFields::word(std::size_t column, std::span<const Word> words) const {
  const std::string written = with_hyphen(text(column));
  for (const Word& word : words)
    if (word.written == written) return word.code;
  return refuse(column, "\"" + std::string(text(column)) + "\" is none of the texts known");
}

base::Result<std::string_view> RowFields::name(std::size_t column) const {
  const std::string_view written = text(column);
  if (written.empty()) return written;
  if (const std::string_view fault = record::fault_of_name(written); !fault.empty())
    return refuse(column, std::string(fault));
  return written;
}

base::Result<std::int64_t> RowFields::number(std::size_t column, std::int64_t least,
                                             std::int64_t most) const {
  const auto number = whole_number(text(column));
  if (number && *number >= least && *number <= most) return *number;
  return refuse(column, "\"" + std::string(text(column)) + "\" is no whole number from " +
                            std::to_string(least) + " to " + std::to_string(most));
}

} // namespace probity::intake
