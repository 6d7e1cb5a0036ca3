#include "html/components.h"

#include "html/component_words.h"

namespace probity::html {

Html paragraph(std::string_view words) {
  return element("p", words);
}

Html code(std::string_view words) {
  return element("code", words);
}

Html commands(std::string_view purpose, std::string_view lines) {
  return element("pre", {{"tabindex", "0"}, {"role", "region"}, {"aria-label", purpose}},
                 element("code", lines));
}

Html link_to_part(std::string_view id, std::string_view words) {
  return element("a", {{"class", "govuk-link"}, href(Url::fragment(id))}, words);
}

Html parts_of_page(std::span<const PagePart> parts) {
  Html items;
  for (const PagePart& part : parts)
    items << element("li", link_to_part(part.id, part.words));
  return element("nav", {{"class", "contents"}, {"aria-label", component_words().on_this_page}},
                 element("ul", items));
}

} // namespace probity::html
