#include "html/navigation.h"

#include "base/result.h"

namespace probity::html {
namespace {

enum class Arrow { previous, next };

// Drawn here: a shaft and a head, pointing one way or the other.
Html arrow(Arrow way) {
  const bool back = way == Arrow::previous;
  return element("svg",
                 {{"class", back ? "govuk-pagination__icon govuk-pagination__icon--prev"
                                 : "govuk-pagination__icon govuk-pagination__icon--next"},
                  {"xmlns", "http://www.w3.org/2000/svg"},
                  {"height", "13"},
                  {"width", "15"},
                  {"aria-hidden", "true"},
                  {"focusable", "false"},
                  {"viewBox", "0 0 15 13"}},
                 element("path", {{"d", back ? "M7 0 .5 6.5 7 13l1.4-1.4L4.3 7.5H15v-2H4.3l4.1-4.1z"
                                             : "m8 0 6.5 6.5L8 13l-1.4-1.4 4.1-4.1H0v-2h10.7L6.6 1.4z"}}));
}

Html nearby_page(const NearbyPage& page, Arrow way, bool alone) {
  const bool back = way == Arrow::previous;
  Html words = page.words;
  if (words.empty())
    words << text(back ? component_words().previous : component_words().next)
          << element("span", {{"class", "govuk-visually-hidden"}},
                     " " + std::string(component_words().page_after));
  Html inside;
  if (alone || back) inside << arrow(way);
  inside << text(" ")
         << element("span",
                    {{"class", alone && page.label.empty()
                                   ? "govuk-pagination__link-title govuk-pagination__link-title--decorated"
                                   : "govuk-pagination__link-title"}},
                    words);
  if (alone && !page.label.empty())
    inside << text(" ") << element("span", {{"class", "govuk-visually-hidden"}}, ":") << text(" ")
           << element("span", {{"class", "govuk-pagination__link-label"}}, page.label);
  if (!alone && !back) inside << text(" ") << arrow(way);
  return element(
      "div", {{"class", back ? "govuk-pagination__prev" : "govuk-pagination__next"}},
      element(
          "a",
          {{"class", "govuk-link govuk-pagination__link"}, href(page.to), {"rel", back ? "prev" : "next"}},
          inside));
}

Html page_link(const PageLink& link) {
  if (link.kind == PageLink::Kind::ellipsis)
    return element("li", {{"class", "govuk-pagination__item govuk-pagination__item--ellipsis"}}, "⋯");
  PROBITY_ENSURE(link.to.has_value());
  const bool current = link.kind == PageLink::Kind::current;
  std::vector<Attribute> attributes{
      {"class", "govuk-link govuk-pagination__link"},
      href(*link.to),
      {"aria-label",
       link.label.empty() ? std::string(component_words().page) + " " + link.number : link.label}};
  if (current) attributes.push_back({"aria-current", "page"});
  return element("li",
                 {{"class", current ? "govuk-pagination__item govuk-pagination__item--current"
                                    : "govuk-pagination__item"}},
                 element("a", attributes, text(link.number)));
}

} // namespace

Html skip_link(const SkipLink& link) {
  std::vector<Attribute> attributes =
      with_extra("govuk-skip-link", link.extra, {{"data-module", "govuk-skip-link"}});
  attributes.push_back(href(link.to));
  return element("a", attributes, link.words);
}

Html back_link(const BackLink& link) {
  std::vector<Attribute> attributes = with_extra("govuk-back-link", link.extra);
  attributes.push_back(href(link.to));
  return element("a", attributes, link.words.empty() ? text(component_words().back) : link.words);
}

Html breadcrumbs(const Breadcrumbs& breadcrumbs) {
  Html items;
  for (const Crumb& crumb : breadcrumbs.crumbs) {
    std::vector<Attribute> attributes{{"class", "govuk-breadcrumbs__list-item"}};
    if (crumb.to) {
      std::vector<Attribute> link{{"class", "govuk-breadcrumbs__link"}, href(*crumb.to)};
      link.insert(link.end(), crumb.attributes.begin(), crumb.attributes.end());
      items << element("li", attributes, element("a", link, crumb.words));
    } else {
      attributes.push_back({"aria-current", "page"});
      items << element("li", attributes, crumb.words);
    }
    items << text("\n");
  }
  Extra extra = breadcrumbs.extra;
  if (breadcrumbs.on_mobile == OnMobile::collapse)
    extra.classes += std::string(extra.classes.empty() ? "" : " ") + "govuk-breadcrumbs--collapse-on-mobile";
  return element("nav", with_extra("govuk-breadcrumbs", extra, {{"aria-label", breadcrumbs.label}}),
                 element("ol", {{"class", "govuk-breadcrumbs__list"}}, items));
}

Html pagination(const Pagination& pagination) {
  const bool alone = pagination.pages.empty();
  Html out;
  if (pagination.previous) out << nearby_page(*pagination.previous, Arrow::previous, alone);
  if (!alone) {
    Html items;
    for (const PageLink& link : pagination.pages)
      items << page_link(link);
    out << element("ul", {{"class", "govuk-pagination__list"}}, items);
  }
  if (pagination.next) out << nearby_page(*pagination.next, Arrow::next, alone);
  return element("nav",
                 with_extra(alone ? "govuk-pagination govuk-pagination--block" : "govuk-pagination",
                            pagination.extra, {{"aria-label", pagination.label}}),
                 out);
}

Html service_header(const ServiceHeader& header) {
  const Html link =
      element("a", {href(header.home), {"class", "govuk-generic-header__homepage-link"}}, header.name);
  return element("div", with_extra("govuk-generic-header", header.extra),
                 element("div", {class_names("govuk-generic-header__container", header.container_classes)},
                         element("div", {{"class", "govuk-generic-header__logo"}}, link)));
}

} // namespace probity::html
