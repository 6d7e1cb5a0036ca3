#include <filesystem>

#include "app/scenario_runner.h"
#include "command.h"

namespace probity::program {
namespace {

// A folder that goes when the scenario is done.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "probity-scenario-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

base::Result<ExitStatus> run_scenario_run(const Arguments& arguments, Terminal& terminal) {
  using base::json::Value;
  int failed = 0;
  base::json::Array cases;
  for (const std::string& file : arguments.all("file")) {
    const Scratch scratch;
    if (scratch.path().empty())
      return base::fail(base::ErrorCode::io, "no temporary folder can be made", "temporary folder");
    const auto reports = app::run_scenarios(file, scratch.path(), arguments.text("contracts"));
    if (!reports) {
      if (terminal.json()) return tl::unexpected(reports.error());
      terminal.report(reports.error());
      ++failed;
      continue;
    }
    for (const app::ScenarioReport& report : *reports) {
      failed += report.failures.empty() ? 0 : 1;
      if (terminal.json()) {
        base::json::Array failures;
        for (const std::string& failure : report.failures)
          failures.emplace_back(failure);
        cases.emplace_back(base::json::Object{{"case", Value(report.name)},
                                              {"checks", Value(static_cast<std::int64_t>(report.checks))},
                                              {"failures", Value(std::move(failures))},
                                              {"file", Value(file)}});
        continue;
      }
      terminal.out << report.name << ": " << report.checks << " checks, " << report.failures.size()
                   << " failed\n";
      for (const std::string& failure : report.failures)
        terminal.out << "  " << failure << "\n";
    }
  }
  if (terminal.json())
    terminal.print(Value(base::json::Object{{"cases", Value(std::move(cases))}, {"ok", Value(failed == 0)}}));
  return failed == 0 ? ExitStatus::good : ExitStatus::finding;
}

} // namespace

Command scenario_run_command() {
  return {.name = "scenario run",
          .group = Group::attempt,
          .summary = "Run scenario files: records, settlements and what is expected of them",
          .details =
              "A scenario is a text that anyone can read (docs/scenarios.md). Each of its cases runs on a "
              "fresh replayed ledger.",
          .positionals = {{.name = "file", .help = "the scenario", .times = Times::repeated}},
          .options = {{.name = "contracts",
                       .value = "FOLDER",
                       .help = "where contract files are looked for, after the scenario's own folder",
                       .otherwise = "contracts"},
                      json_option},
          .examples = {"scenario run tests/cases/s3_releases.case"},
          .run = run_scenario_run};
}

} // namespace probity::program
