// The rows of an extract that a mapping explains, as a data set that can be imported.
#pragma once

#include <memory>

#include "intake/data_set.h"
#include "intake/mapping.h"

namespace probity::intake {

// The data set is keyed: nobody who holds the ledger without its secret can look for a reference in it. The
// same subject has the same record in every extract of one register; a row that was changed adds events to
// it, and a row that was imported before adds none.
DataSet data_set_of(std::shared_ptr<const Mapping> mapping);

} // namespace probity::intake
