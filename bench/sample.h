// The sample area (lab/area.h) as material: ledgers of it, and its submissions as JSON lines.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace probity::bench {

// A new replayed ledger for the area's events, open for writing; leaf 0 alone is in it.
ledger::Ledger open_area(const std::string& file, std::int64_t people);

// Hands the area's submissions, canonical JSON as `probity append` reads it, to `visit` in order of
// recording; 26 months, about 78 events a person. `visit` returns false to stop.
void each_line(std::int64_t people, const ledger::Ledger& ledger,
               const std::function<bool(std::string&& line)>& visit);

// The whole area in a ledger of its own, `batch` submissions a transaction.
void write_area(const std::string& file, std::int64_t people, std::size_t batch);

// FILE and its companions, with the write-ahead logs.
std::uint64_t bytes_of_ledger(const std::string& file);
void remove_ledger(const std::string& file);

} // namespace probity::bench
