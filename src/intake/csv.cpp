#include "intake/csv.h"

#include <algorithm>

#include "base/json.h"

namespace probity::intake {
namespace {

constexpr std::size_t chunk = 65'536;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

base::Result<bool> CsvReader::have(std::size_t position) {
  while (position >= buffer_.size() && !source_ended_) {
    const std::size_t size = buffer_.size();
    buffer_.resize(size + chunk);
    auto count = source_.read({buffer_.data() + size, chunk});
    buffer_.resize(size + (count ? *count : 0));
    if (!count) return tl::unexpected(std::move(count.error()));
    source_ended_ = *count == 0;
  }
  return position < buffer_.size();
}

base::Result<void> CsvReader::skip_byte_order_mark() {
  begun_ = true;
  PROBITY_TRY(have(byte_order_mark.size() - 1));
  had_byte_order_mark_ = buffer_.starts_with(byte_order_mark);
  if (had_byte_order_mark_) start_ = byte_order_mark.size();
  return {};
}

base::Result<std::optional<CsvRecord>> CsvReader::next() {
  if (!begun_) PROBITY_TRY(skip_byte_order_mark());
  PROBITY_ASSIGN(const bool more, have(start_));
  if (!more) return std::optional<CsvRecord>{};
  CsvRecord record;
  record.number = ++records_;
  record.line = line_;
  std::size_t end = start_;
  PROBITY_ASSIGN(std::optional<Fault> fault, parse(record, end));
  if (!fault) {
    record.text = buffer_.substr(start_, end - start_);
    if (record.text.find('\0') != std::string::npos)
      fault = Fault{"the row has a NUL byte", "take it out"};
    else if (!base::json::is_utf8(record.text))
      fault = Fault{"the row is not UTF-8", "save the file as UTF-8"};
    consume(end);
  } else {
    PROBITY_TRY(skip_line(record));
  }
  if (fault) {
    record.fields.clear();
    record.fault = base::Error{base::ErrorCode::invalid_input, std::move(fault->message),
                               "line " + std::to_string(record.line), std::move(fault->hint)};
  }
  return std::optional(std::move(record));
}

// Takes the record that ends at `end`, and its line end.
void CsvReader::consume(std::size_t end) {
  std::size_t after = end;
  if (after < buffer_.size() && buffer_[after] == '\r') {
    ++after;
    ++carriage_returns_;
  }
  if (after < buffer_.size())
    ++after;
  else
    ended_without_line_end_ = true;
  line_ += static_cast<std::uint64_t>(std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(start_),
                                                 buffer_.begin() + static_cast<std::ptrdiff_t>(after), '\n'));
  start_ = after;
  forget_read();
}

void CsvReader::forget_read() {
  if (start_ < chunk) return;
  buffer_.erase(0, start_);
  start_ = 0;
}

// Leaves a faulty record behind: it is its first physical line, whatever its quotes say.
base::Result<void> CsvReader::skip_line(CsvRecord& record) {
  bool ends = false;
  bool whole = false; // the text has all it may have
  std::size_t from = start_;
  while (true) {
    PROBITY_ASSIGN(const bool more, have(from));
    if (!more) break;
    const std::size_t found = buffer_.find('\n', from);
    ends = found != std::string::npos;
    const std::size_t stop = ends ? found : buffer_.size();
    if (!whole) record.text.append(buffer_, from, std::min(stop - from, longest_field - record.text.size()));
    whole = record.text.size() == longest_field;
    from = stop;
    if (ends) break;
    buffer_.erase(0, from);
    start_ = from = 0;
  }
  if (ends && !whole && record.text.ends_with('\r')) record.text.pop_back();
  if (ends)
    ++line_;
  else
    ended_without_line_end_ = true;
  start_ = ends ? from + 1 : from;
  forget_read();
  return {};
}

base::Result<std::optional<CsvReader::Fault>> CsvReader::parse(CsvRecord& record, std::size_t& end) {
  using Outcome = std::optional<Fault>;
  std::size_t at = start_;
  while (true) {
    std::string& field = record.fields.emplace_back();
    PROBITY_ASSIGN(const bool more, have(at));
    if (more && buffer_[at] == '"') {
      PROBITY_ASSIGN(Outcome fault, parse_quoted(field, at));
      if (fault) return fault;
    } else {
      PROBITY_ASSIGN(Outcome fault, parse_plain(field, at));
      if (fault) return fault;
    }
    if (at - start_ > longest_record)
      return Outcome(Fault{"the row is longer than " + std::to_string(longest_record) + " bytes",
                           "is this a CSV file?"});
    PROBITY_ASSIGN(const bool goes_on, have(at));
    if (goes_on && buffer_[at] == ',') {
      ++at;
      continue;
    }
    end = at;
    if (!goes_on || buffer_[at] == '\n') return Outcome{};
    PROBITY_ASSIGN(const bool line_end, have(at + 1)); // a carriage return, by parse_quoted and parse_plain
    if (line_end && buffer_[at + 1] == '\n') return Outcome{};
    return Outcome(Fault{"a carriage return stands inside a field that is not quoted",
                         "end lines with LF or CR LF, and put such a field in quotes"});
  }
}

// From the opening quote to the byte after the closing one.
base::Result<std::optional<CsvReader::Fault>> CsvReader::parse_quoted(std::string& field, std::size_t& at) {
  using Outcome = std::optional<Fault>;
  ++at;
  while (true) {
    PROBITY_ASSIGN(const bool more, have(at));
    if (!more)
      return Outcome(Fault{"a quoted field never ends", "close the quote, or double a quote that is text"});
    const char byte = buffer_[at++];
    if (byte == '"') {
      PROBITY_ASSIGN(const bool goes_on, have(at));
      if (!goes_on) return Outcome{};
      const char follows = buffer_[at];
      if (follows == ',' || follows == '\n' || follows == '\r') return Outcome{};
      if (follows != '"')
        return Outcome(Fault{"text stands after a closing quote", "double a quote that is text"});
      ++at;
    }
    field += byte;
    if (field.size() > longest_field)
      return Outcome(Fault{"a quoted field is longer than " + std::to_string(longest_field) + " bytes",
                           "close the quote, or double a quote that is text"});
  }
}

base::Result<std::optional<CsvReader::Fault>> CsvReader::parse_plain(std::string& field, std::size_t& at) {
  using Outcome = std::optional<Fault>;
  while (true) {
    PROBITY_ASSIGN(const bool more, have(at));
    if (!more) return Outcome{};
    const char byte = buffer_[at];
    if (byte == ',' || byte == '\n' || byte == '\r') return Outcome{};
    if (byte == '"')
      return Outcome(Fault{"a quote stands inside a field that is not quoted",
                           "put the field in quotes and double the quote that is text"});
    ++at;
    field += byte;
    if (field.size() > longest_field)
      return Outcome(
          Fault{"a field is longer than " + std::to_string(longest_field) + " bytes", "is this a CSV file?"});
  }
}

} // namespace probity::intake
