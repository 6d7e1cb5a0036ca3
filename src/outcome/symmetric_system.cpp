#include "outcome/symmetric_system.h"

#include <cmath>
#include <utility>

#include "base/result.h"

namespace probity::outcome {

std::optional<Cholesky> Cholesky::of(const SquareMatrix& matrix, std::size_t* dependent, double tolerance) {
  SquareMatrix lower(matrix.size);
  for (std::size_t j = 0; j < matrix.size; ++j) {
    double pivot = matrix.at(j, j);
    for (std::size_t k = 0; k < j; ++k)
      pivot -= lower.at(j, k) * lower.at(j, k);
    if (!(pivot > tolerance * matrix.at(j, j)) || !std::isfinite(pivot)) {
      if (dependent != nullptr) *dependent = j;
      return std::nullopt;
    }
    double root = std::sqrt(pivot);
    lower.at(j, j) = root;
    for (std::size_t i = j + 1; i < matrix.size; ++i) {
      double sum = matrix.at(i, j);
      for (std::size_t k = 0; k < j; ++k)
        sum -= lower.at(i, k) * lower.at(j, k);
      lower.at(i, j) = sum / root;
    }
  }
  return Cholesky(std::move(lower));
}

std::vector<double> Cholesky::solve(std::span<const double> right) const {
  std::size_t n = lower_.size;
  PROBITY_ENSURE(right.size() == n);
  std::vector<double> x(right.begin(), right.end());
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k)
      x[i] -= lower_.at(i, k) * x[k];
    x[i] /= lower_.at(i, i);
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k)
      x[i] -= lower_.at(k, i) * x[k];
    x[i] /= lower_.at(i, i);
  }
  return x;
}

SquareMatrix Cholesky::inverse() const {
  SquareMatrix result(lower_.size);
  std::vector<double> unit(lower_.size, 0.0);
  for (std::size_t j = 0; j < lower_.size; ++j) {
    unit[j] = 1;
    std::vector<double> column = solve(unit);
    unit[j] = 0;
    for (std::size_t i = 0; i < lower_.size; ++i)
      result.at(i, j) = column[i];
  }
  return result;
}

} // namespace probity::outcome
