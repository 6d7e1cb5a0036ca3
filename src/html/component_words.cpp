#include "html/component_words.h"

namespace probity::html {

const ComponentWords& component_words() {
  static const ComponentWords english = {
      .product = "Probity",
      .skip_to_main = "Skip to main content",
      .pages = "Pages",
      .on_this_page = "On this page",
      .back = "Back",
      .breadcrumb = "Breadcrumb",
      .pagination = "Pagination",
      .previous = "Previous",
      .next = "Next",
      .page_after = "page",
      .page = "Page",
      .menu = "Menu",
      .service_information = "Service information",
      .day = "Day",
      .month = "Month",
      .year = "Year",
      .problem = "There is a problem",
      .error = "Error",
      .warning = "Warning",
      .success = "Success",
      .important = "Important",
  };
  return english;
}

} // namespace probity::html
