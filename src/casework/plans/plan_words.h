// Plans in a few named values, for `words_of`.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "casework/plans/plan_state.h"

namespace probity::casework {

// Of the sentence plan `plan`, `plan_timing`, `plan_content`, of the plan for release the same under
// `resettlement_…`, each of the latest of its kind. Where it is: "none", "draft", "withdrawn", "filed",
// "returned", "signed_off", "to_replace", "ended". In time: "on_time", "late", "no_clock", "not_filed".
// Content: "sound", what the check found ("blank, near_copy"), "not_checked".
void add_plan_words(std::vector<std::pair<std::string, std::string>>& words, const PlanState& plans);

} // namespace probity::casework
