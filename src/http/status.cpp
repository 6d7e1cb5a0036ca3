#include "http/status.h"

#include <array>
#include <utility>

namespace probity::http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> methods{{
    {Method::get, "GET"},
    {Method::head, "HEAD"},
    {Method::post, "POST"},
    {Method::put, "PUT"},
    {Method::patch, "PATCH"},
    {Method::remove, "DELETE"},
    {Method::options, "OPTIONS"},
}};

} // namespace

std::string_view name(Method method) {
  return methods[static_cast<std::size_t>(method)].second;
}

std::optional<Method> method_of(std::string_view name) {
  for (const auto& [method, spelling] : methods)
    if (spelling == name) return method;
  return std::nullopt;
}

bool is_safe(Method method) {
  return method == Method::get || method == Method::head || method == Method::options;
}

std::string_view reason(Status status) {
  switch (status) {
  case Status::ok:
    return "OK";
  case Status::created:
    return "Created";
  case Status::accepted:
    return "Accepted";
  case Status::no_content:
    return "No Content";
  case Status::see_other:
    return "See Other";
  case Status::not_modified:
    return "Not Modified";
  case Status::bad_request:
    return "Bad Request";
  case Status::unauthorized:
    return "Unauthorized";
  case Status::forbidden:
    return "Forbidden";
  case Status::not_found:
    return "Not Found";
  case Status::method_not_allowed:
    return "Method Not Allowed";
  case Status::not_acceptable:
    return "Not Acceptable";
  case Status::request_timeout:
    return "Request Timeout";
  case Status::conflict:
    return "Conflict";
  case Status::gone:
    return "Gone";
  case Status::length_required:
    return "Length Required";
  case Status::precondition_failed:
    return "Precondition Failed";
  case Status::content_too_large:
    return "Content Too Large";
  case Status::uri_too_long:
    return "URI Too Long";
  case Status::unsupported_media_type:
    return "Unsupported Media Type";
  case Status::expectation_failed:
    return "Expectation Failed";
  case Status::misdirected_request:
    return "Misdirected Request";
  case Status::unprocessable_content:
    return "Unprocessable Content";
  case Status::too_many_requests:
    return "Too Many Requests";
  case Status::header_fields_too_large:
    return "Request Header Fields Too Large";
  case Status::internal_server_error:
    return "Internal Server Error";
  case Status::not_implemented:
    return "Not Implemented";
  case Status::service_unavailable:
    return "Service Unavailable";
  case Status::version_not_supported:
    return "HTTP Version Not Supported";
  }
  return "Unknown";
}

} // namespace probity::http
