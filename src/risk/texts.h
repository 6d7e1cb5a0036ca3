// Lists within one text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace probity::risk {

// The parts between separators; none of an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);
// The parts would outlive a text that is made for the call.
std::vector<std::string_view> split(std::string&& text, char separator) = delete;
// ASCII letters only.
std::string upper(std::string_view text);

} // namespace probity::risk
