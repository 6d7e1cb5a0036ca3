// Published vectors: files of inputs and what an instrument must say of them. The name of the file, without
// ".csv", says which algorithm is meant; the columns are the instrument's inputs and "expect…".
//
// An expected cell that is blank is not asserted; a row in which all are blank asserts that there is no
// result. Numbers are compared as exact decimals, all else as text. `expect_error` names the reason for which
// there must be no result; "ERROR" and "UNEXPECTED_ERROR" mean any.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "risk/input.h"

namespace probity::risk {

struct VectorRow {
  std::uint64_t line = 0; // in the file, 1 for the header
  std::vector<std::string> cells;
};

struct VectorFile {
  std::string algorithm; // "ogrs3"
  std::vector<std::string> header;
  std::vector<VectorRow> rows;
};

struct VectorFailure {
  std::string id; // the row's own, or its line where the file has no ids
  std::uint64_t line = 0;
  std::string column;
  std::string expected;
  std::string got; // empty when there is no result
};

struct VectorCheck {
  std::uint64_t passed = 0; // rows
  std::uint64_t failed = 0;
  std::vector<VectorFailure> failures; // each column that differs
};

// `not_found` for an algorithm that is not known, `invalid_input` when a column is missing, unknown or stands
// twice, a row has another number of cells, a cell is not understood, or there is no row; `where` names line
// and column. A file with a fault is not counted at all.
base::Result<VectorCheck> check_vectors(const VectorFile& file);
// The names of the files that are understood, without ".csv".
std::vector<std::string_view> vector_algorithms();

// --- for those who add an algorithm
// -----------------------------------------------------------------------------------------------------------------

using Answers = std::vector<std::pair<std::string, std::string>>; // column → what we say

enum class Blank { not_asserted, is_a_value };

struct VectorAlgorithm {
  std::string_view name;            // of the file, without ".csv"
  std::vector<std::string> inputs;  // columns, all of which must be there
  std::vector<std::string> expects; // columns, at least one of which must be there
  base::Result<Answers> (*answer)(const Given&) = nullptr;
  Blank blank = Blank::not_asserted; // a look-up says that there is nothing by a blank cell
};
std::span<const VectorAlgorithm> vector_algorithm_list();

// "expect_" and each figure's name, with `expect_band` and `expect_error`.
Answers answers_of(const Score& score);
// Files of single steps of instruments, and those that list coefficients and offence codes.
std::vector<VectorAlgorithm> part_vector_algorithms();

} // namespace probity::risk
