// What the outcomes command asks for, and how it is printed.
#pragma once

#include "outcome/report.h"
#include "settlement_options.h"

namespace probity::program {

// From --measure, --within, --cohort, --by, --proof, --index, --provider and --public.
base::Result<outcome::ReportRequest> report_request(const Arguments& arguments);
// The options that give the same figures again, without --ledger.
std::string command_line(const Arguments& arguments);
void print_report(const outcome::Report& report, Terminal& terminal);

} // namespace probity::program
