// Every text that components and the frame of a page say of themselves where they are given none, in one
// catalogue; those of the pages are pages/staff/words.h and its parts.
#pragma once

#include <string_view>

namespace probity::html {

struct ComponentWords {
  std::string_view product, skip_to_main, pages, on_this_page;
  std::string_view back, breadcrumb, pagination, previous, next, page_after, page, menu, service_information;
  std::string_view day, month, year, problem, error, warning, success, important;
};

const ComponentWords& component_words();

} // namespace probity::html
