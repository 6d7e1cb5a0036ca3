// A text that is written with an act, such as the note with what came of an appointment; it goes into the
// event sealed.
#pragma once

#include <cstddef>
#include <string_view>

namespace probity::casework {

constexpr std::size_t longest_note = 12'000; // characters
// `note` is UTF-8.
bool note_too_long(std::string_view note);
bool note_is_blank(std::string_view note);

} // namespace probity::casework
