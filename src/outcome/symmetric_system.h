// Symmetric positive definite systems by Cholesky's decomposition, for the handful of unknowns of a
// regression or a test. Plain loops in a stated order: the same bits on every machine, which a library that
// chooses its instructions by the processor does not promise.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace probity::outcome {

// size × size, row by row. Only the lower half is read.
struct SquareMatrix {
  std::size_t size = 0;
  std::vector<double> values;

  explicit SquareMatrix(std::size_t size_of) : size(size_of), values(size_of * size_of, 0.0) {}
  double& at(std::size_t row, std::size_t column) { return values[row * size + column]; }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const { return values[row * size + column]; }
};

// A decomposed matrix.
class Cholesky {
 public:
  // None if the matrix is not safely positive definite: then `dependent` (when given) is the first row that
  // is, within `tolerance` of its own diagonal, a combination of the rows before it.
  static std::optional<Cholesky> of(const SquareMatrix& matrix, std::size_t* dependent = nullptr,
                                    double tolerance = 1e-11);

  // x with matrix · x = right.
  [[nodiscard]] std::vector<double> solve(std::span<const double> right) const;
  [[nodiscard]] SquareMatrix inverse() const;

 private:
  explicit Cholesky(SquareMatrix lower) : lower_(std::move(lower)) {}
  SquareMatrix lower_;
};

} // namespace probity::outcome
