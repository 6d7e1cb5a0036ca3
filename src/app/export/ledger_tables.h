// The facts of a ledger at one size as tables: streams, events, the entities that events name, the members of
// their lists, and for each event type the facts as they stand. Nothing sealed is among them: facts alone are
// read.
#pragma once

#include <vector>

#include "app/export/table.h"
#include "ledger/ledger.h"
#include "timeline/book.h"

namespace probity::app {

// Of `book`, loaded from `ledger`; both must outlive the tables. Types without events are left out.
std::vector<Table> ledger_tables(const ledger::Ledger& ledger, const timeline::Book& book);

} // namespace probity::app
