#include "importing.h"
#include "intake/rossi.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_import_rossi(const Arguments& arguments, Terminal& terminal) {
  return run_import(intake::rossi(), arguments, terminal);
}

} // namespace

Command import_rossi_command() {
  static const std::string details =
      std::string("FILE is the Rossi data (week, arrest, fin, age, race, wexp, mar, paro, prio) that R's "
                  "carData and Python's lifelines offer, plain or gzip. One row is one man released from a "
                  "Maryland prison and followed for 52 weeks.") +
      std::string(import_rules);
  return {.name = "import rossi",
          .group = Group::record,
          .summary = "Bring the 432 men of a real trial of financial aid into a ledger",
          .details = details,
          .positionals = import_positionals(),
          .options = import_options(),
          .examples = {"import rossi rossi.csv.gz --ledger rossi.ledger",
                       "import rossi rossi.csv --ledger rossi.ledger --report import.json"},
          .run = run_import_rossi};
}

} // namespace probity::program
