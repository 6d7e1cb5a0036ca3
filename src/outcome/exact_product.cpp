#include "outcome/exact_product.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/result.h"

namespace probity::outcome {

namespace {

using Wide = base::Rational::Wide;
// Least significant first, without zeros at the top: 0 is empty.
using Limbs = std::vector<std::uint32_t>;

Limbs limbs_of(Wide value) {
  Limbs limbs;
  for (; value > 0; value >>= 32)
    limbs.push_back(static_cast<std::uint32_t>(value & 0xffffffff));
  return limbs;
}

Limbs product(const Limbs& a, const Limbs& b) {
  Limbs result(a.size() + b.size(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::uint64_t sum = std::uint64_t{a[i]} * b[j] + result[i + j] + carry;
      result[i + j] = static_cast<std::uint32_t>(sum);
      carry = sum >> 32U;
    }
    result[i + b.size()] = static_cast<std::uint32_t>(carry);
  }
  while (!result.empty() && result.back() == 0)
    result.pop_back();
  return result;
}

Limbs product(std::initializer_list<Wide> factors) {
  Limbs result{1};
  for (Wide factor : factors) {
    PROBITY_ENSURE(factor >= 0);
    result = product(result, limbs_of(factor));
  }
  return result;
}

} // namespace

std::strong_ordering compare_products(std::initializer_list<Wide> left, std::initializer_list<Wide> right) {
  Limbs a = product(left);
  Limbs b = product(right);
  if (a.size() != b.size()) return a.size() <=> b.size();
  for (std::size_t i = a.size(); i-- > 0;)
    if (a[i] != b[i]) return a[i] <=> b[i];
  return std::strong_ordering::equal;
}

} // namespace probity::outcome
