#include "risk/table.h"

#include "base/result.h"
#include "risk/rounding.h"

namespace probity::risk {
namespace {

bool names(const Coefficient& row, std::string_view term, std::string_view level) {
  if (level.empty()) return row.term == term;
  return row.term.size() == term.size() + 1 + level.size() && row.term.starts_with(term) &&
         row.term[term.size()] == ':' && row.term.ends_with(level);
}

} // namespace

std::optional<double> Table::find(std::string_view term, std::string_view level) const {
  for (const Coefficient& row : coefficients)
    if (row.from == not_stepped && names(row, term, level)) return row.value;
  return std::nullopt;
}

const Coefficient* Table::step(std::string_view term, int number) const {
  const Coefficient* out = nullptr;
  for (const Coefficient& row : coefficients)
    if (row.from != not_stepped && row.term == term && row.from <= number) out = &row;
  return out;
}

std::string_view Table::band(std::int64_t figure) const {
  PROBITY_ENSURE(!bands.empty() && figure >= bands.front().from);
  std::string_view out;
  for (const BandFloor& floor : bands)
    if (floor.from <= figure) out = floor.band;
  return out;
}

base::Digest Table::digest() const {
  std::string text(instrument);
  text.append("/").append(model).append("/").append(version).append("/").append(mapping).append("\n");
  for (const Coefficient& row : coefficients) {
    text.append(row.term);
    if (row.from != not_stepped) text.append(" from ").append(std::to_string(row.from));
    text.append("=").append(number_text(row.value)).append("\n");
  }
  for (const BandFloor& floor : bands)
    text.append("band ").append(floor.band).append(" from ").append(std::to_string(floor.from)).append("\n");
  if (mapping_digest) text.append("mapping ").append(mapping_digest->hex()).append("\n");
  if (together == Together::least) text.append("the least of the terms\n");
  return base::sha256(base::bytes_of(text));
}

} // namespace probity::risk
