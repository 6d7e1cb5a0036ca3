#include "html/page.h"

#include "html/style_sheet.h"

namespace probity::html {

std::string to_document(const Page& page) {
  Html head = element("meta", {{"charset", "utf-8"}});
  head << text("\n") << title(page.title + " - Probity") << text("\n");
  head << element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  head << text("\n");
  // Should markup ever get past the writer, the browser still fetches and runs nothing.
  head << element("meta", {{"http-equiv", "Content-Security-Policy"},
                           {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                                       "form-action 'none'"}});
  head << text("\n") << style(style_sheet);

  Html bar = element("span", {{"class", "product"}}, "Probity");
  if (!page.section.empty()) bar << element("span", {{"class", "section"}}, page.section);
  Html body = element("a", {href(Url::fragment("main")), {"class", "skip"}}, "Skip to main content");
  body << text("\n") << element("header", element("div", {{"class", "width"}}, bar)) << text("\n");
  body << element("main", {{"id", "main"}, {"class", "width"}, {"tabindex", "-1"}}, page.main) << text("\n");
  body << element("footer", element("div", {{"class", "width"}}, page.footer));
  return document("en", head, element("body", body));
}

} // namespace probity::html
