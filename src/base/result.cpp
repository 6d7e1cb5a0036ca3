#include "base/result.h"

#include <cstdio>
#include <cstdlib>

namespace probity::base {

std::string_view name(ErrorCode code) {
  switch (code) {
  case ErrorCode::invalid_input:
    return "invalid_input";
  case ErrorCode::not_canonical:
    return "not_canonical";
  case ErrorCode::too_large:
    return "too_large";
  case ErrorCode::unknown_type:
    return "unknown_type";
  case ErrorCode::unknown_field:
    return "unknown_field";
  case ErrorCode::wrong_log:
    return "wrong_log";
  case ErrorCode::set_by_server:
    return "set_by_server";
  case ErrorCode::recorded_backwards:
    return "recorded_backwards";
  case ErrorCode::version_conflict:
    return "version_conflict";
  case ErrorCode::id_reused:
    return "id_reused";
  case ErrorCode::bad_correction:
    return "bad_correction";
  case ErrorCode::stream_closed:
    return "stream_closed";
  case ErrorCode::not_found:
    return "not_found";
  case ErrorCode::exists_already:
    return "exists_already";
  case ErrorCode::refused:
    return "refused";
  case ErrorCode::corrupt:
    return "corrupt";
  case ErrorCode::busy:
    return "busy";
  case ErrorCode::io:
    return "io";
  case ErrorCode::internal:
    return "internal";
  }
  return "internal";
}

std::string Error::text() const {
  std::string out;
  if (!where.empty()) out += where + ": ";
  out += message;
  out += " (";
  out += name(code);
  out += ")";
  if (!hint.empty()) out += ". " + hint;
  return out;
}

Error Error::at(std::string_view outer) && {
  where = where.empty() ? std::string(outer) : std::string(outer) + " " + where;
  return std::move(*this);
}

void broken_invariant(const char* what, const char* file, int line) {
  std::fprintf(stderr, "probity: broken invariant %s at %s:%d\n", what, file, line);
  std::abort();
}

} // namespace probity::base
