#include "importing.h"
#include "intake/iowa.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_import_iowa(const Arguments& arguments, Terminal& terminal) {
  return run_import(intake::iowa(), arguments, terminal);
}

} // namespace

Command import_iowa_command() {
  static const std::string details =
      std::string("FILE is \"3-Year Recidivism for Offenders Released from Prison in Iowa\" as data.iowa.gov "
                  "offers it, plain or gzip. One row is one release.") +
      std::string(import_rules);
  return {.name = "import iowa",
          .group = Group::record,
          .summary = "Bring the 26,020 real prison releases of Iowa into a ledger",
          .details = details,
          .positionals = import_positionals(),
          .options = import_options(),
          .examples = {"import iowa recidivism.csv.gz --ledger iowa.ledger",
                       "import iowa recidivism.csv --ledger iowa.ledger --report import.json"},
          .run = run_import_iowa};
}

} // namespace probity::program
