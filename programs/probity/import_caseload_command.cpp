#include "app/files.h"
#include "importing.h"
#include "intake/mapped_rows.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_import_caseload(const Arguments& arguments, Terminal& terminal) {
  const std::string& file = arguments.text("mapping");
  PROBITY_ASSIGN(const std::string text, app::read_file(file));
  PROBITY_ASSIGN(intake::Mapping mapping, intake::read_mapping(text, file));
  const auto kept = std::make_shared<const intake::Mapping>(std::move(mapping));
  return run_import(intake::data_set_of(kept), arguments, terminal);
}

} // namespace

Command import_caseload_command() {
  static const std::vector<Option> options = [] {
    std::vector<Option> out = import_options();
    out.insert(out.begin(), {.name = "mapping",
                             .value = "FILE",
                             .help = "the TOML file that says which column stands for what",
                             .need = Need::required});
    return out;
  }();
  return {.name = "import caseload",
          .group = Group::record,
          .summary = "Bring people or staff from another system's extract into a ledger",
          .details = "FILE is an extract as CSV, plain or gzip; the mapping says what its columns mean "
                     "(docs/import-caseload.md; mappings/ has some). References and staff codes are not "
                     "kept in the open: records are named under a key of the ledger, the same in every "
                     "extract of one register. Rows that the mapping does not understand are refused and "
                     "named, all others stored, and storing them again adds nothing. The ledger must be "
                     "there (probity init). Exit status 1 when a row was refused.",
          .positionals = import_positionals(),
          .options = options,
          .examples = {"import caseload flag_upw.csv --mapping mappings/wmt-flagged-cases.toml --ledger "
                       "area.ledger --dry-run",
                       "import caseload flag_upw.csv --mapping mappings/wmt-flagged-cases.toml --ledger "
                       "area.ledger"},
          .run = run_import_caseload};
}

} // namespace probity::program
