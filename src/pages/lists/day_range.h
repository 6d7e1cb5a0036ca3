// The fields by which a list is narrowed to some days.
#pragma once

#include <optional>

#include "html/form_fields.h"
#include "pages/staff/typed_day.h"

namespace probity::pages {

struct TypedDays {
  TypedDay from, to;
};
// As typed into the form, or of a link.
TypedDays typed_days_in(const http::Pairs& query);
// The query with days that can be read, "from=2016-03-27", in place of fields.
http::Pairs with_days(const http::Pairs& query, const TypedDays& days);
// `error`: what is to be put right; `where` says at which field.
html::Html day_range_fields(const TypedDays& days, const std::optional<base::Error>& error);
// To the field that it is about: the first one of a day.
html::ErrorLink link_to_field(const base::Error& error);
// Puts the error at the field of this name.
template <class Field>
void add_error(Field& field, std::string_view name, const std::optional<base::Error>& error) {
  if (!error || error->where != name) return;
  html::ErrorMessage message;
  message.words = html::text(error->message + ". " + error->hint);
  field.around.error = message;
}

} // namespace probity::pages
