// The command `contract providers`, as a user meets it, on releases of our own in the shape of Iowa's.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/iowa_rows.h"
#include "support/program_run.h"

namespace probity::program {
namespace {

using support::contents;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

support::ProgramAnswer answer_to(const std::string& words) {
  return support::run_program(PROBITY_PROGRAM, words);
}

class ContractProviders : public testing::Test {
 protected:
  void SetUp() override {
    support::IowaRows rows;
    rows.add(2010, "1JD", 40, 8);
    rows.add(2010, "2JD", 40, 16);
    rows.add(2010, "3JD", 40, 16);
    rows.add(2010, "4JD", 40, 24);
    rows.add(2010, "Interstate Compact", 9, 0);
    rows.add(2010, "", 5, 1);
    std::ofstream(file) << rows.text();
    const support::ProgramAnswer answer = answer_to("import iowa " + file + " --ledger " + ledger);
    ASSERT_EQ(answer.status, 0) << answer.all();
  }
  [[nodiscard]] support::ProgramAnswer providers(const std::string& more,
                                                 const std::string& contract = PROBITY_CONTRACTS
                                                 "/iowa-2015-shape.toml") const {
    return answer_to("contract providers --ledger " + ledger + " --contract " + contract + " " + more);
  }

  support::TemporaryDirectory directory;
  std::string file = (directory / "rows.csv").string();
  std::string ledger = (directory / "rows.ledger").string();
};

// 8 against 56 of 120: z = (8 − 18.67) ⁄ √(⅓ × 64 × 96 ⁄ 160) = −10.67 ⁄ 3.58; 16 against 48 of 120: none.
TEST_F(ContractProviders, SaysWhoIsPaidDeductedOrLeftAloneAndWhomItRefuses) {
  const support::ProgramAnswer answer = providers("--period 2010");
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.out,
              AllOf(HasSubstr("1JD"), HasSubstr("-2.98"), HasSubstr("deducted"), HasSubstr("left alone"),
                    HasSubstr("\"Interstate Compact\" is refused, with 9 cases")));
}

TEST_F(ContractProviders, ThePageTheTableAndTheWordsAreOfTheSameCounts) {
  const std::string page = (directory / "page.html").string();
  const std::string csv = (directory / "table.csv").string();
  const support::ProgramAnswer answer = providers("--period 2010 --json --html " + page + " --csv " + csv);
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.out, AllOf(HasSubstr("\"people\":40,\"reoffenders\":8"),
                                HasSubstr("\"by_clause\":\"paid\""), HasSubstr("\"ok\":true")));
  EXPECT_THAT(contents(csv), HasSubstr("2010,1JD,40,8,120,56,20.000000,46.666667,-26.666667,-2.98"));
  EXPECT_THAT(contents(page),
              AllOf(HasSubstr("the clause pays 1, deducts from 1 and leaves 2 alone"), HasSubstr("20.00 %"),
                    HasSubstr("<svg"), Not(HasSubstr("<script")), HasSubstr("--period 2010 --as-known")));
}

// 40 people with 8, 16, 16 and 24; a fifth body of 12 people is few, so the smallest of the others goes with
// it.
TEST_F(ContractProviders, APublicationWithholdsTheFewAndWhateverWouldGiveThemAway) {
  support::IowaRows rows;
  for (const auto& [body, people, returns] :
       {std::tuple{"1JD", 40, 8}, std::tuple{"2JD", 41, 16}, std::tuple{"3JD", 42, 16},
        std::tuple{"4JD", 43, 24}, std::tuple{"5JD", 12, 6}})
    rows.add(2010, body, people, returns);
  rows.add(2010, "Interstate Compact", 9, 0);
  std::ofstream(file) << rows.text();
  ledger = (directory / "few.ledger").string();
  ASSERT_EQ(answer_to("import iowa " + file + " --ledger " + ledger).status, 0);
  const std::string page = (directory / "public.html").string();
  const std::string csv = (directory / "public.csv").string();
  const support::ProgramAnswer answer = providers("--public --json --html " + page + " --csv " + csv);
  EXPECT_EQ(answer.status, 0) << answer.all();
  EXPECT_THAT(answer.out,
              AllOf(HasSubstr(R"({"provider":"5JD","withheld":true})"),
                    HasSubstr(R"({"provider":"1JD","withheld":true})"),
                    HasSubstr(R"("people":41,"reoffenders":16)"), HasSubstr("is refused, with few cases"),
                    Not(HasSubstr("\"people\":12")), Not(HasSubstr("\"people\":9"))));
  EXPECT_THAT(contents(csv), HasSubstr("2010,5JD,,,,,,,,,withheld,withheld,,"));
  EXPECT_THAT(contents(page), AllOf(HasSubstr("withheld"), HasSubstr(" --public"),
                                    Not(HasSubstr("--numeric\">12<")), Not(HasSubstr("--numeric\">40<"))));
  EXPECT_THAT(providers("--public").out, HasSubstr("5JD   withheld"));
}

TEST_F(ContractProviders, RefusesACohortThatIsNotKnownAndAClauseThatIsNotThere) {
  EXPECT_EQ(providers("--period 2011").status, 1);
  const support::ProgramAnswer answer = providers("--clause nonsense");
  EXPECT_EQ(answer.status, 1);
  EXPECT_THAT(answer.err, HasSubstr("such are: returns"));
  EXPECT_EQ(providers("", PROBITY_CONTRACTS "/iowa-per-person.toml").status, 2);
}

} // namespace
} // namespace probity::program
