#include "html/form.h"

#include "html/component_words.h"
#include "html/form_parts.h"

namespace probity::html {
namespace {

Html arrow() {
  return element("svg",
                 {{"class", "govuk-button__start-icon"},
                  {"xmlns", "http://www.w3.org/2000/svg"},
                  {"width", "17.5"},
                  {"height", "19"},
                  {"viewBox", "0 0 33 40"},
                  {"aria-hidden", "true"},
                  {"focusable", "false"}},
                 element("path", {{"fill", "currentColor"}, {"d", "M2 2h11l18 18-18 18H2l18-18z"}}));
}

Html input_element(const Input& input, const std::string& id, const std::string& described_by) {
  std::vector<Attribute> attributes =
      with_extra(input.around.error ? "govuk-input govuk-input--error" : "govuk-input",
                 Extra{input.extra.classes, {}}, {{"id", id}, {"name", input.name}, {"type", input.type}});
  if (input.spellcheck) attributes.push_back({"spellcheck", *input.spellcheck ? "true" : "false"});
  if (input.value) attributes.push_back({"value", *input.value});
  if (input.disabled) attributes.push_back({"disabled", ""});
  add_unless_empty(attributes, "aria-describedby", described_by);
  add_unless_empty(attributes, "autocomplete", input.autocomplete);
  add_unless_empty(attributes, "autocapitalize", input.autocapitalize);
  add_unless_empty(attributes, "pattern", input.pattern);
  add_unless_empty(attributes, "inputmode", input.inputmode);
  attributes.insert(attributes.end(), input.extra.attributes.begin(), input.extra.attributes.end());
  return element("input", attributes);
}

Html affix(const Affix& affix, std::string_view own_class) {
  return element("div", with_extra(own_class, affix.extra, {{"aria-hidden", "true"}}), affix.words);
}

Html choice(const Radios& radios, const Choice& one, const std::string& id) {
  if (!one.divider.empty()) return element("div", {{"class", "govuk-radios__divider"}}, one.divider);
  std::vector<Attribute> attributes{{"class", "govuk-radios__input"},
                                    {"id", id},
                                    {"name", radios.name},
                                    {"type", "radio"},
                                    {"value", one.value}};
  if (one.chosen) attributes.push_back({"checked", ""});
  if (one.disabled) attributes.push_back({"disabled", ""});
  if (!one.opened.empty()) attributes.push_back({"data-aria-controls", "conditional-" + id});
  if (one.hint) attributes.push_back({"aria-describedby", id + "-item-hint"});
  attributes.insert(attributes.end(), one.attributes.begin(), one.attributes.end());
  Html inside = element("input", attributes);
  Label words{one.words, id, PageHeading::no, one.label};
  words.extra.classes = joined("govuk-radios__label", words.extra.classes);
  inside << label(words);
  if (one.hint) {
    Hint more = *one.hint;
    more.id = id + "-item-hint";
    more.extra.classes = joined("govuk-radios__hint", more.extra.classes);
    inside << hint(more);
  }
  Html out = element("div", {{"class", "govuk-radios__item"}}, inside);
  if (!one.opened.empty())
    out << element("div",
                   {{"class", one.chosen ? "govuk-radios__conditional"
                                         : "govuk-radios__conditional govuk-radios__conditional--hidden"},
                    {"id", "conditional-" + id}},
                   one.opened);
  return out;
}

} // namespace

Html form(const Url& to, const Html& content) {
  return element("form", {action(to), {"method", "post"}, {"novalidate", ""}}, content);
}

Html hidden_field(std::string_view name, std::string_view value) {
  return element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html button(const Button& button) {
  std::vector<Attribute> attributes =
      with_extra("govuk-button",
                 Extra{joined(button.extra.classes, button.starts ? "govuk-button--start" : ""),
                       button.extra.attributes},
                 {{"data-module", "govuk-button"}});
  add_unless_empty(attributes, "id", button.id);
  Html inside = button.words;
  if (button.starts) inside << arrow();
  if (button.to) {
    attributes.push_back(href(*button.to));
    attributes.push_back({"role", "button"});
    attributes.push_back({"draggable", "false"});
    return element("a", attributes, inside);
  }
  attributes.push_back(
      {"type", button.type.empty() ? std::string_view("submit") : std::string_view(button.type)});
  add_unless_empty(attributes, "value", button.value);
  add_unless_empty(attributes, "name", button.name);
  if (button.disabled) {
    attributes.push_back({"disabled", ""});
    attributes.push_back({"aria-disabled", "true"});
  }
  if (button.once) attributes.push_back({"data-prevent-double-click", *button.once ? "true" : "false"});
  return element("button", attributes, inside);
}

Html button(std::string_view words) {
  Button one;
  one.words = text(words);
  return button(one);
}

Html label(const Label& label) {
  if (label.words.empty()) return {};
  std::vector<Attribute> attributes = with_extra("govuk-label", label.extra);
  add_unless_empty(attributes, "for", label.of);
  Html out = element("label", attributes, label.words);
  if (label.heading == PageHeading::no) return out;
  return element("h1", {{"class", "govuk-label-wrapper"}}, out);
}

Html hint(const Hint& hint) {
  std::vector<Attribute> attributes = with_extra("govuk-hint", hint.extra);
  add_unless_empty(attributes, "id", hint.id);
  return element("div", attributes, hint.words);
}

Html error_message(const ErrorMessage& error) {
  std::vector<Attribute> attributes = with_extra("govuk-error-message", error.extra);
  add_unless_empty(attributes, "id", error.id);
  Html inside;
  if (!error.spoken.empty())
    inside << element("span", {{"class", "govuk-visually-hidden"}}, error.spoken + ":") << text(" ");
  inside << error.words;
  return element("p", attributes, inside);
}

Html error_summary(const ErrorSummary& summary) {
  Html body;
  if (!summary.description.empty()) body << element("p", summary.description);
  Html list;
  for (const ErrorLink& error : summary.errors) {
    std::vector<Attribute> attributes;
    if (error.to) attributes.push_back(href(*error.to));
    attributes.insert(attributes.end(), error.attributes.begin(), error.attributes.end());
    list << element("li", error.to ? element("a", attributes, error.words) : error.words);
  }
  if (!summary.errors.empty())
    body << element("ul", {{"class", "govuk-list govuk-error-summary__list"}}, list);
  Html inside = element("h2", {{"class", "govuk-error-summary__title"}},
                        summary.title.empty() ? text(component_words().problem) : summary.title);
  inside << element("div", {{"class", "govuk-error-summary__body"}}, body);
  std::vector<Attribute> attributes =
      with_extra("govuk-error-summary", summary.extra, {{"data-module", "govuk-error-summary"}});
  if (summary.without_focus)
    attributes.push_back({"data-disable-auto-focus", *summary.without_focus ? "true" : "false"});
  return element("div", attributes, element("div", {{"role", "alert"}}, inside));
}

Html fieldset(const Fieldset& fieldset) {
  Html inside;
  if (fieldset.legend) {
    const Legend& legend = *fieldset.legend;
    const Html words = legend.heading == PageHeading::yes
                           ? element("h1", {{"class", "govuk-fieldset__heading"}}, legend.words)
                           : legend.words;
    inside << element("legend", {class_names("govuk-fieldset__legend", legend.classes)}, words);
  }
  inside << fieldset.content;
  std::vector<Attribute> attributes = with_extra("govuk-fieldset", fieldset.extra);
  add_unless_empty(attributes, "role", fieldset.role);
  add_unless_empty(attributes, "aria-describedby", fieldset.described_by);
  return element("fieldset", attributes, inside);
}

Html input(const Input& input) {
  const std::string& id = input.id.empty() ? input.name : input.id;
  Label words = input.label;
  words.of = id;
  Html out = label(words);
  const Said around = said(input.around, id, input.described_by);
  out << around.markup;
  Html field = input_element(input, id, around.described_by);
  if (input.prefix || input.suffix || !input.around.before.empty() || !input.around.after.empty()) {
    Html wrapped = input.around.before;
    if (input.prefix) wrapped << affix(*input.prefix, "govuk-input__prefix");
    wrapped << field;
    if (input.suffix) wrapped << affix(*input.suffix, "govuk-input__suffix");
    wrapped << input.around.after;
    field = element("div", with_extra("govuk-input__wrapper", input.wrapper), wrapped);
  }
  out << field;
  return group(input.around, out);
}

Html radios(const Radios& radios) {
  const std::string& id = radios.id.empty() ? radios.name : radios.id;
  const Said around = said(radios.around, id, radios.fieldset ? radios.fieldset->described_by : "");
  Html choices = radios.around.before;
  for (std::size_t i = 0; i < radios.choices.size(); ++i) {
    const Choice& one = radios.choices[i];
    const std::string own = !one.id.empty() ? one.id : i == 0 ? id : id + "-" + std::to_string(i + 1);
    choices << choice(radios, one, own);
  }
  choices << radios.around.after;
  Html inside = around.markup;
  inside << element("div", with_extra("govuk-radios", radios.extra, {{"data-module", "govuk-radios"}}),
                    choices);
  if (!radios.fieldset) return group(radios.around, inside);
  Fieldset set = *radios.fieldset;
  set.described_by = around.described_by;
  set.content = inside;
  return group(radios.around, fieldset(set));
}

} // namespace probity::html
