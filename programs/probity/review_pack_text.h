// A review pack in words.
#pragma once

#include "service/sides/review_pack.h"
#include "terminal.h"

namespace probity::program {

void print_review_pack(const service::WholePack& whole, const base::Zone& zone, Terminal& terminal);

} // namespace probity::program
