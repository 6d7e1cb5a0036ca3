// From a parsed head to a request, or the status that refuses it: what RFC 9112 asks of a server and Beast
// leaves to its user (Host, transfer codings, Expect, methods), and what this service decides.
#pragma once

#include "http/limits.h"
#include "http/request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace probity::http {

struct ParsedHead {
  std::string method;
  std::string target;
  unsigned version = 11; // 10 or 11
  Fields fields;
  std::string peer_address; // numeric, of the socket
};

struct Surroundings {
  std::vector<std::string> hosts;           // see ServerSettings
  std::vector<std::string> trusted_proxies; // see ServerSettings
  std::size_t body_bytes = 0;               // limit
};

struct CheckedHead {
  Request request;               // without body and form
  bool has_body = false;         // a length above 0, or chunks, follow
  bool wants_continue = false;   // waits for "100 Continue" before it sends the body
  bool keeps_connection = false; // HTTP/1.1 without "Connection: close"
};

// 400  no Host, two, or a malformed one; both a length and a transfer coding; two lengths or a malformed one;
// a transfer
//      coding in HTTP/1.0; a body with GET, HEAD, DELETE or OPTIONS; a target that `decode_target` refuses
// 411  POST, PUT or PATCH without a length and not in chunks
// 413  a length above the limit
// 417  an expectation other than 100-continue
// 421  a host that is not ours
// 501  a method that is not served (TRACE and CONNECT too); a transfer coding other than chunked
// `refused` is set in place of a result.
std::optional<CheckedHead> check_head(const ParsedHead& head, const Surroundings& surroundings,
                                      Status& refused);

// The client of a request: the last address of X-Forwarded-For that is no trusted proxy, when the peer is
// one; else the peer. An address that is malformed ends the search, and the peer is what is known.
std::string client_address(const ParsedHead& head, const std::vector<std::string>& trusted_proxies);

} // namespace probity::http
