#include "pages/contracts/places.h"

#include <algorithm>

#include "http/encoding.h"

namespace probity::pages {
namespace {

std::string query_of(const http::Pairs& pairs) {
  return pairs.empty() ? std::string() : "?" + http::encode_form(pairs);
}

std::string query_of(std::uint64_t size, const std::map<std::string, std::string>& readings) {
  http::Pairs pairs{{"known", std::to_string(size)}};
  for (const auto& [measure, reading] : readings)
    pairs.add("reading", measure + "=" + reading);
  return query_of(pairs);
}

std::string query_of(const service::Settled& settled) {
  return query_of(settled.asked.size, settled.asked.readings);
}

std::string base_path(const std::string& contract, const std::string& period) {
  return "/contracts/" + contract + "/" + period;
}

std::string base_path(const service::Settled& settled) {
  return base_path(settled.asked.file->name, settled.asked.period);
}

// What a part of a route's type "word" takes.
bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::optional<std::string> line_base(const service::Settled& settled, const std::string& line_id) {
  std::vector<std::string> parts(1);
  for (const char c : line_id) {
    if (c == '/')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  if (parts.size() != 4 || !std::all_of(parts.begin() + 1, parts.end(), is_word)) return std::nullopt;
  return base_path(settled.asked.file->name, parts[1]) + "/" + parts[2] + "/" + parts[3];
}

std::string record_base(const service::LineShown& line, const base::StreamId& person) {
  return line_base(*line.of, line.why.line.id).value_or(base_path(*line.of)) + "/cases/" + person.hex();
}

} // namespace

std::string statement_path(const service::StatementAsked& asked, bool still) {
  http::Pairs pairs;
  if (!asked.known.empty()) pairs.add("known", asked.known);
  for (const std::string& reading : asked.readings)
    pairs.add("reading", reading);
  if (still) pairs.add("still", "yes");
  return base_path(asked.contract, asked.period) + query_of(pairs);
}

std::string statement_path(const service::Settled& settled) {
  return base_path(settled) + query_of(settled);
}

std::string statement_csv_path(const service::Settled& settled) {
  return base_path(settled) + "/statement.csv" + query_of(settled);
}

std::string reading_path(const service::Settled& settled,
                         const std::map<std::string, std::string>& readings) {
  return base_path(settled) + query_of(settled.asked.size, readings);
}

std::optional<std::string> line_path(const service::Settled& settled, const std::string& line_id) {
  auto path = line_base(settled, line_id);
  if (path) *path += query_of(settled);
  return path;
}

std::string record_path(const service::LineShown& line, const base::StreamId& person) {
  return record_base(line, person) + query_of(*line.of);
}

std::string event_path(const service::LineShown& line, const base::StreamId& person, std::uint64_t index) {
  return record_base(line, person) + "/events/" + std::to_string(index) + query_of(*line.of);
}

} // namespace probity::pages
