// More fields of forms: select, textarea, date input.
#pragma once

#include "html/form.h"

namespace probity::html {

struct Option {
  std::optional<std::string> value = {}; // none: its words
  std::string words = {};
  bool chosen = false;
  bool disabled = false;
  std::vector<Attribute> attributes = {};
};
// For many choices; few are radios.
struct Select {
  std::string name = {};
  std::string id = {}; // empty: the name
  Label label = {};    // its `of` is set
  std::vector<Option> options = {};
  bool disabled = false;
  std::string described_by = {};
  Around around = {};
  Extra extra = {};
};
Html select(const Select& select);

struct Textarea {
  std::string name = {};
  std::string id = {}; // empty: the name
  Label label = {};    // its `of` is set
  std::string value = {};
  int rows = 5;
  std::string autocomplete = {};
  std::optional<bool> spellcheck = {};
  bool disabled = false;
  std::string described_by = {};
  Around around = {};
  Extra extra = {};
};
Html textarea(const Textarea& textarea);

// One of the fields of a date.
struct DatePart {
  std::string name = {};
  std::string words = {}; // of its label
  std::string id = {};    // empty: the date's id and its name
  std::optional<std::string> value = {};
  int characters = 2; // how wide it is
  // Whether the error message is about it; not said of any part: it is about all.
  std::optional<bool> wrong = {};
  std::string inputmode = "numeric";
  std::string pattern = {};
  std::string autocomplete = {};
  Extra extra = {};
};
struct DateInput {
  std::string id = {};
  std::vector<DatePart> parts = {};      // as `day_month_year` gives them, or others
  std::optional<Fieldset> fieldset = {}; // its content and role are set
  Around around = {};
  Extra extra = {};
};
// "NAME-day", "NAME-month" and "NAME-year", with what was typed into them.
std::vector<DatePart> day_month_year(const std::string& name, const std::string& day,
                                     const std::string& month, const std::string& year);
Html date_input(const DateInput& date);

} // namespace probity::html
