// The part of `operations` that is about no one case: releases of a body, the ledger verified.
#pragma once

#include "api/operation.h"

namespace probity::api {

std::vector<Operation> board_operations();

} // namespace probity::api
