// `outcomes --measure arrest`: first arrests, and what a trial's arm made of them.
#pragma once

#include "command.h"
#include "timeline/book.h"

namespace probity::program {

// Reads --within (3y, 52w; all that were followed unless given), --by (sex, age_band, offence_group, arm) and
// --csv. `invalid_input` for options that this measure does not have.
base::Result<ExitStatus> run_arrests(const timeline::Book& book, const Arguments& arguments,
                                     Terminal& terminal);

} // namespace probity::program
