#include "html/form_fields.h"

#include <algorithm>

#include "html/component_words.h"
#include "html/form_parts.h"

namespace probity::html {
namespace {

Html option_element(const Option& option) {
  std::vector<Attribute> attributes;
  if (option.value) attributes.push_back({"value", *option.value});
  if (option.chosen) attributes.push_back({"selected", ""});
  if (option.disabled) attributes.push_back({"disabled", ""});
  attributes.insert(attributes.end(), option.attributes.begin(), option.attributes.end());
  return element("option", attributes, text(option.words));
}

// With label, hint and message before the field and what stands around it.
Html labelled(Label words, const std::string& id, const Around& around, const Html& said, const Html& field) {
  words.of = id;
  Html out = label(words);
  out << said << around.before << field << around.after;
  return group(around, out);
}

Html part_of_date(const DateInput& date, const DatePart& part, bool any_wrong) {
  Input out;
  out.name = part.name;
  out.id = part.id.empty() ? date.id + "-" + part.name : part.id;
  out.label.words = text(part.words);
  out.label.extra.classes = "govuk-date-input__label";
  out.value = part.value;
  out.inputmode = part.inputmode;
  out.pattern = part.pattern;
  out.autocomplete = part.autocomplete;
  std::string classes = "govuk-date-input__input";
  if (part.wrong.value_or(date.around.error && !any_wrong)) classes += " govuk-input--error";
  if (part.characters > 0) classes += " govuk-input--width-" + std::to_string(part.characters);
  out.extra = {joined(classes, part.extra.classes), part.extra.attributes};
  return element("div", {{"class", "govuk-date-input__item"}}, input(out));
}

} // namespace

Html select(const Select& select) {
  const std::string& id = select.id.empty() ? select.name : select.id;
  const Said around = said(select.around, id, select.described_by);
  std::vector<Attribute> attributes =
      with_extra("govuk-select",
                 Extra{joined(select.extra.classes, select.around.error ? "govuk-select--error" : ""), {}},
                 {{"id", id}, {"name", select.name}});
  if (select.disabled) attributes.push_back({"disabled", ""});
  add_unless_empty(attributes, "aria-describedby", around.described_by);
  attributes.insert(attributes.end(), select.extra.attributes.begin(), select.extra.attributes.end());
  Html options;
  for (const Option& option : select.options)
    options << option_element(option);
  return labelled(select.label, id, select.around, around.markup, element("select", attributes, options));
}

Html textarea(const Textarea& textarea) {
  const std::string& id = textarea.id.empty() ? textarea.name : textarea.id;
  const Said around = said(textarea.around, id, textarea.described_by);
  std::vector<Attribute> attributes =
      with_extra(textarea.around.error ? "govuk-textarea govuk-textarea--error" : "govuk-textarea",
                 Extra{textarea.extra.classes, {}},
                 {{"id", id}, {"name", textarea.name}, {"rows", std::to_string(textarea.rows)}});
  if (textarea.spellcheck) attributes.push_back({"spellcheck", *textarea.spellcheck ? "true" : "false"});
  if (textarea.disabled) attributes.push_back({"disabled", ""});
  add_unless_empty(attributes, "aria-describedby", around.described_by);
  add_unless_empty(attributes, "autocomplete", textarea.autocomplete);
  attributes.insert(attributes.end(), textarea.extra.attributes.begin(), textarea.extra.attributes.end());
  return labelled(textarea.label, id, textarea.around, around.markup, text_area(attributes, textarea.value));
}

std::vector<DatePart> day_month_year(const std::string& name, const std::string& day,
                                     const std::string& month, const std::string& year) {
  std::vector<DatePart> out(3);
  out[0] = {name + "-day", std::string(component_words().day), name + "-day", day};
  out[1] = {name + "-month", std::string(component_words().month), name + "-month", month};
  out[2] = {name + "-year", std::string(component_words().year), name + "-year", year, 4};
  return out;
}

Html date_input(const DateInput& date) {
  const Said around = said(date.around, date.id, date.fieldset ? date.fieldset->described_by : "");
  const bool any_wrong = std::any_of(date.parts.begin(), date.parts.end(),
                                     [](const DatePart& one) { return one.wrong == true; });
  Html parts = date.around.before;
  for (const DatePart& part : date.parts)
    parts << part_of_date(date, part, any_wrong);
  parts << date.around.after;
  std::vector<Attribute> attributes = with_extra("govuk-date-input", date.extra);
  add_unless_empty(attributes, "id", date.id);
  Html inside = around.markup;
  inside << element("div", attributes, parts);
  if (!date.fieldset) return group(date.around, inside);
  Fieldset set = *date.fieldset;
  set.described_by = around.described_by;
  set.role = "group";
  set.content = inside;
  return group(date.around, fieldset(set));
}

} // namespace probity::html
