// Which of two products of whole numbers is the larger, however long they are. A decision that pays compares
// fractions by cross-multiplication, and those products leave 128 bits.
#pragma once

#include <compare>
#include <initializer_list>

#include "base/money.h"

namespace probity::outcome {

// Factors ≥ 0. An empty list is 1.
std::strong_ordering compare_products(std::initializer_list<base::Rational::Wide> left,
                                      std::initializer_list<base::Rational::Wide> right);

} // namespace probity::outcome
