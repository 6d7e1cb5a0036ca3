// Every instrument against the shared file of vectors that has its name.
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <gtest/gtest.h>

#include "app/vector_file.h"

namespace probity::conformance {
namespace {

TEST(InstrumentVectors, AreAllAsExpected) {
  const char* data = std::getenv("PROBITY_REAL_DATA");
  if (data == nullptr) {
    std::cout << "skipped: vectors of the instruments (PROBITY_REAL_DATA is not set)\n";
    return;
  }
  for (const std::string_view algorithm : risk::vector_algorithms()) {
    const auto path = std::filesystem::path(data) / "vectors" / (std::string(algorithm) + ".csv");
    const auto file = app::read_vector_file(path.string());
    ASSERT_TRUE(file.has_value()) << file.error().text();
    const auto check = risk::check_vectors(*file);
    ASSERT_TRUE(check.has_value()) << check.error().text();
    EXPECT_GT(check->passed, 0U) << path;
    for (const risk::VectorFailure& failure : check->failures)
      ADD_FAILURE() << path << " " << failure.id << " " << failure.column << ": expected " << failure.expected
                    << ", came out " << failure.got;
  }
}

} // namespace
} // namespace probity::conformance
