#include "risk/offence_codes.h"

#include <array>
#include <gtest/gtest.h>

#include "risk/ogrs3.h"

namespace probity::risk {
namespace {

TEST(offence_codes, have_groups) {
  const OffenceCodes& codes = OffenceCodes::version_1();
  EXPECT_EQ(codes.size(), 3039U);
  const OffenceKind* kind = codes.find("00404"); // between two codes of violence
  ASSERT_NE(kind, nullptr);
  EXPECT_EQ(kind->ogrs3_group, "Other motoring");
  EXPECT_EQ(kind->violent, ViolentSanction::no);
  EXPECT_EQ(codes.find("00403")->ogrs3_group, "Violence");
}

TEST(offence_codes, that_are_not_there_have_none) {
  const OffenceCodes& codes = OffenceCodes::version_1();
  for (const char* text : {"99999", "00103", "100", "001000", "0010a", ""})
    EXPECT_EQ(codes.find(text), nullptr) << text;
}

// Every group of the mapping has a number in OGRS3, and every offence number of OGRS3 is some code's.
TEST(offence_codes, and_ogrs3_know_the_same_groups) {
  const Table& table = ogrs3_table();
  for (const OffenceKind& kind : offence_kinds_version_1())
    EXPECT_EQ(kind.ogrs3 == Ogrs3Weight::weighted, table.find("offence", kind.ogrs3_group).has_value())
        << kind.codes;
  for (const Coefficient& row : table.coefficients) {
    if (!row.term.starts_with("offence:")) continue;
    bool used = false;
    for (const OffenceKind& kind : offence_kinds_version_1())
      used |= kind.ogrs3_group == row.term.substr(8);
    EXPECT_TRUE(used) << row.term;
  }
}

// Moving one code is another mapping, and scores say so.
TEST(offence_codes, that_move_make_another_version) {
  constexpr auto first = std::to_array<OffenceKind>({
      {"Violence", Ogrs3Weight::weighted, "", "", "", ViolentSanction::yes, "00100-00102"},
      {"Robbery", Ogrs3Weight::weighted, "", "", "", ViolentSanction::yes, "03400"},
  });
  constexpr auto second = std::to_array<OffenceKind>({
      {"Violence", Ogrs3Weight::weighted, "", "", "", ViolentSanction::yes, "00100-00101"},
      {"Robbery", Ogrs3Weight::weighted, "", "", "", ViolentSanction::yes, "00102 03400"},
  });
  const OffenceCodes before = OffenceCodes::of("a", base::day_of(2016, 1, 1), first);
  const OffenceCodes after = OffenceCodes::of("a", base::day_of(2017, 1, 1), second);
  EXPECT_EQ(before.find("00102")->ogrs3_group, "Violence");
  EXPECT_EQ(after.find("00102")->ogrs3_group, "Robbery");
  EXPECT_NE(before.digest(), after.digest());

  Ogrs3Input input;
  input.sex = Sex::male;
  input.date_of_birth = base::day_of(1980, 1, 1);
  input.conviction_date = input.followup_date = base::day_of(2016, 1, 1);
  input.sanctions_total = 4;
  input.age_at_first_sanction = 20;
  input.offence_code = "00102";
  const Score old_score = score_ogrs3(input, ogrs3_table(), before);
  const Score new_score = score_ogrs3(input, ogrs3_table(), after);
  EXPECT_NEAR(old_score.sum - new_score.sum, 0.6348, 1e-12);
}

} // namespace
} // namespace probity::risk
