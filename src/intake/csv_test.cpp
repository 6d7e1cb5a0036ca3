#include "intake/csv.h"

#include <gmock/gmock-matchers.h>
#include <rapidcheck/gtest.h>

namespace probity::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Read {
  std::vector<CsvRecord> records;
  bool byte_order_mark = false;
  std::uint64_t carriage_returns = 0;
  bool cut = false;
};

Read read(const std::string& text) {
  TextSource source(text);
  CsvReader reader(source);
  Read out;
  while (true) {
    auto next = reader.next();
    if (!next || !*next) break;
    out.records.push_back(std::move(**next));
  }
  out.byte_order_mark = reader.had_byte_order_mark();
  out.carriage_returns = reader.carriage_returns();
  out.cut = reader.ended_without_line_end();
  return out;
}

// The fields of all records, or "!" and the fault.
std::vector<std::vector<std::string>> fields(const std::string& text) {
  std::vector<std::vector<std::string>> out;
  for (const CsvRecord& record : read(text).records)
    out.push_back(record.fault ? std::vector<std::string>{"!", record.fault->message} : record.fields);
  return out;
}

TEST(Csv, ReadsQuotesCommasAndLineEndsInsideFields) {
  EXPECT_THAT(fields("a,\"b,c\",\"d \"\"e\"\"\"\n\"two\r\nlines\",,\n"),
              ElementsAre(ElementsAre("a", "b,c", "d \"e\""), ElementsAre("two\r\nlines", "", "")));
}

TEST(Csv, TellsRecordAndPhysicalLine) {
  const Read out = read("h\n\"x\ny\"\nz");
  ASSERT_EQ(out.records.size(), 3U);
  EXPECT_EQ(out.records[1].number, 2U);
  EXPECT_EQ(out.records[1].line, 2U);
  EXPECT_EQ(out.records[1].text, "\"x\ny\"");
  EXPECT_EQ(out.records[2].number, 3U);
  EXPECT_EQ(out.records[2].line, 4U);
  EXPECT_TRUE(out.cut);
}

TEST(Csv, SkipsTheByteOrderMarkAndCountsCarriageReturns) {
  const Read out = read("\xEF\xBB\xBFh\r\n1\r\n2\n");
  ASSERT_EQ(out.records.size(), 3U);
  EXPECT_TRUE(out.byte_order_mark);
  EXPECT_EQ(out.carriage_returns, 2U);
  EXPECT_EQ(out.records[0].text, "h");
  EXPECT_EQ(out.records[1].text, "1");
  EXPECT_FALSE(out.cut);
}

TEST(Csv, AFaultCostsItsOwnLineOnly) {
  const std::vector<std::pair<std::string, std::string>> faulty = {
      {"a\"b", "a quote stands inside a field that is not quoted"},
      {"\"a\"b", "text stands after a closing quote"},
      {"\"never ends", "a quoted field never ends"},
      {"a\rb", "a carriage return stands inside a field that is not quoted"},
      {std::string("a\0b", 3), "the row has a NUL byte"},
      {"\xC3(", "the row is not UTF-8"},
      {std::string(longest_field + 1, 'x'), "a field is longer than 65536 bytes"},
      {std::string(3 * longest_field, 'x'), "a field is longer than 65536 bytes"},
      {'"' + std::string(longest_field + 1, 'x'), "a quoted field is longer than 65536 bytes"}};
  for (const auto& [row, message] : faulty) {
    const Read out = read("h\n" + row + "\nafter,it\n");
    ASSERT_EQ(out.records.size(), 3U) << message;
    ASSERT_TRUE(out.records[1].fault) << message;
    EXPECT_EQ(out.records[1].fault->message, message);
    EXPECT_EQ(out.records[1].fault->where, "line 2");
    EXPECT_EQ(out.records[1].text, row.substr(0, longest_field));
    EXPECT_FALSE(out.records[2].fault) << message;
    EXPECT_THAT(out.records[2].fields, ElementsAre("after", "it"));
    EXPECT_EQ(out.records[2].line, 3U);
  }
}

TEST(Csv, AFieldOfTheLongestLengthIsRead) {
  const std::string longest(longest_field, 'x');
  EXPECT_THAT(fields(longest + ",b\n"), ElementsAre(ElementsAre(longest, "b")));
}

TEST(Csv, RecordsThatAreTooLongAreRefused) {
  std::string row;
  while (row.size() <= longest_record)
    row += std::string(60'000, 'x') + ",";
  const auto out = fields(row + "\nb\n");
  ASSERT_EQ(out.size(), 2U);
  EXPECT_THAT(out[0][1], HasSubstr("the row is longer than"));
  EXPECT_THAT(out[1], ElementsAre("b"));
}

TEST(Csv, NothingAndEmptyLines) {
  EXPECT_TRUE(read("").records.empty());
  EXPECT_TRUE(read("\xEF\xBB\xBF").records.empty());
  EXPECT_THAT(fields("\n\"\"\n,\n"), ElementsAre(ElementsAre(""), ElementsAre(""), ElementsAre("", "")));
}

// A source that gives a few bytes at a time.
class Trickle final : public ByteSource {
 public:
  Trickle(std::string text, std::size_t most) : text_(std::move(text)), most_(most) {}
  base::Result<std::size_t> read(std::span<char> out) override {
    return text_.read(out.subspan(0, std::min(out.size(), most_)));
  }

 private:
  TextSource text_;
  std::size_t most_;
};

RC_GTEST_PROP(CsvLaws, WhatIsWrittenIsReadHoweverTheBytesArrive, ()) {
  const auto field = rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\n', '\r', ' '));
  const auto row_of = rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(field));
  // Small: the reader's seams lie between any two bytes here, so more bytes show nothing more.
  const auto rows = *rc::gen::resize(
      12, rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(row_of)));
  const bool carriage_return = *rc::gen::arbitrary<bool>();
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i == 0 ? "\"" : ",\"";
      for (const char byte : row[i])
        text += byte == '"' ? std::string("\"\"") : std::string(1, byte);
      text += '"';
    }
    text += carriage_return ? "\r\n" : "\n";
  }
  Trickle source(text, static_cast<std::size_t>(*rc::gen::inRange(1, 7)));
  CsvReader reader(source);
  for (const auto& row : rows) {
    const auto record = reader.next();
    RC_ASSERT(record.has_value() && record->has_value());
    RC_ASSERT(!(**record).fault);
    RC_ASSERT((**record).fields == row);
  }
  RC_ASSERT(!reader.next()->has_value());
}

} // namespace
} // namespace probity::intake
