// What a file of views was made from, compared with what is there now.
#pragma once

#include "casework/policy.h"
#include "ledger/ledger.h"
#include "views/views_file.h"

namespace probity::service {

// Of the sources of vocabulary and folds, the rules, the zone and the readings: other rows may follow from
// another.
base::Digest view_definition(const base::Zone& zone, const casework::Readings& readings);

// The root that the ledger had at a size, without reading its events where a checkpoint says it.
base::Result<base::Digest> root_of(const ledger::Ledger& ledger, std::uint64_t size);

// `refused`, saying what is different, when the rows are not of this program and this ledger.
base::Result<void> check_stamp(const views::Stamp& stamp, const base::Digest& definition,
                               const ledger::Ledger& ledger);

} // namespace probity::service
