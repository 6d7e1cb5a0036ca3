// Comma-separated values, strictly by RFC 4180 with LF allowed as a line end, as UTF-8, read as a stream.
//
// A record that breaks the rules is given with its fault and reading goes on with the next line, so one bad
// row costs itself only. Refused: a quote inside an unquoted field, text after a closing quote, a quoted
// field that never ends, a carriage return that ends no line, NUL, bytes that are not UTF-8, a field longer
// than `longest_field`, a record longer than `longest_record`. A byte order mark at the start is skipped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intake/byte_source.h"

namespace probity::intake {

constexpr std::size_t longest_field = 65'536;
constexpr std::size_t longest_record = 1'048'576;

struct CsvRecord {
  std::uint64_t number = 0; // 1 for the first record of the file, the header where there is one
  std::uint64_t line = 0;   // physical line on which it begins, 1 for the first
  std::string text; // its exact bytes without the line end; of a faulty record at most `longest_field`
  std::vector<std::string> fields;  // unquoted; empty when there is a fault
  std::optional<base::Error> fault; // `where` is "line 7"
};

class CsvReader {
 public:
  explicit CsvReader(ByteSource& source) : source_(source) {}

  // The next record, or nothing at the end. The error is the source's: nothing more can be read.
  base::Result<std::optional<CsvRecord>> next();

  [[nodiscard]] bool had_byte_order_mark() const { return had_byte_order_mark_; }
  [[nodiscard]] std::uint64_t carriage_returns() const { return carriage_returns_; } // records ended by CR LF
  // Whether the last record stands at the end of the data without a line end: they may have been cut off.
  [[nodiscard]] bool ended_without_line_end() const { return ended_without_line_end_; }

 private:
  struct Fault {
    std::string message;
    std::string hint;
  };
  base::Result<bool> have(std::size_t position); // whether there is a byte at buffer_[position]
  base::Result<void> skip_byte_order_mark();
  base::Result<std::optional<Fault>> parse(CsvRecord& record, std::size_t& end);
  base::Result<std::optional<Fault>> parse_quoted(std::string& field, std::size_t& at);
  base::Result<std::optional<Fault>> parse_plain(std::string& field, std::size_t& at);
  base::Result<void> skip_line(CsvRecord& record);
  void consume(std::size_t end);
  void forget_read();

  ByteSource& source_;
  std::string buffer_;
  std::size_t start_ = 0; // of the record being read
  bool source_ended_ = false;
  bool begun_ = false;
  std::uint64_t records_ = 0;
  std::uint64_t line_ = 1;
  bool had_byte_order_mark_ = false;
  std::uint64_t carriage_returns_ = 0;
  bool ended_without_line_end_ = false;
};

} // namespace probity::intake
