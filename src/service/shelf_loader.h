// Everybody's filed plans from the ledger, for the comparison of a plan with those of others.
#pragma once

#include "casework/plans/plan_check.h"
#include "ledger/ledger.h"

namespace probity::service {

// As `casework::shelf_of` makes it of the whole book; reads only the records that hold plans, and those that
// are joined with others.
base::Result<casework::PlanShelf> load_shelf(const ledger::Ledger& ledger);

} // namespace probity::service
