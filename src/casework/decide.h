// Decisions: a command, the state of the case, the rules and the day give events, or a refusal that names the
// rule. Nothing is read from a clock, a file or a generator of numbers.
#pragma once

#include <optional>
#include <vector>

#include "casework/case_state.h"
#include "casework/command.h"
#include "casework/plans/plan_check.h"
#include "casework/policy.h"
#include "casework/workforce/caseload.h"

namespace probity::casework {

struct Obligation;

// What a decision goes by beside the case; all must outlive it.
struct Circumstances {
  const Policy& policy;
  const rules::WorkingDays& working_days;
  const base::Zone& zone;
  // Filed plans of everybody, for a plan that is filed or reviewed; nullptr: it is compared with none, and
  // says so.
  const PlanShelf* shelf = nullptr;
  // Under which the text of a plan is fingerprinted; nothing: no text can be taken.
  std::optional<base::Digest> text_key = std::nullopt;
  // The staff and what they carry, for a case that is given to a practitioner; nullptr: nothing is known of
  // them, and nothing is recorded of it.
  const Workforce* workforce = nullptr;
  const Caseloads* caseloads = nullptr;
  // What is owed of the person now, for a transfer, which says what crosses; nullptr: it does not say.
  const std::vector<Obligation>* owed = nullptr;
};

// The events that the command makes, ready to be appended as one submission: their ids come from the
// command's, so that the same command sent again makes the same. A command whose events the state holds
// already gives none. `refused` names the rule that is in the way and what may be done instead; `not_found`
// what the case does not have.
base::Result<std::vector<base::json::Value>> decide(const CaseState& state, const Command& command,
                                                    const Circumstances& circumstances);

} // namespace probity::casework
