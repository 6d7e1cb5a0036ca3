// The parts that pages are made of: all components, and small pieces of text. docs/components.md lists them.
#pragma once

#include <span>

#include "html/form.h"
#include "html/form_fields.h"
#include "html/navigation.h"
#include "html/notices.h"
#include "html/summary_list.h"
#include "html/table.h"

namespace probity::html {

Html paragraph(std::string_view words);
Html code(std::string_view words);
// Lines to be typed in a terminal; `purpose` names them for those who cannot see where they stand.
Html commands(std::string_view purpose, std::string_view lines);
Html link_to_part(std::string_view id, std::string_view words);

// Where a long page leads to its own parts.
struct PagePart {
  std::string_view id; // of its heading
  std::string_view words;
};
Html parts_of_page(std::span<const PagePart> parts);

} // namespace probity::html
