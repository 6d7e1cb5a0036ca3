// The head of a request, as it comes from anyone: however its bytes arrive it is judged alike, and what is
// taken is a request for us, of one length.
#include "base/result.h"
#include "fuzz/fuzz_text.h"
#include "http/head_check.h"
#include "http/head_scan.h"

#include <algorithm>
#include <string>

using namespace probity;

namespace {

const http::Limits limits{.head_bytes = 2048, .target_bytes = 256, .fields = 12, .body_bytes = 100};
const http::Surroundings here{{"localhost", "probity.example", "[::1]"}, {"10.0.0.1"}, limits.body_bytes};

// Lines that the scan has let through are split as the parser behind it does.
http::ParsedHead parsed(std::string_view head) {
  http::ParsedHead out;
  out.peer_address = "10.0.0.1";
  const std::string_view line = head.substr(0, head.find("\r\n"));
  out.method = line.substr(0, line.find(' '));
  out.target = line.substr(out.method.size() + 1, line.rfind(' ') - out.method.size() - 1);
  out.version = line.ends_with("1.0") ? 10 : 11;
  head.remove_prefix(line.size() + 2);
  while (!head.starts_with("\r\n")) {
    const std::string_view field = head.substr(0, head.find("\r\n"));
    const std::size_t colon = field.find(':');
    std::string_view value = field.substr(colon + 1);
    while (value.starts_with(' ') || value.starts_with('\t'))
      value.remove_prefix(1);
    while (value.ends_with(' ') || value.ends_with('\t'))
      value.remove_suffix(1);
    out.fields.add(field.substr(0, colon), value);
    head.remove_prefix(field.size() + 2);
  }
  return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  http::HeadScan whole(limits);
  const auto length = whole.advance(text);

  http::HeadScan pieces(limits);
  std::optional<std::size_t> found;
  for (std::size_t end = 0; end <= size && !found && !pieces.fault(); ++end)
    found = pieces.advance(text.substr(0, end));
  PROBITY_ENSURE(found == length && pieces.fault() == whole.fault());
  if (!length) return 0;
  PROBITY_ENSURE(!whole.fault() && *length <= limits.head_bytes);

  const http::ParsedHead head = parsed(text.substr(0, *length));
  http::Status refused = http::Status::ok;
  const auto checked = http::check_head(head, here, refused);
  PROBITY_ENSURE(checked.has_value() == (refused == http::Status::ok));
  if (!checked) return 0;
  const http::Request& request = checked->request;
  PROBITY_ENSURE(request.path.starts_with('/') || request.path == "*");
  PROBITY_ENSURE(std::any_of(here.hosts.begin(), here.hosts.end(), [&](const std::string& host) {
    return http::same_without_case(std::string_view(request.host).substr(0, host.size()), host);
  }));
  PROBITY_ENSURE(head.fields.all("Host").size() == 1);
  PROBITY_ENSURE(head.fields.all("Content-Length").size() + head.fields.all("Transfer-Encoding").size() <= 1);
  PROBITY_ENSURE(!checked->has_body || !http::is_safe(request.method));
  PROBITY_ENSURE(!checked->wants_continue || checked->has_body);
  PROBITY_ENSURE(!request.client_address.empty());
  return 0;
}
