// The commands of instruments, as a user meets them.
#include <fstream>

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "support/program_run.h"

namespace probity::program {
namespace {

using testing::HasSubstr;

support::ProgramAnswer answer_to(const std::string& words) {
  return support::run_program(PROBITY_PROGRAM, words);
}

// Our own rows: 2 points are score 0, and the second row expects wrongly.
std::string vectors_in(const support::TemporaryDirectory& folder) {
  const std::string path = folder.file("lds.csv");
  std::ofstream(path) << "id,nfa_or_transient,work_skills,reading_writing_numeracy,reading,numeracy,"
                         "learning_difficulties,qualifications,expect_score\n"
                         "good,0,1,1,,,0,any,0\n"
                         "bad,0,1,1,,,0,any,2\n";
  return path;
}

TEST(RiskCheckVectors, AnswersMachinesInOneShape) {
  const support::TemporaryDirectory folder;
  const auto answer = answer_to("risk check-vectors " + vectors_in(folder) + " --json");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.out, "{\"algorithm\":\"lds\",\"failed\":1,\"failures\":[{\"column\":\"expect_score\","
                        "\"expected\":\"2\",\"got\":\"0\",\"id\":\"bad\",\"line\":3}],\"ok\":false,"
                        "\"passed\":1}\n");
}

TEST(RiskCheckVectors, NamesTheRowToPeopleAndTheFilesThereAreToTheLost) {
  const support::TemporaryDirectory folder;
  EXPECT_THAT(answer_to("risk check-vectors " + vectors_in(folder)).out,
              HasSubstr("bad (line 3) expect_score: expected 2, got 0"));
  const std::string other = folder.file("other.csv");
  std::ofstream(other) << "id\n1\n";
  const auto answer = answer_to("risk check-vectors " + other);
  EXPECT_EQ(answer.status, 1);
  EXPECT_THAT(answer.err, HasSubstr("ogrs3.csv"));
}

TEST(RiskScore, IsOfTheVersionThatIsNamedOrNone) {
  const std::string score = "risk score --instrument need_severity --set section=ATTITUDES --set score=7 "
                            "--set san_assessment=false --version ";
  EXPECT_THAT(answer_to(score + "1").out, HasSubstr("SEVERE"));
  const auto none = answer_to(score + "2");
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("need_severity has no version 2"));
}

TEST(RiskScore, IsOfTheVersionInForceOrOfAnotherWithAReason) {
  const std::string score = "risk score --instrument ogrs3 --set sex=MALE --set date_of_birth=1966-05-05 "
                            "--set conviction_date=2006-03-01 --set followup_date=2006-06-01 "
                            "--set sanctions_total=8 --set age_at_first_sanction=19 "
                            "--set offence_code=03400 ";
  EXPECT_EQ(answer_to(score + "--on 2016-03-07").status, 0);
  const auto early = answer_to(score + "--on 2006-06-01");
  EXPECT_EQ(early.status, 1);
  EXPECT_THAT(early.err, HasSubstr("no version of ogrs3 was in force on 2006-06-01"));
  EXPECT_THAT(answer_to(score + "--on 2006-06-01 --version 1").err, HasSubstr("say why another is used"));
  EXPECT_THAT(answer_to(score + "--on 2006-06-01 --version 1 --because whim").err,
              HasSubstr("there is no reason"));
  const auto named = answer_to(score + "--on 2006-06-01 --version 1 --because not_in_force_then");
  EXPECT_EQ(named.status, 0) << named.err;
  EXPECT_THAT(named.out, HasSubstr("(none), because: not in force then"));
  EXPECT_THAT(answer_to(score + "--on 2016-03-07 --version 1 --because comparison").err,
              HasSubstr("is the one in force"));
}

TEST(RiskScore, ShowsHowItCameAboutOrNamesWhatIsMissing) {
  const auto score = answer_to("risk score --instrument ogrs3 --set sex=MALE --set date_of_birth=1986-05-05 "
                               "--set conviction_date=2016-03-01 --set followup_date=2016-06-01 "
                               "--set sanctions_total=8 --set age_at_first_sanction=19 "
                               "--set offence_code=03400");
  EXPECT_EQ(score.status, 0) << score.err;
  EXPECT_THAT(score.out, HasSubstr("two year: 37 %"));
  EXPECT_THAT(score.out, HasSubstr("repeat sanction"));
  const auto none = answer_to("risk score --instrument ogrs3 --set sex=MALE");
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.out, HasSubstr("offence_code"));
}

TEST(RiskInstruments, ListsThemAndAllOfOne) {
  EXPECT_THAT(answer_to("risk instruments").out, HasSubstr("mst"));
  EXPECT_THAT(answer_to("risk instruments --instrument ogrs3").out, HasSubstr("copas_multiplier"));
}

} // namespace
} // namespace probity::program
