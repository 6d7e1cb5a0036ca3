// Members of staff and posts: what is recorded of one, and those of a body.
#include "api/handlers.h"
#include "api/problems.h"
#include "api/staff_answers.h"

namespace probity::api {

using http::Request;
using http::Response;
using service::Caller;
using service::Office;

Response staff_list(Office& office, const Request&, const Caller& caller) {
  const auto list = service::staff_list(office, caller);
  return list ? answered(to_json(*list)) : problem(list.error());
}

Response staff_record(Office& office, const Request& request, const Caller& caller) {
  const auto record = service::staff_record(office, caller, id_of<base::StreamId>(request, "staff"));
  return record ? answered(to_json(*record)) : problem(record.error());
}

Response own_staff_record(Office& office, const Request&, const Caller& caller) {
  const auto record = service::own_staff_record(office, caller);
  return record ? answered(to_json(*record)) : problem(record.error());
}

} // namespace probity::api
