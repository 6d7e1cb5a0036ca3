// Pages for contract managers, each a function of what a service answered.
#pragma once

#include "pages/staff/waiting_page.h"
#include "service/statement_changes.h"
#include "service/statements.h"

namespace probity::pages {

std::string contracts_page(const service::ContractsShown& shown, const Reader& reader);

// While a statement is computed.
Waiting settling_page(const service::StatementAsked& asked);

struct StatementForm {
  std::string known; // as typed
  std::string error;
};
std::string settled_page(const service::Settled& settled, const StatementForm& form, const Reader& reader);

std::string changes_page(const service::StatementChanges& changes, const Reader& reader);

std::string line_page(const service::LineShown& line, const Reader& reader);
std::string record_behind_page(const service::LineShown& line, const service::RecordBehind& record,
                               const Reader& reader);
// `event`: its index; one of the record's.
std::string event_behind_page(const service::LineShown& line, const service::RecordBehind& record,
                              const service::ShownEvent& event, const Reader& reader);

} // namespace probity::pages
