// The sides of a case: enforcement, risk, plans, reports before sentence, serious further offences.
#include "api/answers.h"
#include "api/handlers.h"
#include "api/json_parts.h"
#include "api/problems.h"
#include "api/side_answers.h"
#include "asked/contact_log.h"
#include "asked/review_pack.h"

namespace probity::api {

using http::Request;
using http::Response;
using service::Caller;
using service::Office;

namespace {

// What a service answers about the person of the path.
template <class Ask>
Response about_case(Office& office, const Request& request, const Caller& caller, Ask ask) {
  const auto shown = ask(office, caller, id_of<base::StreamId>(request, "case"));
  return shown ? answered(to_json(*shown)) : problem(shown.error());
}

} // namespace

Response enforcement(Office& office, const Request& request, const Caller& caller) {
  return about_case(office, request, caller, service::enforcement_of);
}

Response contacts(Office& office, const Request& request, const Caller& caller) {
  const auto asked = asked::contacts(request.query);
  if (!asked) return problem(asked.error());
  const auto log = service::contact_log(office, caller, id_of<base::StreamId>(request, "case"), *asked);
  return log ? answered(to_json(*log)) : problem(log.error());
}

Response failure_letter(Office& office, const Request& request, const Caller& caller) {
  const auto letter = service::failure_letter(office, caller, id_of<base::StreamId>(request, "case"),
                                              id_of<base::EntityId>(request, "appointment"));
  return letter ? answered(to_json(*letter)) : problem(letter.error());
}

Response risk(Office& office, const Request& request, const Caller& caller) {
  return about_case(office, request, caller, service::risk_of);
}

Response plans(Office& office, const Request& request, const Caller& caller) {
  return about_case(office, request, caller, service::plans_of);
}

Response plan_twins(Office& office, const Request& request, const Caller& caller) {
  const auto twins = service::plan_twins(office, caller, id_of<base::StreamId>(request, "case"),
                                         id_of<base::EntityId>(request, "plan"));
  return twins ? answered(to_json(*twins)) : problem(twins.error());
}

Response court_reports(Office& office, const Request& request, const Caller& caller) {
  return about_case(office, request, caller, service::court_reports_of);
}

Response further_offences(Office& office, const Request& request, const Caller& caller) {
  return about_case(office, request, caller, service::further_offences_of);
}

Response review_pack(Office& office, const Request& request, const Caller& caller) {
  const auto shown = service::review_pack(office, caller, asked::review_pack(request));
  if (!shown) return problem(shown.error());
  if (const auto* still = std::get_if<service::StillComputing>(&shown->pack))
    return answered(to_json(*still), http::Status::accepted);
  return answered(to_json(*shown));
}

} // namespace probity::api
