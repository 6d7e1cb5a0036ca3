// A data set that is not ours to commit, imported whole into a ledger that goes with its folder.
#pragma once

#include <string>

#include "app/row_import.h"
#include "record/vocabulary.h"
#include "service/book_loader.h"
#include "support/temporary_directory.h"

namespace probity::support {

// Recorded from the first day on which the data set can have been known. What cannot be imported stops the
// test.
inline ledger::Ledger imported_log(const intake::DataSet& set, const std::string& path,
                                   const TemporaryDirectory& folder) {
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  const app::RowSurvey survey = app::survey_rows(set, path).value();
  const base::Instant at = base::Zone::named(set.zone)->start_of(survey.known_from.value());
  auto log =
      std::move(*ledger::Ledger::create(folder / "imported.ledger", app::import_ledger(set, at), open));
  PROBITY_ENSURE(app::import_rows(set, log, path, survey, at).has_value());
  return log;
}

inline timeline::Book imported_book(const intake::DataSet& set, const std::string& path) {
  const TemporaryDirectory folder;
  return service::load_book(imported_log(set, path, folder), {}).value();
}

} // namespace probity::support
