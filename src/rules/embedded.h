// The rule files that the build puts into the program (cmake/embed.cmake), sorted by name.
#pragma once

#include <span>

#include "rules/register.h"

namespace probity::rules {

std::span<const RuleFile> england_wales_files();

} // namespace probity::rules
