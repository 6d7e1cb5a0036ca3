// The part of `operations` that first pages of roles that hold no case have a twin in.
#pragma once

#include "api/operation.h"

namespace probity::api {

std::vector<Operation> front_operations();

} // namespace probity::api
