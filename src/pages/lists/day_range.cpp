#include "pages/lists/day_range.h"

#include "pages/lists/list_words.h"

namespace probity::pages {

using namespace html;

namespace {

Html day_field(const std::string& name, std::string_view label, const TypedDay& typed,
               const std::optional<base::Error>& error) {
  DateInput out;
  out.id = name;
  out.fieldset = Fieldset{Legend{text(label), "govuk-fieldset__legend--s", PageHeading::no}, {}, "", "", {}};
  out.parts = day_month_year(name, typed.day, typed.month, typed.year);
  add_error(out, name, error);
  return date_input(out);
}

} // namespace

TypedDays typed_days_in(const http::Pairs& query) {
  return {typed_day_in(query, "from"), typed_day_in(query, "to")};
}

http::Pairs with_days(const http::Pairs& query, const TypedDays& days) {
  http::Pairs out;
  for (const http::Pair& pair : query)
    if (!pair.name.starts_with("from") && !pair.name.starts_with("to")) out.add(pair.name, pair.value);
  out.add("from", days.from.text());
  out.add("to", days.to.text());
  return out;
}

Html day_range_fields(const TypedDays& days, const std::optional<base::Error>& error) {
  Html out = day_field("from", list_words().from_day, days.from, error);
  return out << day_field("to", list_words().to_day, days.to, error);
}

ErrorLink link_to_field(const base::Error& error) {
  const bool of_day = error.where == "from" || error.where == "to";
  return {text(error.message + ". " + error.hint), Url::fragment(error.where + (of_day ? "-day" : "")), {}};
}

} // namespace probity::pages
