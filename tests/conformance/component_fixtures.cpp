// Our components against the fixtures that the GOV.UK Design System publishes with govuk-frontend: each
// fixture's options, through our component, must give the fixture's markup.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/component_options.h"
#include "conformance/form_fixtures.h"
#include "conformance/listed_components.h"
#include "conformance/markup_tree.h"
#include "html/components.h"

namespace probity::conformance {
namespace {

using html::Html;
using nlohmann::json;

Html back_link(const json& options) {
  const Html words = shown(options);
  return html::back_link({url_of(options, "href"), words, extra_of(options)});
}

Html skip_link(const json& options) {
  return html::skip_link({url_of(options, "href", "#content"), shown(options), extra_of(options)});
}

Html breadcrumbs(const json& options) {
  html::Breadcrumbs out;
  for (const json& item : options.at("items")) {
    html::Crumb crumb{shown(item), {}, attributes_of(item)};
    if (item.contains("href")) crumb.to = url_of(item, "href");
    out.crumbs.push_back(std::move(crumb));
  }
  if (is_set(options, "collapseOnMobile")) out.on_mobile = html::OnMobile::collapse;
  if (options.contains("labelText")) out.label = text_of(options, "labelText");
  out.extra = extra_of(options);
  return html::breadcrumbs(out);
}

html::NearbyPage nearby(const json& options) {
  return {url_of(options, "href"), shown(options), text_of(options, "labelText")};
}

Html pagination(const json& options) {
  html::Pagination out;
  if (options.contains("previous")) out.previous = nearby(options.at("previous"));
  if (options.contains("next")) out.next = nearby(options.at("next"));
  for (const json& item : options.value("items", json::array())) {
    if (item.is_null() || item.empty()) continue;
    html::PageLink link;
    if (is_set(item, "ellipsis"))
      link.kind = html::PageLink::Kind::ellipsis;
    else
      link.to = url_of(item, "href");
    if (is_set(item, "current")) link.kind = html::PageLink::Kind::current;
    link.number = text_of(item, "number");
    link.label = text_of(item, "visuallyHiddenText");
    out.pages.push_back(std::move(link));
  }
  if (options.contains("landmarkLabel")) out.label = text_of(options, "landmarkLabel");
  out.extra = extra_of(options);
  return html::pagination(out);
}

Html service_header(const json& options) {
  html::ServiceHeader out{shown(options, "logoHtml", "logoText"), url_of(options, "url", "/")};
  if (options.contains("containerClasses")) out.container_classes = text_of(options, "containerClasses");
  out.extra = extra_of(options);
  return html::service_header(out);
}

void read_slots(const json& slots, html::ServiceNavigation& out) {
  const auto slot = [&](const std::string& key) {
    return slots.contains(key) ? written_again(text_of(slots, key)) : Html();
  };
  out.start = slot("start");
  out.first_items = slot("navigationStart");
  out.last_items = slot("navigationEnd");
  if (!slots.contains("end")) return;
  const json& end = slots.at("end");
  if (end.is_string()) {
    out.end = slot("end");
    return;
  }
  out.end = written_again(text_of(end, "html"));
  if (text_of(end, "align") == "inline") out.end_place = html::SlotPlace::beside;
}

Html service_navigation(const json& options) {
  using State = html::NavigationItem::State;
  html::ServiceNavigation out;
  out.service = text_of(options, "serviceName");
  if (options.contains("serviceUrl")) out.service_home = url_of(options, "serviceUrl");
  for (const json& item : options.value("navigation", json::array())) {
    if (!item.is_object()) continue;
    html::NavigationItem one;
    one.words = shown(item);
    one.state = is_set(item, "current")  ? State::current
                : is_set(item, "active") ? State::active
                                         : State::elsewhere;
    if (item.contains("href")) one.to = url_of(item, "href");
    out.items.push_back(std::move(one));
  }
  if (options.contains("collapseNavigationOnMobile"))
    out.on_mobile =
        is_set(options, "collapseNavigationOnMobile") ? html::OnMobile::collapse : html::OnMobile::keep;
  if (options.contains("menuButtonText")) out.menu_words = text_of(options, "menuButtonText");
  out.menu_label = text_of(options, "menuButtonLabel");
  out.navigation_label = text_of(options, "navigationLabel");
  out.navigation_classes = text_of(options, "navigationClasses");
  if (options.contains("navigationId")) out.navigation_id = text_of(options, "navigationId");
  if (options.contains("ariaLabel")) out.label = text_of(options, "ariaLabel");
  if (options.contains("slots")) read_slots(options.at("slots"), out);
  out.extra = extra_of(options);
  return html::service_navigation(out);
}

html::Tag tag_of(const json& options) {
  return {shown(options), extra_of(options)};
}

Html tag(const json& options) {
  return html::tag(tag_of(options));
}

Html inset_text(const json& options) {
  return html::inset_text({shown(options), text_of(options, "id"), extra_of(options)});
}

Html warning_text(const json& options) {
  html::WarningText out;
  out.words = shown(options);
  if (is_set(options, "iconFallbackText")) out.spoken = text_of(options, "iconFallbackText");
  out.extra = extra_of(options);
  return html::warning_text(out);
}

Html details(const json& options) {
  return html::details({shown(options, "summaryHtml", "summaryText"), shown(options),
                        is_set(options, "open") ? html::Folded::open : html::Folded::closed,
                        text_of(options, "id"), extra_of(options)});
}

Html notification_banner(const json& options) {
  html::NotificationBanner out;
  if (text_of(options, "type") == "success") out.kind = html::NotificationBanner::Kind::success;
  out.title = shown(options, "titleHtml", "titleText");
  out.content = is_set(options, "html") ? written_again(text_of(options, "html"))
                                        : html::notification_heading(text_of(options, "text"));
  out.heading_level = whole_of(options, "titleHeadingLevel", 2);
  if (options.contains("titleId")) out.title_id = text_of(options, "titleId");
  out.role = text_of(options, "role");
  if (options.contains("disableAutoFocus")) out.without_focus = is_set(options, "disableAutoFocus");
  out.extra = extra_of(options);
  return html::notification_banner(out);
}

Html phase_banner(const json& options) {
  return html::phase_banner(
      {tag_of(options.value("tag", json::object())), shown(options), extra_of(options)});
}

std::vector<html::SummaryAction> actions_of(const json& options) {
  std::vector<html::SummaryAction> out;
  if (!options.contains("actions")) return out;
  for (const json& item : options.at("actions").value("items", json::array()))
    out.push_back({url_of(item, "href"), shown(item), text_of(item, "visuallyHiddenText"), extra_of(item)});
  return out;
}

Html summary_list(const json& options) {
  html::SummaryList out;
  for (const json& row : options.at("rows")) {
    if (!row.is_object()) continue;
    html::SummaryRow one;
    one.key_marked_up = shown(row.at("key"));
    one.key_classes = text_of(row.at("key"), "classes");
    one.value = shown(row.at("value"));
    one.value_classes = text_of(row.at("value"), "classes");
    one.classes = text_of(row, "classes");
    one.actions = actions_of(row);
    if (row.contains("actions")) one.actions_classes = text_of(row.at("actions"), "classes");
    out.rows.push_back(std::move(one));
  }
  if (options.contains("card")) {
    const json& card = options.at("card");
    html::SummaryCard& one = out.card.emplace();
    if (card.contains("title")) {
      one.title = shown(card.at("title"));
      one.heading_level = whole_of(card.at("title"), "headingLevel", 2);
    }
    one.actions = actions_of(card);
    one.extra = extra_of(card);
  }
  out.extra = extra_of(options);
  return html::summary_list(out);
}

html::Align align_of(const json& cell) {
  return text_of(cell, "format") == "numeric" ? html::Align::numeric : html::Align::start;
}

Html table(const json& options) {
  html::Table out;
  out.narrow = html::Narrow::keep;
  out.caption = text_of(options, "caption");
  out.caption_classes = text_of(options, "captionClasses");
  out.first_cell = is_set(options, "firstCellIsHeader") ? html::FirstCell::header : html::FirstCell::data;
  for (const json& column : options.value("head", json::array()))
    out.columns.push_back({"", align_of(column), shown(column), whole_of(column, "colspan", 1),
                           whole_of(column, "rowspan", 1), extra_of(column)});
  for (const json& row : options.at("rows")) {
    if (!row.is_array()) continue;
    html::Row& one = out.rows.emplace_back();
    for (const json& cell : row) {
      html::Cell& shown_cell = one.cells.emplace_back(shown(cell));
      shown_cell.align = align_of(cell);
      shown_cell.columns = whole_of(cell, "colspan", 1);
      shown_cell.rows = whole_of(cell, "rowspan", 1);
      shown_cell.extra = extra_of(cell);
    }
  }
  out.extra = extra_of(options);
  return html::table(out);
}

struct Component {
  const char* name; // of its folder in govuk-frontend
  std::size_t fixtures;
  Html (*render)(const json& options);
};

void PrintTo(const Component& component, std::ostream* out) {
  *out << component.name;
}

constexpr Component components[] = {{"back-link", 7, back_link},
                                    {"breadcrumbs", 12, breadcrumbs},
                                    {"button", 38, button_of},
                                    {"date-input", 50, date_input_of},
                                    {"details", 10, details},
                                    {"error-message", 9, error_message_of},
                                    {"error-summary", 19, error_summary_of},
                                    {"fieldset", 18, fieldset_of},
                                    {"generic-header", 7, service_header},
                                    {"hint", 6, hint_of},
                                    {"input", 45, input_of},
                                    {"inset-text", 6, inset_text},
                                    {"label", 17, label_of},
                                    {"notification-banner", 21, notification_banner},
                                    {"pagination", 15, pagination},
                                    {"panel", 19, panel_of},
                                    {"phase-banner", 7, phase_banner},
                                    {"radios", 43, radios_of},
                                    {"select", 19, select_of},
                                    {"service-navigation", 33, service_navigation},
                                    {"skip-link", 9, skip_link},
                                    {"summary-list", 30, summary_list},
                                    {"table", 21, table},
                                    {"tag", 12, tag},
                                    {"textarea", 18, textarea_of},
                                    {"warning-text", 8, warning_text}};

std::string file_text(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

const std::filesystem::path& fixtures_folder() {
  static const std::filesystem::path folder =
      std::filesystem::path(PROBITY_SOURCE) / "node_modules/govuk-frontend/dist/govuk/components";
  return folder;
}

// "component: fixture" for each exempt one.
std::map<std::string, std::string> exemptions() {
  std::map<std::string, std::string> out;
  for (const ListedRow& row : listed_under("Exemptions"))
    out[row.component + ": " + row.what] = row.reason;
  return out;
}

// Our arrows are drawn by us: that there is one counts, its outline does not.
void leave_out_outlines(MarkupNode& node) {
  for (auto& [name, value] : node.attributes)
    if (node.name == "path" && name == "d") value = "an outline";
  for (MarkupNode& child : node.children)
    leave_out_outlines(child);
}

std::string compared(std::string_view markup) {
  MarkupNode tree = read_markup(markup);
  leave_out_outlines(tree);
  return normalised(tree);
}

class ComponentFixtures : public testing::TestWithParam<Component> {};

TEST_P(ComponentFixtures, GiveTheirMarkup) {
  const std::filesystem::path file = fixtures_folder() / GetParam().name / "fixtures.json";
  if (!std::filesystem::exists(file)) {
    std::cout << "skipped: components against the fixtures of govuk-frontend (run npm ci)\n";
    return;
  }
  const json fixtures = json::parse(file_text(file)).at("fixtures");
  EXPECT_EQ(fixtures.size(), GetParam().fixtures);
  const auto exempt = exemptions();
  for (const json& fixture : fixtures) {
    const auto name = fixture.at("name").get<std::string>();
    SCOPED_TRACE(name);
    const auto expected = fixture.at("html").get<std::string>();
    std::string ours;
    try {
      ours = compared(GetParam().render(fixture.at("options")).markup());
    } catch (const std::exception& fault) {
      ours = fault.what();
    }
    if (exempt.contains(std::string(GetParam().name) + ": " + name))
      EXPECT_NE(ours, compared(expected)) << "needs no exemption";
    else
      EXPECT_EQ(ours, compared(expected));
  }
}

std::string test_name(const testing::TestParamInfo<Component>& component) {
  std::string name = component.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Govuk, ComponentFixtures, testing::ValuesIn(components), test_name);

TEST(ComponentExemptions, NameAComponentThatIsBuiltAndGiveAReason) {
  for (const auto& exemption : exemptions()) {
    const auto& fixture = exemption.first;
    EXPECT_GT(exemption.second.size(), 20U) << fixture;
    EXPECT_TRUE(std::any_of(std::begin(components), std::end(components), [&](const Component& component) {
      return fixture.starts_with(std::string(component.name) + ": ");
    })) << fixture;
  }
}

TEST(ComponentsNotUsed, AreAllThatThePackageHasBesidesOursWithTheirFixturesAndAReason) {
  if (!std::filesystem::exists(fixtures_folder())) {
    std::cout << "skipped: components of govuk-frontend that are not used (run npm ci)\n";
    return;
  }
  std::map<std::string, std::size_t> others;
  for (const auto& entry : std::filesystem::directory_iterator(fixtures_folder())) {
    const std::string name = entry.path().filename().string();
    const bool is_built = std::any_of(std::begin(components), std::end(components),
                                      [&](const Component& component) { return component.name == name; });
    if (entry.is_directory() && !is_built)
      others[name] = json::parse(file_text(entry.path() / "fixtures.json")).at("fixtures").size();
  }
  std::map<std::string, std::size_t> listed;
  for (const ListedRow& row : listed_under("Not used")) {
    EXPECT_GT(row.reason.size(), 20U) << row.component;
    listed[row.component] = std::stoul(row.what);
  }
  EXPECT_EQ(listed, others);
}

TEST(MarkupTree, TellsApartWhatABrowserWouldShowDifferently) {
  EXPECT_EQ(compared("<p id=\"i\" class=\"a\n b\">\n  Edit<span> name</span>\n</p>"),
            compared("<p class=\"a b\" id=\"i\">Edit <span>name</span></p>"));
  EXPECT_NE(compared("<p>Edit<span>name</span></p>"), compared("<p>Edit <span>name</span></p>"));
  EXPECT_NE(compared("<p class=\"a\">x</p>"), compared("<p class=\"b\">x</p>"));
  EXPECT_NE(compared("<p>&lt;b&gt;</p>"), compared("<p><b></b></p>"));
}

} // namespace
} // namespace probity::conformance
