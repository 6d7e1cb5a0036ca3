#include "http/static_files.h"

#include "base/bytes.h"
#include "base/result.h"
#include "http/gzip.h"
#include "http/site.h"

#include <algorithm>
#include <array>
#include <utility>

namespace probity::http {

namespace {

struct Kind {
  std::string_view ending;
  std::string_view type;
  bool is_compressed; // already
};

constexpr std::array<Kind, 8> kinds{{
    {".css", "text/css; charset=utf-8", false},
    {".js", "text/javascript; charset=utf-8", false},
    {".svg", "image/svg+xml", false},
    {".png", "image/png", true},
    {".ico", "image/x-icon", false},
    {".txt", "text/plain; charset=utf-8", false},
    {".woff2", "font/woff2", true},
    {".json", "application/json", false},
}};

const Kind& kind_of(std::string_view name) {
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const Kind& candidate) { return name.ends_with(candidate.ending); });
  PROBITY_ENSURE(kind != kinds.end());
  return *kind;
}

bool is_file_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-' || c == '/';
  });
}

} // namespace

void StaticFiles::add(std::string_view name, std::string content) {
  PROBITY_ENSURE(is_file_name(name));
  const Kind& kind = kind_of(name);
  File file{.type = std::string(kind.type),
            .digest = base::sha256(base::bytes_of(content)).hex().substr(0, 16),
            .plain = nullptr,
            .compressed = nullptr};
  if (!kind.is_compressed) {
    std::string compressed = gzip(content);
    if (compressed.size() < content.size())
      file.compressed = std::make_shared<std::string>(std::move(compressed));
  }
  file.plain = std::make_shared<std::string>(std::move(content));
  PROBITY_ENSURE(files_.emplace(name, std::move(file)).second);
}

std::string StaticFiles::address(std::string_view name) const {
  const auto found = files_.find(name);
  PROBITY_ENSURE(found != files_.end());
  return "/assets/" + found->first + "?v=" + found->second.digest;
}

Response StaticFiles::serve(std::string_view name, const Request& request) const {
  const auto found = files_.find(name);
  if (found == files_.end()) return plain_error_page(request, Status::not_found);
  const File& file = found->second;
  const bool compress = file.compressed && accepts_gzip(request.header("Accept-Encoding").value_or(""));
  Response response;
  response.shared_body = compress ? file.compressed : file.plain;
  response.caching = request.query.text("v") == file.digest ? Caching::immutable : Caching::revalidate;
  response.headers.add("Content-Type", file.type);
  response.headers.add("ETag", '"' + file.digest + (compress ? "-gzip\"" : "\""));
  if (file.compressed) response.headers.add("Vary", "Accept-Encoding");
  if (compress) response.headers.add("Content-Encoding", "gzip");
  return response;
}

void add_static_files(Router& router, std::shared_ptr<const StaticFiles> files) {
  router.add(Method::get, "/assets/{file:rest}", "open", [files = std::move(files)](const Request& request) {
    return files->serve(request.part("file"), request);
  });
}

} // namespace probity::http
