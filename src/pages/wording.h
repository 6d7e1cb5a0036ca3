// Dates, counts and names as pages write them: dates written out, no abbreviations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contract/terms.h"

namespace probity::pages {

std::string in_words(base::Day day);                  // "13 March 2017"
std::string in_words(const contract::Period& period); // "March 2016", "July 2009 to June 2010"
// "1 case", "1,284 cases": the plural is given, the singular is it without its last letter unless given too.
std::string count_of(std::uint64_t count, std::string_view plural, std::string_view singular = {});
std::string with_commas(std::uint64_t count); // "26,020"
// "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& names);
// At most `decimals` decimals, trailing noughts left out: "4", "4.5".
std::string plain_number(const base::Rational& number, int decimals);
// With its sign, unless it is nought: "+1.25".
std::string signed_number(const base::Rational& number, int decimals);
// "custody.release_cancelled" → "custody release cancelled".
std::string spaced(std::string_view name);

} // namespace probity::pages
