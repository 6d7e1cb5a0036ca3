// The program as a user meets it: answers, messages, exit status.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>

#include "base/json.h"
#include "command.h"
#include "support/program_run.h"

namespace probity::program {
namespace {

support::ProgramAnswer run_program(const std::string& words) {
  return support::run_program(PROBITY_PROGRAM, words);
}

base::Result<ExitStatus> do_nothing(const Arguments&, Terminal&) {
  return ExitStatus::good;
}

Command sample_command() {
  return {.name = "statement issue",
          .group = Group::account,
          .summary = "Issue a statement",
          .positionals = {{.name = "file", .help = "the contract"}},
          .options = {{.name = "ledger", .value = "FILE", .help = "where it is kept", .need = Need::required},
                      {.name = "reading",
                       .value = "MEASURE=NAME",
                       .help = "which reading",
                       .times = Times::repeated},
                      json_option},
          .examples = {"statement issue --ledger area.probity crc.toml"},
          .run = do_nothing};
}

Terminal plain(std::ostream& out) {
  return {out, out, {}};
}

TEST(Program, AnswersItsVersion) {
  const support::ProgramAnswer outcome = run_program("--version");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "probity " PROBITY_VERSION "\n");
}

TEST(Program, WithoutWordsShowsTheOverviewAsWrongUse) {
  const support::ProgramAnswer outcome = run_program("");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("probity COMMAND"), std::string::npos);
}

TEST(Program, UnknownOptionIsWrongUseAndNamesIt) {
  const support::ProgramAnswer outcome = run_program("version --colour");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("--colour"), std::string::npos);
  EXPECT_NE(outcome.err.find("Usage: probity version"), std::string::npos);
}

TEST(Program, UnknownCommandIsWrongUseAndNamesIt) {
  const support::ProgramAnswer outcome = run_program("versoin");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("\"versoin\""), std::string::npos);
}

TEST(Program, WrongUseWithJsonIsOneObjectOnStandardOutput) {
  const support::ProgramAnswer outcome = run_program("version --colour --json");
  EXPECT_EQ(outcome.status, 2);
  const auto answer = base::json::parse(outcome.out.substr(0, outcome.out.size() - 1));
  ASSERT_TRUE(answer.has_value()) << outcome.out;
  ASSERT_NE(answer->find("ok"), nullptr);
  EXPECT_EQ(*answer->find("ok"), base::json::Value(false));
  ASSERT_NE(answer->find("error"), nullptr);
  ASSERT_NE(answer->find("error")->find("code"), nullptr);
  EXPECT_EQ(*answer->find("error")->find("code"), base::json::Value("wrong_use"));
}

TEST(Program, AnArgumentThatIsMissingOrCannotBeMeantIsWrongUse) {
  for (const char* words :
       {"settle --ledger a.ledger --period 2016-03", "why --ledger a.ledger --contract a.toml",
        "prove --ledger a.ledger", "init --ledger a.ledger --seed s", "append --ledger a.ledger --batch 0",
        "show --ledger a.ledger d4d4 --open",
        "settle --ledger a.ledger --contract a.toml --period 2016-03 --reading strict"}) {
    const support::ProgramAnswer outcome = run_program(words);
    EXPECT_EQ(outcome.status, 2) << words << "\n" << outcome.err;
  }
  // What is given is understood; it is not there.
  EXPECT_EQ(run_program("prove --ledger absent.ledger 3").status, 1);
}

TEST(Program, AScenarioAnswersMachinesToo) {
  const support::ProgramAnswer outcome = run_program("scenario run --json --contracts " PROBITY_CONTRACTS
                                                     " " PROBITY_CONTRACTS "/../tests/cases/no-cases.case");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const auto answer = base::json::parse(outcome.out.substr(0, outcome.out.size() - 1));
  ASSERT_TRUE(answer.has_value()) << outcome.out;
  EXPECT_EQ(*answer->find("ok"), base::json::Value(true));
  const base::json::Array& cases = *answer->find("cases")->array();
  ASSERT_FALSE(cases.empty());
  EXPECT_TRUE(cases.front().find("failures")->array()->empty());
  EXPECT_NE(*cases.front().find("checks"), base::json::Value(std::int64_t{0}));
}

