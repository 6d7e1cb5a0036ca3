// A page that stands alone in one file: no script, nothing fetched, readable on a phone and on paper.
#pragma once

#include "html/writer.h"

namespace probity::html {

struct Page {
  std::string title;   // what the page is; " - Probity" is put after it
  std::string section; // where it stands, on the right of the header bar
  Html main;           // begins with the page's one h1
  Html footer;
};
// The page's bytes, UTF-8.
std::string to_document(const Page& page);

} // namespace probity::html
