// Natural logarithm and exponential that give the same bits on every machine. The C library's differ between
// versions and processors; these use IEEE 754 addition, multiplication, division and bit patterns only,
// rounded to nearest, and are compiled without fused multiply-add. Within 2 units in the last place of the
// true value.
#pragma once

namespace probity::base {

// log(0) is −infinity; of a negative number or NaN, NaN.
double log(double x);
// Overflows to +infinity above 709.78…, underflows through the subnormal numbers to 0 below −745.13….
double exp(double x);

} // namespace probity::base
