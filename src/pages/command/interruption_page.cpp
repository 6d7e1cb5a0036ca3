#include <algorithm>

#include "casework/plans/plan_check.h"
#include "casework/plans/plan_commands.h"
#include "pages/command/command_words.h"
#include "pages/command/form_frame.h"
#include "pages/staff/parts.h"

namespace probity::pages {

using namespace html;

namespace {

Html inverse_button(std::string_view words, std::string_view step, std::string_view more_classes = {}) {
  Button out;
  out.words = text(words);
  out.name = "step";
  out.value = step;
  out.extra.classes = "govuk-button--inverse" + std::string(more_classes);
  return button(out);
}

} // namespace

bool may_interrupt(std::string_view command) {
  return command == casework::plan::file.name;
}

bool interrupts(const std::vector<base::json::Value>& would_record) {
  const base::json::Value near_copy(to_text(casework::PlanFault::near_copy));
  return std::any_of(would_record.begin(), would_record.end(), [&](const base::json::Value& event) {
    const base::json::Value* facts = event.find("facts");
    const base::json::Value* found = facts == nullptr ? nullptr : facts->find("findings");
    return found != nullptr && found->array() != nullptr &&
           std::find(found->array()->begin(), found->array()->end(), near_copy) != found->array()->end();
  });
}

std::string interruption_page(const CommandForm& asked, const Reader& reader) {
  const CommandWords& words = words_of_commands();
  Interruption card;
  card.title = text(words.near_copy);
  card.body = paragraph(words.near_copy_found);
  card.body << paragraph(words.near_copy_meant);
  card.actions = {inverse_button(words.near_copy_go_on, confirmed_step),
                  inverse_button(words.near_copy_go_back, "check", " probity-quiet-button")};
  Html inside = kept_of_form(asked, reader);
  for (const auto& [name, value] : asked.typed)
    inside << hidden_field(name, value);
  inside << interruption(card) << signed_in_until(reader);
  Html main = caption_of(asked.asked);
  main << form(local(form_path(asked.asked)), inside);
  return staff_page({std::string(words.near_copy), false, back_of(asked.asked), main}, reader.caller,
                    reader.form_token);
}

} // namespace probity::pages
