#include "conformance/form_fixtures.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "conformance/component_options.h"
#include "html/form_fields.h"
#include "html/notices.h"

namespace probity::conformance {
namespace {

using html::Html;
using nlohmann::json;

std::optional<bool> flag_of(const json& options, const std::string& key) {
  if (!options.contains(key) || options.at(key).is_null()) return std::nullopt;
  return is_set(options, key);
}

html::PageHeading heading_of(const json& options) {
  return is_set(options, "isPageHeading") ? html::PageHeading::yes : html::PageHeading::no;
}

html::Label label_struct(const json& options) {
  return {shown(options), text_of(options, "for"), heading_of(options), extra_of(options)};
}

html::Hint hint_struct(const json& options) {
  return {shown(options), text_of(options, "id"), extra_of(options)};
}

html::ErrorMessage error_struct(const json& options) {
  html::ErrorMessage out{shown(options), text_of(options, "id"), "Error", extra_of(options)};
  if (options.contains("visuallyHiddenText"))
    out.spoken = is_set(options, "visuallyHiddenText") ? text_of(options, "visuallyHiddenText") : "";
  return out;
}

html::Fieldset fieldset_struct(const json& options) {
  html::Fieldset out;
  if (options.contains("legend") && options.at("legend").is_object()) {
    const json& legend = options.at("legend");
    const Html words = shown(legend);
    if (!words.empty()) out.legend = html::Legend{words, text_of(legend, "classes"), heading_of(legend)};
  }
  if (is_set(options, "html")) out.content = written_again(text_of(options, "html"));
  out.described_by = text_of(options, "describedBy");
  out.role = text_of(options, "role");
  out.extra = extra_of(options);
  return out;
}

html::Around around_of(const json& options, const std::string& before, const std::string& after) {
  html::Around out;
  if (is_set(options, "hint")) out.hint = hint_struct(options.at("hint"));
  if (is_set(options, "errorMessage")) out.error = error_struct(options.at("errorMessage"));
  if (is_set(options, "formGroup")) {
    const json& group = options.at("formGroup");
    out.group = extra_of(group);
    if (group.contains(before)) out.before = shown(group.at(before));
    if (group.contains(after)) out.after = shown(group.at(after));
  }
  return out;
}

// A link, or a button of the inverse kind.
Html panel_action(const json& action) {
  html::Extra extra = extra_of(action);
  const std::string type = text_of(action, "type");
  if (is_set(action, "href") && type != "button") {
    extra.classes = extra.classes.empty() ? "govuk-link--inverse" : "govuk-link--inverse " + extra.classes;
    return html::element("a", html::with_extra("govuk-link", extra, {html::href(url_of(action, "href"))}),
                         shown(action));
  }
  html::Button out;
  out.words = shown(action);
  out.type = type.empty() ? "button" : type;
  if (is_set(action, "href")) out.to = url_of(action, "href");
  extra.classes = extra.classes.empty() ? "govuk-button--inverse" : "govuk-button--inverse " + extra.classes;
  out.extra = extra;
  return html::button(out);
}

} // namespace

Html label_of(const json& options) {
  return html::label(label_struct(options));
}

Html hint_of(const json& options) {
  return html::hint(hint_struct(options));
}

Html error_message_of(const json& options) {
  return html::error_message(error_struct(options));
}

Html fieldset_of(const json& options) {
  return html::fieldset(fieldset_struct(options));
}

Html button_of(const json& options) {
  html::Button out;
  out.words = shown(options);
  if (is_set(options, "html") && is_set(options, "isStartButton"))
    out.words = html::element("span", out.words);
  if (is_set(options, "href")) out.to = url_of(options, "href");
  out.name = text_of(options, "name");
  out.value = text_of(options, "value");
  out.type = text_of(options, "type");
  out.id = text_of(options, "id");
  out.disabled = is_set(options, "disabled");
  out.starts = is_set(options, "isStartButton");
  out.once = flag_of(options, "preventDoubleClick");
  out.extra = extra_of(options);
  return html::button(out);
}

Html panel_of(const json& options) {
  constexpr std::string_view interrupts = "govuk-panel--interruption";
  if (text_of(options, "classes").starts_with(interrupts)) {
    html::Interruption out;
    out.title = shown(options, "titleHtml", "titleText");
    out.body = shown(options);
    out.heading_level = whole_of(options, "headingLevel", 1);
    out.extra = extra_of(options);
    out.extra.classes.erase(0, std::min(out.extra.classes.size(), interrupts.size() + 1));
    if (options.contains("actions")) {
      out.around_actions = extra_of(options.at("actions"));
      for (const json& action : options.at("actions").value("items", json::array()))
        out.actions.push_back(panel_action(action));
    }
    return html::interruption(out);
  }
  return html::panel({shown(options, "titleHtml", "titleText"), shown(options),
                      whole_of(options, "headingLevel", 1), extra_of(options)});
}

Html error_summary_of(const json& options) {
  html::ErrorSummary out;
  out.title = shown(options, "titleHtml", "titleText");
  out.description = shown(options, "descriptionHtml", "descriptionText");
  for (const json& item : options.value("errorList", json::array())) {
    html::ErrorLink one{shown(item), {}, attributes_of(item)};
    if (is_set(item, "href")) one.to = url_of(item, "href");
    out.errors.push_back(std::move(one));
  }
  out.without_focus = flag_of(options, "disableAutoFocus");
  out.extra = extra_of(options);
  return html::error_summary(out);
}

Html input_of(const json& options) {
  html::Input out;
  out.name = text_of(options, "name");
  out.id = text_of(options, "id");
  if (options.contains("label")) out.label = label_struct(options.at("label"));
  if (is_set(options, "type")) out.type = text_of(options, "type");
  if (options.contains("value")) out.value = text_of(options, "value");
  out.autocomplete = text_of(options, "autocomplete");
  out.inputmode = text_of(options, "inputmode");
  out.pattern = text_of(options, "pattern");
  out.autocapitalize = text_of(options, "autocapitalize");
  if (options.contains("spellcheck") && options.at("spellcheck").is_boolean())
    out.spellcheck = options.at("spellcheck").get<bool>();
  out.disabled = is_set(options, "disabled");
  out.described_by = text_of(options, "describedBy");
  const auto affix = [&](const std::string& key) -> std::optional<html::Affix> {
    if (!is_set(options, key)) return std::nullopt;
    html::Affix one{shown(options.at(key)), extra_of(options.at(key))};
    if (one.words.empty()) return std::nullopt;
    return one;
  };
  out.prefix = affix("prefix");
  out.suffix = affix("suffix");
  if (options.contains("inputWrapper")) out.wrapper = extra_of(options.at("inputWrapper"));
  out.around = around_of(options, "beforeInput", "afterInput");
  out.extra = extra_of(options);
  return html::input(out);
}

Html radios_of(const json& options) {
  html::Radios out;
  out.name = text_of(options, "name");
  out.id = text_of(options, "idPrefix");
  const std::string value = text_of(options, "value");
  std::size_t position = 0;
  for (const json& item : options.value("items", json::array())) {
    ++position;
    if (!item.is_object()) continue;
    html::Choice one;
    one.value = text_of(item, "value");
    one.words = shown(item);
    one.id = text_of(item, "id");
    // Items that are left out count in the fixtures' numbering.
    if (one.id.empty() && position > out.choices.size() + 1)
      one.id = (out.id.empty() ? out.name : out.id) + "-" + std::to_string(position);
    if (is_set(item, "hint")) {
      const html::Hint more = hint_struct(item.at("hint"));
      if (!more.words.empty()) one.hint = more;
    }
    one.chosen = item.contains("checked") && !item.at("checked").is_null()
                     ? is_set(item, "checked")
                     : !value.empty() && one.value == value;
    one.disabled = is_set(item, "disabled");
    if (is_set(item, "divider")) one.divider = html::text(text_of(item, "divider"));
    if (is_set(item, "conditional") && item.at("conditional").is_object() &&
        is_set(item.at("conditional"), "html"))
      one.opened = written_again(text_of(item.at("conditional"), "html"));
    if (is_set(item, "label")) one.label = extra_of(item.at("label"));
    one.attributes = attributes_of(item);
    out.choices.push_back(std::move(one));
  }
  if (is_set(options, "fieldset")) out.fieldset = fieldset_struct(options.at("fieldset"));
  out.around = around_of(options, "beforeInputs", "afterInputs");
  out.extra = extra_of(options);
  return html::radios(out);
}

Html select_of(const json& options) {
  html::Select out;
  out.name = text_of(options, "name");
  out.id = text_of(options, "id");
  if (options.contains("label")) out.label = label_struct(options.at("label"));
  const std::string value = text_of(options, "value");
  for (const json& item : options.value("items", json::array())) {
    if (!item.is_object()) continue;
    html::Option one;
    one.words = text_of(item, "text");
    if (item.contains("value")) one.value = text_of(item, "value");
    const bool said = item.contains("selected") && !item.at("selected").is_null();
    one.chosen =
        is_set(item, "selected") || (!said && !value.empty() && one.value.value_or(one.words) == value);
    one.disabled = is_set(item, "disabled");
    one.attributes = attributes_of(item);
    out.options.push_back(std::move(one));
  }
  out.disabled = is_set(options, "disabled");
  out.described_by = text_of(options, "describedBy");
  out.around = around_of(options, "beforeInput", "afterInput");
  out.extra = extra_of(options);
  return html::select(out);
}

Html textarea_of(const json& options) {
  html::Textarea out;
  out.name = text_of(options, "name");
  out.id = text_of(options, "id");
  if (options.contains("label")) out.label = label_struct(options.at("label"));
  out.value = text_of(options, "value");
  out.rows = whole_of(options, "rows", out.rows);
  out.autocomplete = text_of(options, "autocomplete");
  if (options.contains("spellcheck") && options.at("spellcheck").is_boolean())
    out.spellcheck = options.at("spellcheck").get<bool>();
  out.disabled = is_set(options, "disabled");
  out.described_by = text_of(options, "describedBy");
  out.around = around_of(options, "beforeInput", "afterInput");
  out.extra = extra_of(options);
  return html::textarea(out);
}

namespace {

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

// What an item says of itself, what the date says of the part, and what the date's values say, in this order.
html::DatePart date_part(const json& options, const json& item, const std::string& id, bool is_year) {
  const std::string name = text_of(item, "name");
  const std::string prefix = is_set(options, "namePrefix") ? text_of(options, "namePrefix") + "-" : "";
  html::DatePart out;
  out.name = prefix + name;
  out.words = is_set(item, "label") ? text_of(item, "label") : capitalised(name);
  out.id = is_set(item, "id") ? text_of(item, "id") : id + "-" + name;
  const json values = options.value("values", json::object());
  if (item.contains("value"))
    out.value = text_of(item, "value");
  else if (is_set(options, name) && options.at(name).contains("value"))
    out.value = text_of(options.at(name), "value");
  else if (values.contains(name))
    out.value = text_of(values, name);
  else if (values.contains(prefix + name))
    out.value = text_of(values, prefix + name);
  out.extra = extra_of(item);
  const auto has = [&](const char* part) { return out.extra.classes.find(part) != std::string::npos; };
  out.characters = has("govuk-input--width-") ? 0 : is_year ? 4 : 2;
  // A part whose classes say that it is wrong has that class already.
  if (has("govuk-input--error"))
    out.wrong = false;
  else if (item.contains("error") && !item.at("error").is_null())
    out.wrong = is_set(item, "error");
  if (is_set(item, "inputmode")) out.inputmode = text_of(item, "inputmode");
  out.pattern = text_of(item, "pattern");
  out.autocomplete = text_of(item, "autocomplete");
  return out;
}

} // namespace

Html date_input_of(const json& options) {
  html::DateInput out;
  out.id = text_of(options, "id");
  const json items = options.value("items", json::array());
  for (const json& item : items)
    if (item.is_object())
      out.parts.push_back(date_part(options, item, out.id, text_of(item, "name") == "year"));
  if (items.empty()) {
    for (const std::string name : {"day", "month", "year"}) {
      json item = options.value(name, json(json::object()));
      if (!item.is_object()) continue; // left out
      if (!item.contains("name")) item["name"] = name;
      out.parts.push_back(date_part(options, item, out.id, name == "year"));
    }
  }
  const bool by_classes = std::any_of(out.parts.begin(), out.parts.end(), [](const html::DatePart& one) {
    return one.extra.classes.find("govuk-input--error") != std::string::npos;
  });
  if (by_classes)
    for (html::DatePart& one : out.parts)
      if (!one.wrong) one.wrong = false;
  if (is_set(options, "fieldset")) out.fieldset = fieldset_struct(options.at("fieldset"));
  out.around = around_of(options, "beforeInputs", "afterInputs");
  out.extra = extra_of(options);
  return html::date_input(out);
}

} // namespace probity::conformance
