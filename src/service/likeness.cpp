#include "service/likeness.h"

#include <algorithm>

#include "service/name_folding.h"

namespace probity::service {
namespace {

constexpr std::size_t words_of_a_whole_name = 2;

} // namespace

std::string_view to_text(Likeness likeness) {
  switch (likeness) {
  case Likeness::same_name_and_birth:
    return "same_name_and_birth";
  case Likeness::name_within_name:
    return "name_within_name";
  case Likeness::birth_swapped:
    return "birth_swapped";
  case Likeness::birth_not_known:
    return "birth_not_known";
  }
  return "";
}

std::optional<base::Day> swapped(base::Day birth) {
  const int month = base::month_of(birth).month();
  const int day = base::day_of_month(birth);
  if (day > 12 || day == month) return std::nullopt;
  return base::day_of(base::year_of(birth), day, month);
}

Comparable comparable(const Identity& identity) {
  Comparable out{folded_words(identity.name), identity.birth};
  std::sort(out.words.begin(), out.words.end());
  return out;
}

std::optional<Likeness> likeness(const Identity& a, const Identity& b) {
  return likeness(comparable(a), comparable(b));
}

std::optional<Likeness> likeness(const Comparable& a, const Comparable& b) {
  const std::vector<std::string>& one = a.words;
  const std::vector<std::string>& other = b.words;
  const std::size_t fewest = std::min(one.size(), other.size());
  if (fewest == 0) return std::nullopt;
  if (a.birth && a.birth == b.birth) {
    if (one == other) return Likeness::same_name_and_birth;
    const bool within = std::includes(one.begin(), one.end(), other.begin(), other.end()) ||
                        std::includes(other.begin(), other.end(), one.begin(), one.end());
    return within && fewest >= words_of_a_whole_name ? std::optional(Likeness::name_within_name)
                                                     : std::nullopt;
  }
  if (one != other) return std::nullopt;
  if (a.birth && b.birth)
    return swapped(*a.birth) == b.birth ? std::optional(Likeness::birth_swapped) : std::nullopt;
  return fewest >= words_of_a_whole_name ? std::optional(Likeness::birth_not_known) : std::nullopt;
}

} // namespace probity::service
