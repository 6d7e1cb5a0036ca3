// Names as they are compared: without case, accents, apostrophes, hyphens and order of words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace probity::service {

// The words of a text in UTF-8: "Zoë O'Hare-Fox" → {"zoe", "ohare", "fox"}. Latin letters lose their marks (ß
// becomes ss, ø o, ł l), Greek and Cyrillic ones their case; letters of other scripts stay as they are. What
// is no letter or digit stands between words, and so do bytes that are not UTF-8.
std::vector<std::string> folded_words(std::string_view text);

} // namespace probity::service
