// One rule file into rows. Internal to rules/.
#pragma once

#include <vector>

#include "rules/register.h"

namespace probity::rules {

base::Result<std::vector<Row>> read_rows(const RuleFile& file);

} // namespace probity::rules
