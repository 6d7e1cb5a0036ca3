#include "pages/fronts/front_routes.h"

#include <algorithm>

#include "pages/fronts/front_pages.h"
#include "pages/staff/signed_in.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using service::Office;

Response show_unpaid_work(Office& office, const Request&, const Reader& reader) {
  const auto board = service::unpaid_work_board(office, reader.caller);
  return board ? http::html_page(unpaid_work_page(*board, reader)) : problem(board.error(), reader);
}

// What is no choice is taken for the first.
void take(std::string& out, std::string_view given, std::span<const std::string_view> choices) {
  if (std::find(choices.begin(), choices.end(), given) != choices.end()) out = given;
}

Response show_outcomes(Office& office, const Request& request, const Reader& reader) {
  service::OutcomesAsked asked;
  take(asked.months, request.query.text("months"), service::outcome_windows);
  take(asked.proof, request.query.text("proof"), service::outcome_proofs);
  take(asked.by, request.query.text("by"), service::outcome_groupings);
  const auto report = service::outcome_figures(office, reader.caller, asked);
  // Without a figure there is still a page: the choices are there to be changed.
  const bool no_figure = !report && report.error().code == base::ErrorCode::refused;
  if (!report && (access::is_denial(report.error()) || !no_figure)) return problem(report.error(), reader);
  return http::html_page(outcome_figures_page(report, asked, reader));
}

Response show_accounts(Office& office, const Request&, const Reader& reader) {
  const auto state = service::service_state(office, reader.caller);
  return state ? http::html_page(accounts_page(*state, reader)) : problem(state.error(), reader);
}

} // namespace

void add_front_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/unpaid-work", "see_unpaid_work", show_unpaid_work);
  routes.add(Method::get, "/outcomes", "see_outcomes", show_outcomes);
  routes.add(Method::get, "/accounts", "see_accounts", show_accounts);
}

} // namespace probity::pages
