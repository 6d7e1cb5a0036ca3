// A case's state in a few named values: what a screen shows at its head, and what scenarios ask of it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "casework/case_state.h"
#include "casework/policy.h"

namespace probity::casework {

// recall (the latest: "none", "to_answer", "to_decide", the decision with "signed" or "signed_twice", "sent
// KIND", "closed"), harm (the level judged last), escalation (the latest), owner (a practitioner's pseudonym,
// "duty team NAME" or "none"), provider, order, custody, breach (the latest: "none", "review", "to_refer",
// "returned", "referred", "presented", "no_further_action", or its result), and the three counts of failures,
// each by its own name.
std::vector<std::pair<std::string, std::string>> words_of(const CaseState& state, const Policy& policy,
                                                          base::Day on);

} // namespace probity::casework
