// Compression of what is sent again and again (RFC 1952). Pages about people are not compressed: what is
// secret in them could be guessed from their length.
#pragma once

#include <string>
#include <string_view>

namespace probity::http {

std::string gzip(std::string_view content); // the same bytes for the same content
// Whether an Accept-Encoding field takes gzip: named, or by "*", with a weight above 0.
bool accepts_gzip(std::string_view accept_encoding);

} // namespace probity::http
