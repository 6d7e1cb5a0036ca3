// What the staff's pages fetch besides themselves: their style sheet and the icon of their tabs.
#pragma once

#include "http/static_files.h"

namespace probity::pages {

inline constexpr std::string_view sheet_name = "staff.css";
inline constexpr std::string_view icon_name = "icon.svg";

// Both, compressed once.
const std::shared_ptr<const http::StaticFiles>& staff_files();

} // namespace probity::pages
