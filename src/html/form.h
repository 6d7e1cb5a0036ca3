// The fields of forms and what goes with them: button, label, hint, error message and summary, fieldset,
// input, radios. A form is an element of its own: `form`.
#pragma once

#include <optional>

#include "html/component.h"
#include "html/component_words.h"

namespace probity::html {

// POST to a path of this service. The browser checks nothing (`novalidate`): the service does, and says it in
// words.
Html form(const Url& to, const Html& content);
Html hidden_field(std::string_view name, std::string_view value);

struct Button {
  Html words = {};
  std::optional<Url> to = {}; // a link that looks like a button
  std::string name = {};
  std::string value = {};
  std::string type = {}; // empty: "submit"
  std::string id = {};
  bool disabled = false;
  bool starts = false;           // the way into a service: larger, with an arrow
  std::optional<bool> once = {}; // for pages with the Design System's script: a double click counts once
  Extra extra = {};
};
Html button(const Button& button);
Html button(std::string_view words);

enum class PageHeading { no, yes }; // the label or legend is the page's h1

struct Label {
  Html words = {};     // empty: no label
  std::string of = {}; // id of the field
  PageHeading heading = PageHeading::no;
  Extra extra = {};
};
Html label(const Label& label);

struct Hint {
  Html words = {};
  std::string id = {};
  Extra extra = {};
};
Html hint(const Hint& hint);

struct ErrorMessage {
  Html words = {};
  std::string id = {};
  std::string spoken = std::string(component_words().error); // said before the words; empty: nothing
  Extra extra = {};
};
Html error_message(const ErrorMessage& error);

struct ErrorLink {
  Html words = {};
  std::optional<Url> to = {}; // the field; none: it is about no field
  std::vector<Attribute> attributes = {};
};
// At the top of a page whose form was sent with mistakes.
struct ErrorSummary {
  Html title = {}; // empty: "There is a problem"
  Html description = {};
  std::vector<ErrorLink> errors = {};
  std::optional<bool> without_focus = {};
  Extra extra = {};
};
Html error_summary(const ErrorSummary& summary);

struct Legend {
  Html words = {};
  std::string classes = {};
  PageHeading heading = PageHeading::no;
};
struct Fieldset {
  std::optional<Legend> legend = {};
  Html content = {};
  std::string described_by = {};
  std::string role = {};
  Extra extra = {};
};
Html fieldset(const Fieldset& fieldset);

// What every field may have around it.
struct Around {
  std::optional<Hint> hint = {};
  std::optional<ErrorMessage> error = {};
  Html before = {}; // right before and after the field
  Html after = {};
  Extra group = {};
};

struct Affix {
  Html words = {};
  Extra extra = {};
};

struct Input {
  std::string name = {};
  std::string id = {}; // empty: the name
  Label label = {};    // its `of` is set
  std::string type = "text";
  std::optional<std::string> value = {};
  std::string autocomplete = {};
  std::string inputmode = {};
  std::string pattern = {};
  std::string autocapitalize = {};
  std::optional<bool> spellcheck = {};
  bool disabled = false;
  std::string described_by = {};
  std::optional<Affix> prefix = {};
  std::optional<Affix> suffix = {};
  Extra wrapper = {}; // of the field with its prefix and suffix
  Around around = {};
  Extra extra = {};
};
Html input(const Input& input);

struct Choice {
  std::string value = {};
  Html words = {};
  std::string id = {}; // empty: made of the radios' id
  std::optional<Hint> hint = {};
  bool chosen = false;
  bool disabled = false;
  Html divider = {}; // words between choices, instead of one
  Html opened = {};  // shown while this is chosen, by the Design System's script
  Extra label = {};
  std::vector<Attribute> attributes = {};
};
struct Radios {
  std::string name = {};
  std::string id = {}; // of the first; empty: the name
  std::vector<Choice> choices = {};
  std::optional<Fieldset> fieldset = {}; // its content is set
  Around around = {};
  Extra extra = {};
};
Html radios(const Radios& radios);

} // namespace probity::html
