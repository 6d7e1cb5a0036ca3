#include "html/form_parts.h"

namespace probity::html {

std::string joined(const std::string& first, const std::string& second) {
  return first.empty() ? second : second.empty() ? first : first + " " + second;
}

Said said(const Around& around, const std::string& id, std::string described_by) {
  Said out{{}, std::move(described_by)};
  if (around.hint) {
    Hint one = *around.hint;
    one.id = id + "-hint";
    out.described_by = joined(out.described_by, one.id);
    out.markup << hint(one);
  }
  if (around.error) {
    ErrorMessage one = *around.error;
    one.id = id + "-error";
    out.described_by = joined(out.described_by, one.id);
    out.markup << error_message(one);
  }
  return out;
}

Html group(const Around& around, const Html& content) {
  return element("div",
                 with_extra(around.error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group",
                            around.group),
                 content);
}

void add_unless_empty(std::vector<Attribute>& attributes, AttributeName name, std::string_view value) {
  if (!value.empty()) attributes.push_back({name, value});
}

} // namespace probity::html
