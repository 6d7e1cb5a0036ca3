// Forms for commands through the whole site in memory.
#pragma once

#include "support/served_site.h"

namespace probity::support {

class CommandForms : public ServedSite {
 protected:
  // `step`: what the button of the form is pressed for where a test does not say: "check", "change", "give".
  explicit CommandForms(std::string step) : step_(std::move(step)) {}

  // Opens the form and sends these fields with what is hidden in it, unless the fields say it themselves.
  Response post(const std::string& session, const std::string& to, http::Pairs fields,
                const std::string& step = {}) {
    const Response form = get(to, session);
    fields.add("form_token", hidden(form.body, "form_token"));
    if (!fields.has("command_id")) fields.add("command_id", hidden(form.body, "command_id"));
    if (!fields.has("expect")) fields.add("expect", hidden(form.body, "expect"));
    fields.add("step", step.empty() ? step_ : step);
    return send(with(http::post_request(to, fields), session));
  }

 private:
  std::string step_;
};

} // namespace probity::support
