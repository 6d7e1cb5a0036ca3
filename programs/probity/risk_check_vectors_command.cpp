#include "app/vector_file.h"
#include "command.h"

namespace probity::program {
namespace {

using base::json::Value;

constexpr std::size_t most_failures_shown = 20;

Value failures_json(const risk::VectorCheck& check) {
  base::json::Array out;
  for (const risk::VectorFailure& failure : check.failures)
    out.push_back(Value(base::json::Object{{"column", Value(failure.column)},
                                           {"expected", Value(failure.expected)},
                                           {"got", Value(failure.got)},
                                           {"id", Value(failure.id)},
                                           {"line", Value(static_cast<std::int64_t>(failure.line))}}));
  return Value(std::move(out));
}

std::string shown(const std::string& text) {
  return text.empty() ? "no result" : text;
}

base::Result<ExitStatus> run_risk_check_vectors(const Arguments& arguments, Terminal& terminal) {
  const std::string& path = arguments.text("file");
  PROBITY_ASSIGN(const risk::VectorFile file, app::read_vector_file(path));
  auto checked = risk::check_vectors(file);
  if (!checked) return tl::unexpected(std::move(checked.error()).at(path));
  const ExitStatus status = checked->failed == 0 ? ExitStatus::good : ExitStatus::finding;
  if (terminal.json()) {
    terminal.print(Value(base::json::Object{{"algorithm", Value(file.algorithm)},
                                            {"failed", Value(static_cast<std::int64_t>(checked->failed))},
                                            {"failures", failures_json(*checked)},
                                            {"ok", Value(checked->failed == 0)},
                                            {"passed", Value(static_cast<std::int64_t>(checked->passed))}}));
    return status;
  }
  terminal.out << file.algorithm << ": " << checked->passed << " of " << file.rows.size()
               << " rows as expected";
  terminal.out << (checked->failed == 0 ? ".\n" : ", " + std::to_string(checked->failed) + " not:\n");
  std::size_t left = most_failures_shown;
  for (const risk::VectorFailure& failure : checked->failures) {
    if (left-- == 0) {
      terminal.out << "  … and " << checked->failures.size() - most_failures_shown
                   << " more (--json gives all)\n";
      break;
    }
    terminal.out << "  " << failure.id << " (line " << failure.line << ") " << failure.column << ": expected "
                 << shown(failure.expected) << ", got " << shown(failure.got) << "\n";
  }
  return status;
}

} // namespace

Command risk_check_vectors_command() {
  return {.name = "risk check-vectors",
          .group = Group::account,
          .summary = "Hold an instrument to a file of published vectors",
          .details =
              "The file's name says which algorithm is meant (ogrs3.csv), its columns are the inputs of the "
              "instrument and what is expected. Blank cells are not given, blank expectations not asserted. "
              "A file that is not understood is refused whole, with line and column.",
          .positionals = {{.name = "file", .help = "the vectors, as CSV"}},
          .options = {json_option},
          .examples = {"risk check-vectors vectors/ogrs3.csv", "risk check-vectors vectors/mst.csv --json"},
          .run = run_risk_check_vectors};
}

} // namespace probity::program
