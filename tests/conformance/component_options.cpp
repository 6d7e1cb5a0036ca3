#include "conformance/component_options.h"

#include <array>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "conformance/markup_tree.h"

namespace probity::conformance {
namespace {

using html::AttributeName;
using html::ElementName;
using html::Html;
using nlohmann::json;

// Names are literals of the program: these are those that the fixtures' own markup and attributes have.
constexpr std::array element_names = {
    ElementName("a"),   ElementName("b"),  ElementName("br"),   ElementName("circle"), ElementName("div"),
    ElementName("em"),  ElementName("h2"), ElementName("h3"),   ElementName("input"),  ElementName("label"),
    ElementName("li"),  ElementName("p"),  ElementName("span"), ElementName("strong"), ElementName("svg"),
    ElementName("nav"), ElementName("ul")};

constexpr std::array attribute_names = {AttributeName("another-attribute"),
                                        AttributeName("aria-controls"),
                                        AttributeName("aria-current"),
                                        AttributeName("aria-describedby"),
                                        AttributeName("aria-hidden"),
                                        AttributeName("aria-label"),
                                        AttributeName("class"),
                                        AttributeName("cx"),
                                        AttributeName("cy"),
                                        AttributeName("data-attribute"),
                                        AttributeName("data-example-day"),
                                        AttributeName("data-example-month"),
                                        AttributeName("data-example-year"),
                                        AttributeName("data-attribute-1"),
                                        AttributeName("data-attribute-2"),
                                        AttributeName("data-fizz"),
                                        AttributeName("data-foo"),
                                        AttributeName("data-pika"),
                                        AttributeName("data-second-attribute"),
                                        AttributeName("data-some-data-attribute"),
                                        AttributeName("data-tracking-dimension"),
                                        AttributeName("data-other-test"),
                                        AttributeName("data-test"),
                                        AttributeName("data-test-attribute"),
                                        AttributeName("data-test-attribute-2"),
                                        AttributeName("fill"),
                                        AttributeName("first-attribute"),
                                        AttributeName("for"),
                                        AttributeName("form"),
                                        AttributeName("height"),
                                        AttributeName("hreflang"),
                                        AttributeName("id"),
                                        AttributeName("lang"),
                                        AttributeName("my-attribute"),
                                        AttributeName("name"),
                                        AttributeName("r"),
                                        AttributeName("rel"),
                                        AttributeName("second-attribute"),
                                        AttributeName("tabindex"),
                                        AttributeName("type"),
                                        AttributeName("value"),
                                        AttributeName("viewBox"),
                                        AttributeName("width"),
                                        AttributeName("xmlns")};

template <class Names> auto named(const Names& names, const std::string& name, std::string_view what) {
  for (const auto& one : names)
    if (one.text() == name) return one;
  throw std::runtime_error(std::string(what) + " " + name + " is not among those that the fixtures have");
}

html::Attribute attribute(const std::string& name, const std::string& value) {
  if (name == "href") {
    const auto url = html::Url::parse(value);
    if (!url) throw std::runtime_error("address " + value);
    return html::href(*url);
  }
  return {named(attribute_names, name, "attribute"), value};
}

Html written_again(const MarkupNode& node) {
  if (node.name.empty()) return html::text(node.text);
  if (node.name == "title") return html::title(node.children.empty() ? "" : node.children.front().text);
  std::vector<html::Attribute> attributes;
  for (const auto& [name, value] : node.attributes)
    attributes.push_back(attribute(name, value));
  if (node.name == "textarea")
    return html::text_area(attributes, node.children.empty() ? "" : node.children.front().text);
  Html children;
  for (const MarkupNode& child : node.children)
    children << written_again(child);
  return html::element(named(element_names, node.name, "element"), attributes, children);
}

} // namespace

Html written_again(std::string_view markup) {
  Html out;
  for (const MarkupNode& node : read_markup(markup).children)
    out << written_again(node);
  return out;
}

Html shown(const json& options, const std::string& html_key, const std::string& text_key) {
  if (is_set(options, html_key)) return written_again(text_of(options, html_key));
  return html::text(text_of(options, text_key));
}

std::string text_of(const json& options, const std::string& key) {
  if (!options.contains(key) || options.at(key).is_null()) return {};
  const json& value = options.at(key);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

int whole_of(const json& options, const std::string& key, int otherwise) {
  return options.contains(key) ? options.at(key).get<int>() : otherwise;
}

bool is_set(const json& options, const std::string& key) {
  if (!options.contains(key)) return false;
  const json& value = options.at(key);
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_string()) return !value.get<std::string>().empty();
  return !value.is_null();
}

html::Url url_of(const json& options, const std::string& key, std::string_view otherwise) {
  const std::string text = text_of(options, key);
  const auto url = html::Url::parse(text.empty() ? otherwise : std::string_view(text));
  if (!url) throw std::runtime_error("address " + text);
  return *url;
}

std::vector<html::Attribute> attributes_of(const json& options) {
  std::vector<html::Attribute> out;
  if (!options.contains("attributes")) return out;
  for (const auto& [name, value] : options.at("attributes").items())
    out.push_back(attribute(name, value.is_string() ? value.get<std::string>() : value.dump()));
  return out;
}

html::Extra extra_of(const json& options) {
  return {text_of(options, "classes"), attributes_of(options)};
}

} // namespace probity::conformance
