#include "http/head_check.h"

#include "base/result.h"
#include "http/cookies.h"
#include "http/encoding.h"

#include <algorithm>
#include <charconv>

namespace probity::http {

namespace {

std::vector<std::string_view> list_items(const std::vector<std::string_view>& fields) {
  std::vector<std::string_view> items;
  for (std::string_view rest : fields) {
    while (!rest.empty()) {
      std::string_view item = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), item.size() + 1));
      const std::size_t from = item.find_first_not_of(" \t");
      if (from == std::string_view::npos) continue;
      items.push_back(item.substr(from, item.find_last_not_of(" \t") - from + 1));
    }
  }
  return items;
}

bool names_option(const Fields& fields, std::string_view field, std::string_view option) {
  const auto items = list_items(fields.all(field));
  return std::any_of(items.begin(), items.end(),
                     [&](std::string_view item) { return same_without_case(item, option); });
}

bool is_trusted(std::string_view address, const std::vector<std::string>& trusted_proxies) {
  return std::find(trusted_proxies.begin(), trusted_proxies.end(), address) != trusted_proxies.end();
}

bool is_address(std::string_view text) {
  return !text.empty() && text.size() <= 45 &&
         text.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos &&
         text.find_first_of(".:") != std::string_view::npos;
}

// The name of "name", "name:port", "[address]:port"; nothing when it is spelt otherwise.
std::optional<std::string_view> host_name(std::string_view host) {
  const std::size_t bracket = host.starts_with('[') ? host.find(']') : std::string_view::npos;
  if (host.starts_with('[') && bracket == std::string_view::npos) return std::nullopt;
  const std::size_t colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  const std::string_view name = host.substr(0, colon);
  if (bracket != std::string_view::npos && bracket + 1 != name.size()) return std::nullopt;
  const std::string_view allowed = bracket == std::string_view::npos
                                       ? "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"
                                       : "[]0123456789abcdefABCDEF.:";
  if (name.empty() || name.find_first_not_of(allowed) != std::string_view::npos) return std::nullopt;
  if (colon == std::string_view::npos) return name;
  const std::string_view port = host.substr(colon + 1);
  if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return name;
}

struct Framing {
  std::uint64_t length = 0;
  bool has_length = false;
  bool is_chunked = false;
};

std::optional<Status> read_framing(const ParsedHead& head, std::uint64_t limit, Framing& framing) {
  const auto lengths = head.fields.all("Content-Length");
  const auto codings = head.fields.all("Transfer-Encoding");
  if (!codings.empty()) {
    if (!lengths.empty() || head.version < 11 || codings.size() > 1) return Status::bad_request;
    if (!same_without_case(codings[0], "chunked")) return Status::not_implemented;
    framing.is_chunked = true;
    return std::nullopt;
  }
  if (lengths.empty()) return std::nullopt;
  const std::string_view text = lengths[0];
  if (lengths.size() > 1 || text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos)
    return Status::bad_request;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), framing.length);
  if (read.ec != std::errc() || framing.length > limit) return Status::content_too_large;
  framing.has_length = true;
  return std::nullopt;
}

bool may_have_body(Method method) {
  return method == Method::post || method == Method::put || method == Method::patch;
}

// The host and the rest of "http://host/path?query"; the field Host is then passed over (RFC 9112, 3.2.2).
bool split_absolute(std::string_view target, std::string_view& host, std::string_view& rest) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!same_without_case(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(scheme.size());
    host = target.substr(0, target.find_first_of("/?"));
    rest = target.substr(host.size());
    return true;
  }
  return false;
}

std::optional<Status> read_target(const ParsedHead& head, Request& request) {
  if (request.method == Method::options && head.target == "*") {
    request.path = "*";
    return std::nullopt;
  }
  std::string_view host;
  std::string_view rest = head.target;
  std::string with_slash;
  if (split_absolute(head.target, host, rest)) {
    request.host = host;
    if (!rest.starts_with('/')) {
      with_slash = "/" + std::string(rest);
      rest = with_slash;
    }
  }
  auto target = decode_target(rest);
  if (!target) return Status::bad_request;
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  return std::nullopt;
}

std::optional<Status> fill(const ParsedHead& head, const Surroundings& surroundings, CheckedHead& checked) {
  Request& request = checked.request;
  const auto method = method_of(head.method);
  if (!method) return Status::not_implemented;
  request.method = *method;

  const auto hosts = head.fields.all("Host");
  if (hosts.size() != 1) return Status::bad_request;
  request.host = hosts[0];
  if (!host_name(request.host)) return Status::bad_request;

  Framing framing;
  if (const auto fault = read_framing(head, surroundings.body_bytes, framing)) return fault;
  checked.has_body = framing.is_chunked || framing.length > 0;
  if (checked.has_body && !may_have_body(*method)) return Status::bad_request;
  if (may_have_body(*method) && !framing.has_length && !framing.is_chunked) return Status::length_required;

  if (const auto fault = read_target(head, request)) return fault;
  const auto name = host_name(request.host);
  if (!name) return Status::bad_request;
  if (std::none_of(surroundings.hosts.begin(), surroundings.hosts.end(),
                   [&](const std::string& ours) { return same_without_case(ours, *name); }))
    return Status::misdirected_request;

  const auto expectations = head.fields.all("Expect");
  if (!expectations.empty()) {
    if (expectations.size() > 1 || !same_without_case(expectations[0], "100-continue"))
      return Status::expectation_failed;
    checked.wants_continue = checked.has_body && head.version >= 11;
  }
  checked.keeps_connection = head.version >= 11 && !names_option(head.fields, "Connection", "close");

  const auto cookies = head.fields.all("Cookie");
  std::string all_cookies;
  for (const std::string_view field : cookies)
    all_cookies += (all_cookies.empty() ? "" : "; ") + std::string(field);
  request.cookies = parse_cookies(all_cookies);
  request.client_address = client_address(head, surroundings.trusted_proxies);
  if (is_trusted(head.peer_address, surroundings.trusted_proxies)) {
    const auto schemes = head.fields.all("X-Forwarded-Proto");
    request.secure = schemes.size() == 1 && schemes[0] == "https";
  }
  request.headers = head.fields;
  return std::nullopt;
}

} // namespace

std::optional<CheckedHead> check_head(const ParsedHead& head, const Surroundings& surroundings,
                                      Status& refused) {
  CheckedHead checked;
  const auto fault = fill(head, surroundings, checked);
  if (!fault) return checked;
  refused = *fault;
  return std::nullopt;
}

std::string client_address(const ParsedHead& head, const std::vector<std::string>& trusted_proxies) {
  std::string client = head.peer_address;
  const auto hops = list_items(head.fields.all("X-Forwarded-For"));
  for (auto hop = hops.rbegin(); hop != hops.rend() && is_trusted(client, trusted_proxies); ++hop) {
    if (!is_address(*hop)) break;
    client = std::string(*hop);
  }
  return client;
}

} // namespace probity::http
