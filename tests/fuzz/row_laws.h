// What holds for the rows of any data set, whatever bytes stand in the file.
#pragma once

#include <map>
#include <set>
#include <string>

#include "intake/csv.h"
#include "intake/data_set.h"
#include "record/vocabulary.h"

namespace probity::fuzz {

// Rows under the right header: each is refused with a reason or becomes one stream of events that the
// vocabulary accepts, under names of their own, the same each time.
inline void check_rows(const intake::DataSet& data_set, const std::string& header, std::string_view rows) {
  intake::TextSource source(header + "\n" + std::string(rows));
  intake::CsvReader reader(source);
  const auto first = reader.next();
  PROBITY_ENSURE(first && *first && !(**first).fault);
  intake::Warnings warnings;
  const auto read = data_set.reader((**first).fields, warnings);
  PROBITY_ENSURE(read.has_value());
  const intake::Destination destination{"fuzz/rows", base::parse_instant("2020-01-01T00:00:00.000000Z")};
  std::map<std::string, std::uint64_t> seen;
  std::set<std::string> ids;
  while (true) {
    const auto next = reader.next();
    PROBITY_ENSURE(next.has_value());
    if (!*next) break;
    const intake::CsvRecord& record = **next;
    if (record.fault) continue;
    const auto row = (*read)->read(record.fields, warnings);
    if (!row) {
      PROBITY_ENSURE(!row.error().message.empty());
      continue;
    }
    const std::uint64_t occurrence = ++seen[record.text];
    const auto events = row->events(record.text, occurrence, destination);
    PROBITY_ENSURE(!events.empty() && events == row->events(record.text, occurrence, destination));
    for (const base::json::Value& event : events) {
      PROBITY_ENSURE(record::validate(event).empty());
      PROBITY_ENSURE(ids.insert(*event.find("id")->text()).second);
      PROBITY_ENSURE(*event.find("stream") == *events.front().find("stream"));
    }
  }
}

} // namespace probity::fuzz
