#include "pages/staff/accessibility_page.h"

#include "pages/staff/accessibility_words.h"
#include "pages/staff/frame.h"
#include "pages/staff/words.h"

namespace probity::pages {

using namespace html;

namespace {

template <std::size_t count> Html listed_points(const std::array<std::string_view, count>& points) {
  Html items;
  for (const std::string_view one : points)
    items << element("li", one);
  return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

} // namespace

std::string accessibility_page() {
  const AccessibilityWords& words = accessibility_words();
  Html main = element("h1", words.title);
  main << paragraph(words.explained) << element("h2", words.can) << listed_points(words.what_can);
  main << element("h2", words.tested) << paragraph(words.tested_text) << paragraph(words.not_tested);
  main << element("h2", words.issues) << listed_points(words.what_issues);
  main << element("h2", words.tell) << paragraph(words.tell_text) << paragraph(words.law);
  main << element("p", element("a", {href(local("/"))}, staff_words().to_start));
  return open_page({std::string(words.title), false, {}, main});
}

} // namespace probity::pages
