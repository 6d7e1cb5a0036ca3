#include "command.h"

namespace probity::program {

namespace {

base::Result<ExitStatus> run_version(const Arguments&, Terminal& terminal) {
  if (terminal.json())
    terminal.print(base::json::Value(base::json::Object{{"ok", base::json::Value(true)},
                                                        {"version", base::json::Value(PROBITY_VERSION)}}));
  else
    terminal.out << "probity " PROBITY_VERSION "\n";
  return ExitStatus::good;
}

} // namespace

Command version_command() {
  return {.name = "version",
          .group = Group::program,
          .summary = "Say which version of the program this is",
          .options = {json_option},
          .examples = {"version", "version --json"},
          .run = run_version};
}

} // namespace probity::program
