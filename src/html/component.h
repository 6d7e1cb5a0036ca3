// What all components have in common. A component is a struct that says what it shows and one function that
// writes it; its markup is that of the GOV.UK Design System's component of the same name, class names
// included (docs/components.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/writer.h"

namespace probity::html {

// What a component's outermost element may have besides: further classes, further attributes.
struct Extra {
  std::string classes;
  std::vector<Attribute> attributes;
};

// class="own more"; `more` may be empty.
Attribute class_names(std::string_view own, std::string_view more);
// The attributes of a component's outermost element: its own class and `more`, then the extra ones.
std::vector<Attribute> with_extra(std::string_view own_class, const Extra& extra,
                                  std::initializer_list<Attribute> more = {});
// "h1" to "h6".
ElementName heading_name(int level);

} // namespace probity::html
