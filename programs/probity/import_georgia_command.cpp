#include "importing.h"
#include "intake/georgia.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_import_georgia(const Arguments& arguments, Terminal& terminal) {
  return run_import(intake::georgia(), arguments, terminal);
}

} // namespace

Command import_georgia_command() {
  static const std::string details =
      std::string("FILE is the full data set of the NIJ Recidivism Forecasting Challenge (Georgia, 2013 to "
                  "2015) as data.ojp.usdoj.gov offers it, plain or gzip. One row is one person. What was "
                  "known at release and what was known only afterwards become different events.") +
      std::string(import_rules);
  return {.name = "import georgia",
          .group = Group::record,
          .summary = "Bring the real parole releases of the NIJ challenge into a ledger",
          .details = details,
          .positionals = import_positionals(),
          .options = import_options(),
          .examples = {"import georgia nij.csv.gz --ledger georgia.ledger",
                       "import georgia nij.csv --ledger georgia.ledger --report import.json"},
          .run = run_import_georgia};
}

} // namespace probity::program
