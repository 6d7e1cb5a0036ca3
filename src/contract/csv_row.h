// Rows of the account's CSV files.
#pragma once

#include <string>
#include <vector>

#include "base/money.h"

namespace probity::contract {

// Adds a row by RFC 4180, ended by CRLF. A text that a spreadsheet would take for a formula is kept a text by
// a leading apostrophe.
void csv_row(std::string& out, const std::vector<std::string>& fields);
// "-1234.56": a number that every program reads.
std::string pounds(base::Money money);

} // namespace probity::contract
