// What is done with each request of the API, for `operations`. Each asks one service and writes its answer.
#pragma once

#include "base/json.h"
#include "http/request.h"
#include "http/response.h"
#include "service/office.h"

namespace probity::api {

// --- for anybody
http::Response openapi(service::Office& office, const http::Request& request);
http::Response open_session(service::Office& office, const http::Request& request);
http::Response end_session(service::Office& office, const http::Request& request);

// --- for who is signed in
http::Response account(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response access_log(service::Office& office, const http::Request& request,
                          const service::Caller& caller);
http::Response my_work(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response caseload(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response team_caseload(service::Office& office, const http::Request& request,
                             const service::Caller& caller);
http::Response colleague_caseload(service::Office& office, const http::Request& request,
                                  const service::Caller& caller);
http::Response search(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response one_case(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response record_of(service::Office& office, const http::Request& request,
                         const service::Caller& caller);
http::Response appointment(service::Office& office, const http::Request& request,
                           const service::Caller& caller);
http::Response appointment_notes(service::Office& office, const http::Request& request,
                                 const service::Caller& caller);
http::Response record_outcome(service::Office& office, const http::Request& request,
                              const service::Caller& caller);
http::Response give_command(service::Office& office, const http::Request& request,
                            const service::Caller& caller);
http::Response open_record(service::Office& office, const http::Request& request,
                           const service::Caller& caller);
http::Response releases(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response team_releases(service::Office& office, const http::Request& request,
                             const service::Caller& caller);
http::Response departures(service::Office& office, const http::Request& request,
                          const service::Caller& caller);
http::Response workload(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response allocation(service::Office& office, const http::Request& request,
                          const service::Caller& caller);
http::Response verification(service::Office& office, const http::Request& request,
                            const service::Caller& caller);
http::Response begin_verification(service::Office& office, const http::Request& request,
                                  const service::Caller& caller);
http::Response event_proof(service::Office& office, const http::Request& request,
                           const service::Caller& caller);
http::Response commands_about(service::Office& office, const http::Request& request,
                              const service::Caller& caller);
http::Response command_asked(service::Office& office, const http::Request& request,
                             const service::Caller& caller);
http::Response contracts(service::Office& office, const http::Request& request,
                         const service::Caller& caller);
http::Response statement(service::Office& office, const http::Request& request,
                         const service::Caller& caller);
http::Response statement_changes(service::Office& office, const http::Request& request,
                                 const service::Caller& caller);
http::Response statement_line(service::Office& office, const http::Request& request,
                              const service::Caller& caller);
http::Response statement_record(service::Office& office, const http::Request& request,
                                const service::Caller& caller);

// --- sides of a case
http::Response contacts(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response enforcement(service::Office& office, const http::Request& request,
                           const service::Caller& caller);
http::Response failure_letter(service::Office& office, const http::Request& request,
                              const service::Caller& caller);
http::Response risk(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response plans(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response plan_twins(service::Office& office, const http::Request& request,
                          const service::Caller& caller);
http::Response court_reports(service::Office& office, const http::Request& request,
                             const service::Caller& caller);
http::Response further_offences(service::Office& office, const http::Request& request,
                                const service::Caller& caller);
http::Response review_pack(service::Office& office, const http::Request& request,
                           const service::Caller& caller);

// --- members of staff and posts
http::Response staff_list(service::Office& office, const http::Request& request,
                          const service::Caller& caller);
http::Response staff_record(service::Office& office, const http::Request& request,
                            const service::Caller& caller);
http::Response own_staff_record(service::Office& office, const http::Request& request,
                                const service::Caller& caller);
http::Response give_staff_command(service::Office& office, const http::Request& request,
                                  const service::Caller& caller);
http::Response make_post(service::Office& office, const http::Request& request,
                         const service::Caller& caller);
http::Response commands_about_staff(service::Office& office, const http::Request& request,
                                    const service::Caller& caller);
http::Response staff_command_asked(service::Office& office, const http::Request& request,
                                   const service::Caller& caller);

http::Response copy_of(service::Office& office, const http::Request& request, const service::Caller& caller);
http::Response doubles(service::Office& office, const http::Request& request, const service::Caller& caller);

// --- parts of requests
// A member that is a text; empty when there is none.
std::string text_of(const base::json::Value& body, std::string_view name);
// An object whose members are texts with these names, no others.
base::Result<base::json::Value> body_of(const http::Request& request,
                                        std::initializer_list<std::string_view> names);

} // namespace probity::api
