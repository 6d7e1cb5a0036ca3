// Data and vectors that are not ours to commit: the folder named by the environment variable
// PROBITY_REAL_DATA.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string_view>

namespace probity::support {

// The folder, or nothing after one printed line that says what is skipped. The caller then returns.
inline std::optional<std::filesystem::path> real_data(std::string_view what_is_skipped) {
  const char* folder = std::getenv("PROBITY_REAL_DATA");
  if (folder != nullptr && *folder != '\0') return std::filesystem::path(folder);
  std::cout << "skipped: " << what_is_skipped << " (PROBITY_REAL_DATA is not set)" << std::endl;
  return std::nullopt;
}

} // namespace probity::support
