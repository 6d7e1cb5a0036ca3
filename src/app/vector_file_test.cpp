#include "app/vector_file.h"

#include <gtest/gtest.h>

#include "support/real_data.h"

namespace probity::app {
namespace {

// Every published vector that there is, and no algorithm without vectors.
TEST(published_vectors, are_all_met) {
  const auto data = support::real_data("the published vectors of the instruments");
  if (!data) return;
  for (const std::string_view algorithm : risk::vector_algorithms()) {
    const auto file = read_vector_file((*data / "vectors" / (std::string(algorithm) + ".csv")).string());
    ASSERT_TRUE(file.has_value()) << file.error().text();
    const auto check = risk::check_vectors(*file);
    ASSERT_TRUE(check.has_value()) << algorithm << ": " << check.error().text();
    for (const risk::VectorFailure& failure : check->failures)
      ADD_FAILURE() << failure.id << " " << failure.column << ": " << failure.expected << " got "
                    << failure.got;
    EXPECT_GT(check->passed, 0U) << algorithm;
  }
}

} // namespace
} // namespace probity::app
