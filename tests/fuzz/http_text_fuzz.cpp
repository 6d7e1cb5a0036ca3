// Forms, paths, cookies and lists in header fields: what is read has one meaning, and is read again from how
// we write it.
#include "base/result.h"
#include "fuzz/fuzz_text.h"
#include "http/cookies.h"
#include "http/encoding.h"
#include "http/gzip.h"
#include "http/request.h"
#include "http/response.h"
#include "http/router.h"

#include <string>

using namespace probity;

namespace {

void try_path(std::string_view text) {
  const auto path = http::decode_path(text);
  if (!path) return;
  PROBITY_ENSURE(path->starts_with('/'));
  PROBITY_ENSURE(path->find("//") == std::string::npos);
  std::string spelt;
  for (std::string_view rest = *path; !rest.empty();) {
    rest.remove_prefix(1);
    const std::string_view part = rest.substr(0, rest.find('/'));
    PROBITY_ENSURE(part != "." && part != "..");
    PROBITY_ENSURE(part.find('\\') == std::string_view::npos);
    spelt += "/" + http::encode_part(part);
    rest.remove_prefix(part.size());
  }
  PROBITY_ENSURE(*http::decode_path(spelt) == *path);
  PROBITY_ENSURE(http::is_local_path(spelt));
  http::Router router;
  router.add(http::Method::get, "/{all:rest}", "", [](const http::Request&) { return http::Response{}; });
  const http::Match match = router.match(http::Method::get, *path);
  PROBITY_ENSURE((match.route == nullptr) == (path->size() == 1));
}

void try_form(std::string_view text) {
  const auto form = http::decode_form(text);
  if (!form) return;
  const auto again = http::decode_form(http::encode_form(*form));
  PROBITY_ENSURE(again && *again == *form);
  for (const http::Pair& pair : *form)
    PROBITY_ENSURE(!pair.name.empty() && pair.value.find('\0') == std::string::npos);
}

void try_cookies(std::string_view text) {
  const http::Pairs cookies = http::parse_cookies(text);
  std::string written;
  for (const http::Pair& cookie : cookies) {
    PROBITY_ENSURE(cookies.all(cookie.name).size() == 1);
    const std::string field =
        http::to_field({.name = cookie.name, .value = cookie.value, .max_age_seconds = {}});
    written += (written.empty() ? "" : "; ") + field.substr(0, field.find(';'));
  }
  PROBITY_ENSURE(http::parse_cookies(written) == cookies);
}

void try_fields(std::string_view text) {
  if (!http::is_field_value(text)) return;
  http::Request request;
  request.headers.add("Content-Type", text);
  request.headers.add("Origin", text);
  request.body = "a=b";
  PROBITY_ENSURE(http::is_cross_site(request) == (text != "http://"));
  const auto fault = http::read_form(request);
  PROBITY_ENSURE(request.form.empty() ||
                 (!fault && request.media_type() == "application/x-www-form-urlencoded"));
  const bool takes = http::accepts_gzip(text);
  PROBITY_ENSURE(http::accepts_gzip("gzip;q=0, " + std::string(text)) == false);
  PROBITY_ENSURE(!takes || text.find_first_of("gG*") != std::string_view::npos);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  try_path(text);
  try_form(text);
  try_cookies(text);
  try_fields(text);
  return 0;
}
