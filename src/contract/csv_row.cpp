#include "contract/csv_row.h"

namespace probity::contract {
namespace {

std::string csv_field(const std::string& text) {
  const bool formula =
      !text.empty() && std::string_view("=+@\t").find(text.front()) != std::string_view::npos;
  std::string safe = formula ? "'" + text : text;
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

} // namespace

std::string pounds(base::Money money) {
  const std::int64_t magnitude = money.pence < 0 ? -money.pence : money.pence;
  const std::string pence = std::to_string(magnitude % 100);
  return (money.pence < 0 ? "-" : "") + std::to_string(magnitude / 100) + "." +
         (pence.size() < 2 ? "0" : "") + pence;
}

void csv_row(std::string& out, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i)
    out += (i > 0 ? "," : "") + csv_field(fields[i]);
  out += "\r\n";
}

} // namespace probity::contract
