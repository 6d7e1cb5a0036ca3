// What commands that append on someone's behalf have in common.
#pragma once

#include "app/statement_issue.h"
#include "command.h"

namespace probity::program {

inline constexpr Option operator_option{.name = "operator",
                                        .value = "ID",
                                        .help =
                                            "who does this: 32 hex digits of a pseudonymous member of staff",
                                        .need = Need::required};
inline constexpr Option recorded_option{
    .name = "recorded",
    .value = "INSTANT",
    .help = "replayed logs only: when it is recorded (default: the last instant of the log)"};

base::Result<ledger::Ledger> open_for_writing(const Arguments& arguments);
base::Result<app::Issuer> issuer_of(const Arguments& arguments, const ledger::Ledger& ledger);

} // namespace probity::program
