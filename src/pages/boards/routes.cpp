#include "pages/boards/routes.h"

#include "pages/boards/pages.h"
#include "pages/staff/signed_in.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using service::Office;

Response releases_of(Office& office, const Reader& reader, service::ReleasesOf whose) {
  const auto releases = service::releases(office, reader.caller, whose);
  if (!releases) return problem(releases.error(), reader);
  return http::html_page(releases_page(*releases, reader));
}

Response show_releases(Office& office, const Request&, const Reader& reader) {
  return releases_of(office, reader, service::ReleasesOf::mine);
}

Response show_team_releases(Office& office, const Request&, const Reader& reader) {
  return releases_of(office, reader, service::ReleasesOf::body);
}

} // namespace

void add_board_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/releases", "see_releases", show_releases);
  routes.add(Method::get, "/releases/team", "see_team_releases", show_team_releases);
}

} // namespace probity::pages
