#include "casework/appointments/appointment_note.h"

#include <algorithm>

namespace probity::casework {

bool note_too_long(std::string_view note) {
  // Bytes that continue a character are none of their own.
  const auto characters = std::count_if(
      note.begin(), note.end(), [](char one) { return (static_cast<unsigned char>(one) & 0xC0U) != 0x80U; });
  return static_cast<std::size_t>(characters) > longest_note;
}

bool note_is_blank(std::string_view note) {
  return note.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace probity::casework
