// The part of the list of operations about members of staff and posts.
#pragma once

#include "api/operation.h"

namespace probity::api {

std::vector<Operation> staff_operations();

} // namespace probity::api
