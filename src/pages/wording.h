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

// Days and times in a text as people write them: "from 2016-03-26 23:45 to 2016-03-27" → "from 26 March 2016
// at 11:45pm to 27 March 2016". What is no day of the calendar stays as it is.
std::string dates_in_words(std::string_view text);
// "at 2016-03-07 09:30" → "7 March 2016 at 9:30am", "in the month of 2016-03-01" → "March 2016".
std::string when_in_words(std::string_view when);
// A code of the vocabulary: "unacceptable_absence" → "unacceptable absence", "25_29" → "25 to 29", "70_over"
// → "70 or over", "custody_12_months_over" → "custody 12 months or over".
std::string code_words(std::string_view code);

} // namespace probity::pages
