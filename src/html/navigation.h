// Ways through a service: its header, its navigation, skip link, back link, breadcrumbs, pagination.
#pragma once

#include <optional>

#include "html/component.h"
#include "html/component_words.h"

namespace probity::html {

struct SkipLink {
  Url to;
  Html words = {};
  Extra extra = {};
};
Html skip_link(const SkipLink& link);

struct BackLink {
  Url to;
  Html words = {}; // empty: "Back"
  Extra extra = {};
};
Html back_link(const BackLink& link);

struct Crumb {
  Html words = {};
  std::optional<Url> to = {}; // none: the page itself
  std::vector<Attribute> attributes = {};
};
enum class OnMobile { keep, collapse };
struct Breadcrumbs {
  std::vector<Crumb> crumbs = {};
  OnMobile on_mobile = OnMobile::keep; // collapse: first and last crumb alone
  std::string label = std::string(component_words().breadcrumb);
  Extra extra = {};
};
Html breadcrumbs(const Breadcrumbs& breadcrumbs);

struct PageLink {
  enum class Kind { page, current, ellipsis } kind = Kind::page;
  std::string number = {};
  std::optional<Url> to = {}; // of a page; an ellipsis leads nowhere
  std::string label = {};     // "Page 3" unless given
};
struct NearbyPage {
  Url to;
  Html words = {};        // empty: "Previous page", "Next page"
  std::string label = {}; // what the page is, where there are no numbers
};
struct Pagination {
  std::optional<NearbyPage> previous = {};
  std::optional<NearbyPage> next = {};
  std::vector<PageLink> pages = {};
  std::string label = std::string(component_words().pagination);
  Extra extra = {};
};
Html pagination(const Pagination& pagination);

// The bar at the top with the product's name: the header for services that are not on GOV.UK.
struct ServiceHeader {
  Html name = {};
  Url home;
  std::string container_classes = "govuk-width-container";
  Extra extra = {};
};
Html service_header(const ServiceHeader& header);

struct NavigationItem {
  enum class State {
    elsewhere,
    current,
    active
  } state = State::elsewhere; // current: this page; active: a
                              // page in its section
  Html words = {};
  std::optional<Url> to = {};
};
enum class SlotPlace { below, beside }; // the navigation
struct ServiceNavigation {
  std::string service = {}; // empty: not named
  std::optional<Url> service_home = {};
  std::vector<NavigationItem> items = {};
  // For pages with the Design System's script, which folds several items away on a narrow screen; none: folds
  // more than one.
  std::optional<OnMobile> on_mobile = {};
  std::string menu_words = std::string(component_words().menu);
  std::string menu_label = {};       // empty: as its words
  std::string navigation_label = {}; // empty: as the menu's words
  std::string navigation_id = "navigation";
  std::string navigation_classes = {};
  std::string label = std::string(component_words().service_information);
  Html start = {}; // before and after the rest
  Html end = {};
  SlotPlace end_place = SlotPlace::below;
  Html first_items = {}; // list items before and after the others
  Html last_items = {};
  Extra extra = {};
};
Html service_navigation(const ServiceNavigation& navigation);

} // namespace probity::html
