// The import of Iowa's releases under its own name: app/row_import.h with that data set.
#pragma once

#include "app/row_import.h"
#include "intake/iowa.h"

namespace probity::app {

inline base::Result<RowSurvey> survey_iowa(const std::string& file, const RowProgress& progress = {}) {
  return survey_rows(intake::iowa(), file, progress);
}
inline base::Result<RowImport> import_iowa(ledger::Ledger& ledger, const std::string& file,
                                           const RowSurvey& survey, base::Instant at,
                                           const RowProgress& progress = {}) {
  return import_rows(intake::iowa(), ledger, file, survey, at, progress);
}
inline ledger::CreateOptions iowa_ledger(base::Instant opened) {
  return import_ledger(intake::iowa(), opened);
}

} // namespace probity::app
