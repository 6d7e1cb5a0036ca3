#include "http/gzip.h"

#include "base/result.h"
#include "http/fields.h"

#include <algorithm>
#include <zlib.h>

namespace probity::http {

namespace {

constexpr int gzip_window = 15 + 16; // the largest window, with the header of gzip

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return "";
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// "q=0", "q=0.0", …
bool is_refused(std::string_view parameters) {
  const std::string_view weight = trimmed(parameters);
  if (!weight.starts_with("q=") && !weight.starts_with("Q=")) return false;
  return weight.substr(2).find_first_not_of("0.") == std::string_view::npos;
}

} // namespace

std::string gzip(std::string_view content) {
  z_stream stream{};
  PROBITY_ENSURE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) ==
                 Z_OK);
  std::string out(deflateBound(&stream, content.size()), '\0');
  // zlib reads only, and says so with a cast of its own.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  PROBITY_ENSURE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

bool accepts_gzip(std::string_view accept_encoding) {
  bool by_star = false;
  while (!accept_encoding.empty()) {
    const std::string_view item = accept_encoding.substr(0, accept_encoding.find(','));
    accept_encoding.remove_prefix(std::min(accept_encoding.size(), item.size() + 1));
    const std::size_t semicolon = item.find(';');
    const std::string_view coding = trimmed(item.substr(0, semicolon));
    const bool taken = semicolon == std::string_view::npos || !is_refused(item.substr(semicolon + 1));
    if (same_without_case(coding, "gzip")) return taken;
    if (coding == "*") by_star = taken;
  }
  return by_star;
}

} // namespace probity::http
