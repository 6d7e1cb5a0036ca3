// What the pages of a command's form have around them.
#pragma once

#include "pages/command/command_form.h"

namespace probity::pages {

// Whom or what the command is about.
html::Html caption_of(const service::CommandAsked& asked);
// The address of that.
std::string record_path(const service::CommandAsked& asked);
// To the case, the member of staff or the post, or to where the reader begins when they do not see it.
html::Html back_of(const service::CommandAsked& asked);
// Where the form is sent.
std::string form_path(const service::CommandAsked& asked);
html::Html done_banner(const std::string& words);
// A row of a check page: what was asked, what was answered, and a button (of the step "change") that leads
// back to the form.
html::Html answered_row(const std::string& question, const html::Html& answer);
// Hidden: the session's token, the command's id, and how long the record was.
html::Html kept_of_form(const CommandForm& form, const Reader& reader);

} // namespace probity::pages
