// Answers as they are sent: JSON, and problem details (RFC 9457) for what went wrong.
#pragma once

#include <optional>

#include "base/json.h"
#include "base/result.h"
#include "http/request.h"
#include "http/response.h"

namespace probity::api {

http::Response answered(const base::json::Value& value, http::Status status = http::Status::ok);

// `code` for programs, `title` what was wrong, `hint` what to do.
http::Response problem(http::Status status, std::string_view code, std::string_view title,
                       std::string_view hint = {});
// The status by the code of the error; of what went wrong inside, no more than that; with 503 a Retry-After.
http::Response problem(const base::Error& error);

// Of a request that changes something: from another site, or no JSON.
std::optional<http::Response> refusal_of(const http::Request& request);

} // namespace probity::api
