// The part of the catalogue (pages/staff/words.h) for the accessibility statement.
#pragma once

#include <array>
#include <string_view>

namespace probity::pages {

struct AccessibilityWords {
  std::string_view title, explained, can, tested, tested_text, not_tested, issues, tell, tell_text, law;
  std::array<std::string_view, 6> what_can;
  std::array<std::string_view, 5> what_issues;
};
const AccessibilityWords& accessibility_words();

} // namespace probity::pages
