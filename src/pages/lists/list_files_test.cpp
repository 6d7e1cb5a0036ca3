// Lists as tables that are taken away: what a spreadsheet would run stays a text.
#include "pages/lists/list_files.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "pages/lists/list_words.h"

namespace probity::pages {
namespace {

TEST(ListFiles, ANameThatLooksLikeAFormulaStaysAText) {
  service::Caseload caseload;
  for (const char* name : {"=HYPERLINK(1)", "-2+3", "+1", "@sum", "\tx", "\rx", "Fox, \"Zo\""})
    caseload.rows.emplace_back().name = name;
  const std::string file = caseload_file(caseload);
  for (const char* kept :
       {",'=HYPERLINK(1),", ",'-2+3,", ",'+1,", ",'@sum,", ",'\tx,", ",\"'\rx\",", ",\"Fox, \"\"Zo\"\"\","})
    EXPECT_NE(file.find(kept), std::string::npos) << kept;
  EXPECT_EQ(file.substr(0, 10), "case,name,");
}

TEST(ListFiles, ARowHasAFieldForEachTitle) {
  service::Caseload caseload;
  caseload.rows.emplace_back();
  const std::string file = caseload_file(caseload);
  const std::size_t end = file.find("\r\n");
  ASSERT_NE(end, std::string::npos);
  const auto commas = [](const std::string& text) { return std::count(text.begin(), text.end(), ','); };
  EXPECT_EQ(commas(file.substr(0, end)), commas(file.substr(end)));
}

TEST(ListFiles, DaysAgoAreCounted) {
  const base::Day on = base::day_of(2016, 3, 7);
  EXPECT_EQ(days_ago(on, on), "today");
  EXPECT_EQ(days_ago(on - 1, on), "1 day ago");
  EXPECT_EQ(days_ago(base::day_of(2016, 2, 24), on), "12 days ago");
}

} // namespace
} // namespace probity::pages
