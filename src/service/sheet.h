// A long list cut into sheets, so that a page shows one of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace probity::service {

struct Sheet {
  std::uint64_t number = 1; // from 1
  std::uint64_t of = 1;     // how many there are; at least one
  std::uint64_t rows = 0;   // in all of them
};

// Keeps the rows of one sheet; a number beyond the last means the last.
template <class Row>
Sheet keep_sheet(std::vector<Row>& rows, std::uint64_t number, std::uint64_t rows_a_sheet) {
  Sheet out;
  out.rows = rows.size();
  out.of = std::max<std::uint64_t>(1, (out.rows + rows_a_sheet - 1) / rows_a_sheet);
  out.number = std::clamp<std::uint64_t>(number, 1, out.of);
  const std::uint64_t first = (out.number - 1) * rows_a_sheet;
  const std::uint64_t end = std::min(first + rows_a_sheet, out.rows);
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(end), rows.end());
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(first));
  return out;
}

} // namespace probity::service
