// The CSV reader: every byte belongs to one record, faults cost their own line only, and what was read writes
// and reads back to the same fields.
#include "fuzz/fuzz_text.h"
#include "intake/csv.h"

#include <algorithm>

namespace {

using probity::intake::CsvReader;
using probity::intake::CsvRecord;

std::string quoted(const std::vector<std::string>& fields) {
  std::string out;
  for (const std::string& field : fields) {
    out += out.empty() ? "\"" : ",\"";
    for (const char byte : field)
      out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    out += '"';
  }
  return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(probity::fuzz::text_of(data, size));
  probity::intake::TextSource source(text);
  CsvReader reader(source);
  std::uint64_t number = 0;
  std::uint64_t line = 0;
  std::size_t bytes = 0;
  while (true) {
    auto next = reader.next();
    PROBITY_ENSURE(next.has_value()); // a text never fails
    if (!*next) break;
    const CsvRecord& record = **next;
    PROBITY_ENSURE(record.number == ++number && record.line > line);
    line = record.line;
    bytes += record.text.size() + 1;
    PROBITY_ENSURE(bytes <= text.size() + 1);
    if (record.fault) {
      PROBITY_ENSURE(record.fields.empty() && !record.fault->message.empty());
      continue;
    }
    PROBITY_ENSURE(text.find(record.text) != std::string::npos && !record.fields.empty());
    const std::string again = quoted(record.fields);
    probity::intake::TextSource again_source(again);
    CsvReader again_reader(again_source);
    auto reread = again_reader.next();
    PROBITY_ENSURE(reread.has_value() && reread->has_value() && !(**reread).fault);
    PROBITY_ENSURE((**reread).fields == record.fields);
  }
  return 0;
}
