#include "html/navigation.h"

namespace probity::html {
namespace {

using State = NavigationItem::State;

Html service_name(const ServiceNavigation& navigation) {
  const Html inside =
      navigation.service_home
          ? element("a", {href(*navigation.service_home), {"class", "govuk-service-navigation__link"}},
                    navigation.service)
          : element("span", {{"class", "govuk-service-navigation__text"}}, navigation.service);
  return element("span", {{"class", "govuk-service-navigation__service-name"}}, inside);
}

Html item(const NavigationItem& item) {
  const bool here = item.state != State::elsewhere;
  // Seen as the current one by those who override colours and styles, too.
  const Html words =
      here ? element("strong", {{"class", "govuk-service-navigation__active-fallback"}}, item.words)
           : item.words;
  std::vector<Attribute> attributes;
  if (here) attributes.push_back({"aria-current", item.state == State::current ? "page" : "true"});
  Html inside;
  if (item.to) {
    attributes.push_back({"class", "govuk-service-navigation__link"});
    attributes.push_back(href(*item.to));
    inside = element("a", attributes, words);
  } else {
    attributes.push_back({"class", "govuk-service-navigation__text"});
    inside = element("span", attributes, words);
  }
  return element("li",
                 {{"class", here ? "govuk-service-navigation__item govuk-service-navigation__item--active"
                                 : "govuk-service-navigation__item"}},
                 inside);
}

Html toggle(const ServiceNavigation& navigation) {
  std::vector<Attribute> attributes{
      {"type", "button"},
      {"class", "govuk-service-navigation__toggle govuk-js-service-navigation-toggle"},
      {"aria-controls", navigation.navigation_id}};
  if (!navigation.menu_label.empty() && navigation.menu_label != navigation.menu_words)
    attributes.push_back({"aria-label", navigation.menu_label});
  attributes.push_back({"hidden", ""});
  attributes.push_back({"aria-hidden", "true"});
  return element("button", attributes, text(navigation.menu_words));
}

Html list(const ServiceNavigation& navigation) {
  const OnMobile otherwise = navigation.items.size() > 1 ? OnMobile::collapse : OnMobile::keep;
  Html out;
  if (navigation.on_mobile.value_or(otherwise) == OnMobile::collapse) out << toggle(navigation);
  Html items = navigation.first_items;
  for (const NavigationItem& one : navigation.items)
    items << item(one) << text("\n");
  items << navigation.last_items;
  out << element("ul", {{"class", "govuk-service-navigation__list"}, {"id", navigation.navigation_id}},
                 items);
  return element("nav",
                 {{"aria-label",
                   navigation.navigation_label.empty() ? navigation.menu_words : navigation.navigation_label},
                  class_names("govuk-service-navigation__wrapper", navigation.navigation_classes)},
                 out);
}

} // namespace

Html service_navigation(const ServiceNavigation& navigation) {
  Html inside;
  if (!navigation.service.empty()) inside << service_name(navigation) << text("\n");
  if (!navigation.items.empty() || !navigation.first_items.empty() || !navigation.last_items.empty())
    inside << list(navigation);
  Html content = navigation.start;
  content << element("div", {{"class", "govuk-service-navigation__container"}}, inside) << navigation.end;
  const Html container =
      element("div",
              {{"class", navigation.end_place == SlotPlace::beside
                             ? "govuk-width-container govuk-service-navigation__inlining-container"
                             : "govuk-width-container"}},
              content);
  const bool named = !navigation.service.empty() || !navigation.start.empty() || !navigation.end.empty();
  std::vector<Attribute> attributes =
      with_extra("govuk-service-navigation", navigation.extra, {{"data-module", "govuk-service-navigation"}});
  // With a name beside the navigation, both are one landmark; without, the navigation is one by itself.
  if (!named) return element("div", attributes, container);
  attributes.push_back({"aria-label", navigation.label});
  return element("section", attributes, container);
}

} // namespace probity::html
