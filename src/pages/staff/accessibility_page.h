// The accessibility statement: what holds of the pages and how that is known, what does not, and whom to
// tell. For anybody, signed in or not.
#pragma once

#include <string>
#include <string_view>

namespace probity::pages {

inline constexpr std::string_view accessibility_path = "/accessibility";
std::string accessibility_page();

} // namespace probity::pages
