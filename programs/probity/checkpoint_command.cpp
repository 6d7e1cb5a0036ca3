#include "app/files.h"
#include "command.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Value;

base::Result<ExitStatus> run_checkpoint(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const std::string note, ledger.checkpoint());
  PROBITY_ASSIGN(const std::string key, ledger.verification_key());
  if (arguments.has("output")) PROBITY_TRY(app::write_file(arguments.text("output"), note));
  if (terminal.json()) {
    terminal.print(Value(base::json::Object{{"note", Value(note)},
                                            {"ok", Value(true)},
                                            {"origin", Value(ledger.constants().origin)},
                                            {"root", Value(ledger.root().hex())},
                                            {"size", Value(static_cast<std::int64_t>(ledger.size()))},
                                            {"verification_key", Value(key)}}));
    return ExitStatus::good;
  }
  if (arguments.has("key"))
    terminal.out << key << "\n";
  else if (arguments.has("output"))
    terminal.out << "The checkpoint at size " << ledger.size() << " is in " << arguments.text("output")
                 << ". Keep it where the ledger is not.\n";
  else
    terminal.out << note;
  return ExitStatus::good;
}

} // namespace

Command checkpoint_command() {
  return {.name = "checkpoint",
          .group = Group::record,
          .summary = "Print the newest signed checkpoint, to be kept elsewhere",
          .details =
              "A checkpoint is a short signed note of the log's name, size and root (C2SP signed note). "
              "Whoever keeps one can later prove with `verify --against` that nothing it covers was "
              "changed: hand it to the commissioner, the inspectorate and the other party.",
          .options = {ledger_option,
                      {.name = "output", .value = "FILE", .help = "write the note to a file"},
                      {.name = "key", .help = "print the log's verification key instead of the note"},
                      json_option},
          .examples = {"checkpoint --ledger area.ledger --output checkpoint-2016-04-30.txt",
                       "checkpoint --ledger area.ledger --key"},
          .run = run_checkpoint};
}

} // namespace probity::program
