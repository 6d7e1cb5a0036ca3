// Addresses of statements and of what is below them. Each says from how many events the statement is
// computed, so that every page below it shows the same figures.
#pragma once

#include "html/writer.h"
#include "service/statements.h"

namespace probity::pages {

// With what was asked as it was typed; for pages where nothing is computed yet.
std::string statement_path(const service::StatementAsked& asked, bool still = false);
std::string statement_path(const service::Settled& settled);
std::string statement_csv_path(const service::Settled& settled);
// The same statement with these readings.
std::string reading_path(const service::Settled& settled, const std::map<std::string, std::string>& readings);
// Nothing for a line whose id has no plain parts. Of a line of another period: in that period's statement.
std::optional<std::string> line_path(const service::Settled& settled, const std::string& line_id);
std::string record_path(const service::LineShown& line, const base::StreamId& person);
std::string event_path(const service::LineShown& line, const base::StreamId& person, std::uint64_t index);

} // namespace probity::pages
