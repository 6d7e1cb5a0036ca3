// A page that stands alone in one file, or one that a service sends: no script, readable on a phone and on
// paper.
#pragma once

#include "html/navigation.h"

namespace probity::html {

struct Page {
  std::string title;   // what the page is; " - Probity" is put after it
  std::string section; // where it stands: the name in the bar under the header
  Html main;           // begins with the page's one h1
  Html footer;
  std::vector<NavigationItem> navigation = {}; // to the other pages of a folder
  Html before_main = {};                       // breadcrumbs or a back link
  std::optional<Url> home = {};                // where the product's name leads; none: the top of this page
  // Of a service, which sends its policy as a header and the sheet by itself; none: the sheet is in the page,
  // and nothing is fetched.
  std::optional<Url> style_sheet = {};
  std::optional<Url> icon = {}; // an SVG file; only of a service, too
  Html account = {};            // beside the navigation: who is signed in, and the way out
};
// The page's bytes, UTF-8.
std::string to_document(const Page& page);

} // namespace probity::html
