// First pages of roles that hold no case, each a function of what a service answered.
#pragma once

#include "pages/staff/pages.h"
#include "service/outcome_figures.h"
#include "service/service_state.h"
#include "service/unpaid_work_board.h"

namespace probity::pages {

std::string unpaid_work_page(const service::UnpaidWorkBoard& board, const Reader& reader);
// `report`: an error where the record has no such figures.
std::string outcome_figures_page(const base::Result<outcome::Report>& report,
                                 const service::OutcomesAsked& asked, const Reader& reader);
std::string accounts_page(const service::ServiceState& state, const Reader& reader);

} // namespace probity::pages
