#include "app/new_folder.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/temporary_directory.h"

namespace probity::app {
namespace {

namespace fs = std::filesystem;
std::string text_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(NewFolder, AppearsWithItsFilesOnceItIsFinished) {
  const support::TemporaryDirectory directory;
  const fs::path path = directory / "report";
  auto folder = NewFolder::open(path.string() + "/");
  ASSERT_TRUE(folder.has_value());
  ASSERT_TRUE(folder->write("index.html", "a page").has_value());
  EXPECT_FALSE(fs::exists(path));
  ASSERT_TRUE(folder->finish().has_value());
  EXPECT_EQ(text_of(path / "index.html"), "a page");
  EXPECT_FALSE(fs::exists(path.string() + ".unfinished"));
}

TEST(NewFolder, LeavesNothingWhenItIsNotFinished) {
  const support::TemporaryDirectory directory;
  {
    auto folder = NewFolder::open((directory / "report").string());
    ASSERT_TRUE(folder.has_value());
    ASSERT_TRUE(folder->write("index.html", "a page").has_value());
  }
  EXPECT_TRUE(fs::is_empty(directory.path()));
}

TEST(NewFolder, OverwritesNothing) {
  const support::TemporaryDirectory directory;
  const fs::path path = directory / "report";
  fs::create_directory(path);
  std::ofstream(path / "notes.txt") << "mine";
  const auto refused = NewFolder::open(path.string());
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, base::ErrorCode::exists_already);
  EXPECT_EQ(text_of(path / "notes.txt"), "mine");
  fs::remove(path / "notes.txt");
  auto empty = NewFolder::open(path.string());
  ASSERT_TRUE(empty.has_value());
  EXPECT_TRUE(empty->finish().has_value());
  EXPECT_EQ(NewFolder::open((directory / "no" / "such").string()).error().code, base::ErrorCode::io);
}

} // namespace
} // namespace probity::app
