// What every `import NAME` command does: checks the file, opens or makes the ledger, imports, reports.
#pragma once

#include "command.h"
#include "intake/data_set.h"

namespace probity::program {

base::Result<ExitStatus> run_import(const intake::DataSet& data_set, const Arguments& arguments,
                                    Terminal& terminal);

// Their FILE and their options.
std::vector<Positional> import_positionals();
std::vector<Option> import_options();
// What is true of all of them, after what the data set is.
inline constexpr std::string_view import_rules =
    " Rows that contradict themselves are refused and named; all others are stored, and storing them again "
    "adds nothing. A ledger that does not exist is made: a replayed log, recorded at the first instant at "
    "which the whole file could be known. Exit status 1 when a row was refused.";

} // namespace probity::program
