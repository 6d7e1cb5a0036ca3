#include "api/problems.h"

#include "service/signing_in.h"

namespace probity::api {
namespace {

using base::json::Object;
using base::json::Value;
using http::Method;
using http::Request;
using http::Response;
using http::Status;

Status status_of(const base::Error& error) {
  using base::ErrorCode;
  if (service::is_denial(error)) return Status::forbidden;
  switch (error.code) {
  case ErrorCode::not_found:
    return Status::not_found;
  case ErrorCode::invalid_input:
  case ErrorCode::not_canonical:
  case ErrorCode::unknown_field:
    return Status::bad_request;
  case ErrorCode::too_large:
    return Status::content_too_large;
  case ErrorCode::refused:
    return Status::unprocessable_content;
  case ErrorCode::version_conflict:
  case ErrorCode::id_reused:
    return Status::conflict;
  case ErrorCode::busy:
    return Status::service_unavailable;
  case ErrorCode::unknown_type:
  case ErrorCode::wrong_log:
  case ErrorCode::set_by_server:
  case ErrorCode::recorded_backwards:
  case ErrorCode::bad_correction:
  case ErrorCode::stream_closed:
  case ErrorCode::exists_already:
  case ErrorCode::corrupt:
  case ErrorCode::io:
  case ErrorCode::internal:
    return Status::internal_server_error;
  }
  return Status::internal_server_error;
}

} // namespace

Response answered(const Value& value, Status status) {
  return http::json_text(base::json::write(value), status);
}

Response problem(Status status, std::string_view code, std::string_view title, std::string_view hint) {
  Value out(Object{{"code", Value(code)},
                   {"status", Value(static_cast<std::int64_t>(status))},
                   {"title", Value(title)},
                   {"type", Value("about:blank")}});
  if (!hint.empty()) out.set("detail", Value(hint));
  return http::problem_json(base::json::write(out), status);
}

Response problem(const base::Error& error) {
  const Status status = status_of(error);
  // What went wrong inside is nobody's business outside.
  if (status == Status::internal_server_error)
    return problem(status, "internal", "The service has a problem; nothing was recorded");
  Response out = problem(status, base::name(error.code), error.message, error.hint);
  if (status == Status::service_unavailable) http::ask_again_soon(out);
  return out;
}

// A page of another site can send JSON only after asking, which we never allow; and a browser says where it
// is from.
std::optional<Response> refusal_of(const Request& request) {
  if (http::is_cross_site(request))
    return problem(Status::forbidden, "refused", "This came from another site");
  if (request.method == Method::post && request.media_type() != "application/json")
    return problem(Status::unsupported_media_type, "invalid_input", "The body must be application/json");
  return std::nullopt;
}

} // namespace probity::api
