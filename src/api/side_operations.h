// The part of `operations` that is about one side of a case.
#pragma once

#include "api/operation.h"

namespace probity::api {

std::vector<Operation> side_operations();

} // namespace probity::api