TEST(Program, EveryCommandHasHelpWithAnExample) {
  for (const Command& command : all_commands()) {
    EXPECT_FALSE(command.examples.empty()) << command.name;
    EXPECT_NE(command.run, nullptr) << command.name;
    const support::ProgramAnswer outcome = run_program(std::string(command.name) + " --help");
    EXPECT_EQ(outcome.status, 0) << command.name;
    EXPECT_NE(outcome.out.find("probity " + std::string(command.name)), std::string::npos);
  }
}

TEST(Program, CommandNamesAreOneEach) {
  const std::vector<Command> commands = all_commands();
  for (const Command& command : commands)
    EXPECT_EQ(std::ranges::count(commands, command.name, &Command::name), 1) << command.name;
}

TEST(CommandHelp, ShowsWhatIsNeededAndWhatMayBeRepeated) {
  std::ostringstream out;
  EXPECT_EQ(usage(sample_command()),
            "probity statement issue FILE --ledger FILE [--reading MEASURE=NAME]... [--json]");
  const std::string text = help(sample_command(), plain(out));
  EXPECT_NE(text.find("where it is kept (needed)"), std::string::npos);
  EXPECT_NE(text.find("which reading (may be repeated)"), std::string::npos);
}

TEST(CommandHelp, OverviewUnderAWordShowsOnlyItsCommands) {
  std::ostringstream out;
  Command other = sample_command();
  other.name = "settle";
  const std::vector<Command> commands{sample_command(), other};
  const std::string text = overview(commands, plain(out), "statement");
  EXPECT_NE(text.find("statement issue"), std::string::npos);
  EXPECT_EQ(text.find("settle"), std::string::npos);
}

TEST(CommandForm, SaysWhatWasExpected) {
  EXPECT_FALSE(fault(Form::day, "2016-02-29"));
  EXPECT_TRUE(fault(Form::day, "2015-02-29"));
  EXPECT_FALSE(fault(Form::month, "2016-04"));
  EXPECT_TRUE(fault(Form::month, "2016-13"));
  EXPECT_FALSE(fault(Form::count, "0"));
  EXPECT_TRUE(fault(Form::count, "-1"));
  EXPECT_FALSE(fault(Form::integer, "-1"));
  EXPECT_TRUE(fault(Form::integer, "1x"));
  EXPECT_TRUE(fault(Form::integer, ""));
  EXPECT_FALSE(fault(Form::day_or_count, "1200"));
  EXPECT_FALSE(fault(Form::day_or_count, "2016-03-07"));
  EXPECT_TRUE(fault(Form::day_or_count, "March"));
}

TEST(Table, AlignsNumbersRightAndCountsPoundSignsAsOneColumn) {
  std::ostringstream out;
  Terminal terminal = plain(out);
  Table table({{"line"}, {"amount", Table::Align::right}});
  table.add({"fee", "£1,000.00"});
  table.add({"deduction", "-£5.00"});
  table.add_rule();
  table.add({"total", "£995.00"});
  table.print(terminal);
  EXPECT_EQ(out.str(), "line          amount\n"
                       "--------------------\n"
                       "fee        £1,000.00\n"
                       "deduction     -£5.00\n"
                       "--------------------\n"
                       "total        £995.00\n");
}

TEST(Terminal, ErrorsForPeopleSayWhereAndWhatToDo) {
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal(out, err, {});
  terminal.report({base::ErrorCode::not_found, "there is no such case", "area.probity", "Check the id"});
  EXPECT_EQ(err.str(), "probity: area.probity: there is no such case\n  Check the id\n");
  EXPECT_EQ(out.str(), "");
}

TEST(Terminal, WrapsAtTheWidthAndKeepsLineEnds) {
  EXPECT_EQ(wrapped("one two three\nfour", 9, 2), "  one two\n  three\n  four");
}

TEST(Progress, IsSilentWhenTheWorkIsShort) {
  std::ostringstream err;
  std::ostringstream out;
  Terminal terminal(out, err, {.width = 80, .colours = false, .err_is_terminal = true});
  {
    Progress progress(terminal, "Verifying", "events", 10'000);
    for (std::uint64_t done = 0; done < 10'000; ++done)
      progress.at(done);
  }
  EXPECT_EQ(err.str(), "");
}

} // namespace
} // namespace probity::program
