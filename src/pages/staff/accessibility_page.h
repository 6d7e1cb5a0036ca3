// The accessibility statement: what holds of the pages and how that is known, what does not, and whom to
// tell. For anybody, signed in or not.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace probity::pages {

struct AccessibilityWords {
  std::string_view title, explained, can, tested, tested_text, not_tested, issues, tell, tell_text, law;
  std::array<std::string_view, 6> what_can;
  std::array<std::string_view, 5> what_issues;
};
const AccessibilityWords& accessibility_words();

inline constexpr std::string_view accessibility_path = "/accessibility";
std::string accessibility_page();

} // namespace probity::pages
