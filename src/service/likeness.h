// Whether two records look as if they were of one person, by what they say alone: the same rules give the
// same answer for ever, and no score has to be believed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

namespace probity::service {

struct Identity {
  std::string name;               // as written; empty: none
  std::optional<base::Day> birth; // nothing: none, or one that is no day
};

enum class Likeness {
  same_name_and_birth,
  name_within_name, // born on the same day, and all words of one name are among those of the other, two at
                    // least
  birth_swapped,    // the same name; day and month of birth the other way round
  birth_not_known,  // the same name of two words at least; one record has no date of birth
};
std::string_view to_text(Likeness likeness); // "same_name_and_birth"

// What of an identity is compared, made once for many comparisons.
struct Comparable {
  std::vector<std::string> words; // of the name, folded (name_folding.h) and sorted
  std::optional<base::Day> birth;
};
Comparable comparable(const Identity& identity);

// Names are compared as searching compares them (name_folding.h), whatever the order of their words.
std::optional<Likeness> likeness(const Comparable& a, const Comparable& b);
std::optional<Likeness> likeness(const Identity& a, const Identity& b);

// 7 March for 3 July; nothing where there is no such day, or it is the same.
std::optional<base::Day> swapped(base::Day birth);

} // namespace probity::service
