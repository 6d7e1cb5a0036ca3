#include "html/page.h"

#include "html/component_words.h"
#include "html/product_mark.h"
#include "html/style_sheet.h"

namespace probity::html {
namespace {

Html head_of(const Page& page) {
  Html out = element("meta", {{"charset", "utf-8"}});
  out << text("\n") << title(page.title + " - " + std::string(component_words().product)) << text("\n");
  out << element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out << text("\n");
  if (page.style_sheet) {
    out << style_sheet_at(*page.style_sheet);
    if (page.icon) out << text("\n") << icon_at(*page.icon);
    return out;
  }
  // Should markup ever get past the writer, the browser still fetches and runs nothing.
  out << element("meta", {{"http-equiv", "Content-Security-Policy"},
                          {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                                      "form-action 'none'"}});
  out << text("\n") << style(page_sheet) << style(chart_sheet);
  return out;
}

Html header_of(const Page& page) {
  Html name = product_mark();
  name << element("span", component_words().product);
  ServiceHeader header{std::move(name), page.home.value_or(Url::fragment("top"))};
  Html out = service_header(header);
  if (!page.section.empty() || !page.navigation.empty() || !page.account.empty()) {
    ServiceNavigation navigation;
    navigation.service = page.section;
    navigation.items = page.navigation;
    navigation.on_mobile = OnMobile::keep;
    navigation.navigation_label = component_words().pages;
    navigation.end = page.account;
    navigation.end_place = SlotPlace::beside;
    out << service_navigation(navigation);
  }
  return element("header", {{"id", "top"}}, out);
}

} // namespace

std::string to_document(const Page& page) {
  Html body = skip_link({Url::fragment("main"), text(component_words().skip_to_main)});
  body << text("\n") << header_of(page) << text("\n");
  if (!page.before_main.empty())
    body << element("div", {{"class", "govuk-width-container"}}, page.before_main) << text("\n");
  body << element("main", {{"id", "main"}, {"class", "govuk-width-container"}, {"tabindex", "-1"}}, page.main)
       << text("\n");
  body << element("footer", element("div", {{"class", "govuk-width-container"}}, page.footer));
  return document("en", head_of(page), element("body", body));
}

} // namespace probity::html
