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

// Tests that draw so much that a share or a width comes out as set: the sanitizer build, in which they take a
// minute, leaves them to the other build, after one printed line.
inline bool left_to_the_other_build([[maybe_unused]] std::string_view what_is_skipped) {
#ifdef PROBITY_SANITIZED
  std::cout << "skipped: " << what_is_skipped << " (left to the build without sanitizers)" << std::endl;
  return true;
#else
  return false;
#endif
}

// The same for tests that go through tens of thousands of rows: the sanitizer build, in which they take a
// minute each, leaves them to the other build. What they call is sanitized in tests of fewer rows.
inline std::optional<std::filesystem::path> whole_real_data(std::string_view what_is_skipped) {
#ifdef PROBITY_SANITIZED
  std::cout << "skipped: " << what_is_skipped << " (whole data sets are left to the build without sanitizers)"
            << std::endl;
  return std::nullopt;
#else
  return real_data(what_is_skipped);
#endif
}

} // namespace probity::support
