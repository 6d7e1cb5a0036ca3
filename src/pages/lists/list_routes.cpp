#include "pages/lists/list_routes.h"

#include "asked/access_log.h"
#include "asked/caseload.h"
#include "pages/lists/list_files.h"
#include "pages/staff/signed_in.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using service::Office;

Response file(std::string rows, std::string_view name) {
  Response out;
  out.set_header("Content-Type", "text/csv; charset=utf-8; header=present");
  out.set_header("Content-Disposition", "attachment; filename=\"" + std::string(name) + ".csv\"");
  out.body = std::move(rows);
  return out;
}

template <class Shown, class Write>
Response file_of(const base::Result<Shown>& shown, const Reader& reader, Write write, std::string_view name) {
  return shown ? file(write(*shown), name) : problem(shown.error(), reader);
}

Response caseload_of(Office& office, const Request& request, const Reader& reader, service::Whose whose) {
  service::CaseloadAsked asked = asked::caseload(request, whose).asked;
  asked.whole = true;
  return file_of(service::caseload(office, reader.caller, asked), reader, caseload_file, "caseload");
}

Response own_caseload(Office& office, const Request& request, const Reader& reader) {
  return caseload_of(office, request, reader, service::Whose::mine);
}

Response team_caseload(Office& office, const Request& request, const Reader& reader) {
  return caseload_of(office, request, reader, service::Whose::body);
}

Response colleague_caseload(Office& office, const Request& request, const Reader& reader) {
  return caseload_of(office, request, reader, service::Whose::colleague);
}

Response own_releases(Office& office, const Request&, const Reader& reader) {
  return file_of(service::releases(office, reader.caller, service::ReleasesOf::mine), reader, releases_file,
                 "releases");
}

Response team_releases(Office& office, const Request&, const Reader& reader) {
  return file_of(service::releases(office, reader.caller, service::ReleasesOf::body), reader, releases_file,
                 "releases");
}

Response workload_rows(Office& office, const Request&, const Reader& reader) {
  return file_of(service::workload(office, reader.caller), reader, workload_file, "workload");
}

Response access_rows(Office& office, const Request& request, const Reader& reader) {
  const auto asked = asked::access_log(request.query);
  if (!asked) return problem(asked.error(), reader);
  return file_of(service::access_record(office, reader.caller, *asked), reader, access_log_file,
                 "access-log");
}

} // namespace

void add_list_files(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/caseload.csv", "see_work", own_caseload);
  routes.add(Method::get, "/caseload/team.csv", "see_team", team_caseload);
  routes.add(Method::get, "/caseload/{staff:hex32}/caseload.csv", "see_team", colleague_caseload);
  routes.add(Method::get, "/releases.csv", "see_releases", own_releases);
  routes.add(Method::get, "/releases/team.csv", "see_team_releases", team_releases);
  routes.add(Method::get, "/workload.csv", "see_workload", workload_rows);
  routes.add(Method::get, "/access-log.csv", "see_access_log", access_rows);
}

} // namespace probity::pages
