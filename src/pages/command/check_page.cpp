#include <algorithm>

#include "pages/command/command_words.h"
#include "pages/command/form_frame.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "pages/workforce/words.h"
#include "record/vocabulary.h"

namespace probity::pages {

using namespace html;

namespace {

Html value_cell(const AskedField& field, const Reading& reading) {
  const CommandWords& words = words_of_commands();
  const auto found = reading.shown.find(field.name);
  if (found == reading.shown.end())
    return text(field.name == act_day_field ? words.today : words.not_provided);
  if (field.kind != record::Kind::text) return text(found->second);
  return element("div", {{"class", "probity-written"}}, found->second);
}

// A button, since what was typed goes along in the form and never into an address.
Html change_button(const std::string& question) {
  Button out;
  out.words = text(words_of_commands().change);
  out.words << element("span", {{"class", "govuk-visually-hidden"}}, " " + question);
  out.name = "step";
  out.value = "change";
  out.extra.classes = "probity-quiet-button";
  return button(out);
}

// What an event says beside what was typed: what a check found, what is due. Ids and digests say nothing to
// anybody.
std::string facts_said(const record::TypeDeclaration& type, const base::json::Value& event) {
  const base::json::Value* facts = event.find("facts");
  if (facts == nullptr || facts->object() == nullptr) return {};
  std::string out;
  const auto add = [&](std::string_view name, std::string value) {
    out += (out.empty() ? ": " : "; ") + code_words(name) + " " + std::move(value);
  };
  for (const record::FieldDeclaration& field : type.fields) {
    const base::json::Value* value = facts->find(field.name);
    if (value == nullptr) continue;
    if (field.kind == record::Kind::code) add(field.name, code_words(*value->text()));
    if (field.kind == record::Kind::day) add(field.name, dates_in_words(*value->text()));
    if (field.kind != record::Kind::names || value->array() == nullptr) continue;
    std::vector<std::string> names;
    for (const base::json::Value& one : *value->array()) {
      std::string name = code_words(*one.text());
      std::replace(name.begin(), name.end(), '=', ' '); // of a part, its grade
      names.push_back(std::move(name));
    }
    if (!names.empty()) add(field.name, listed(names));
  }
  return out;
}

Html what_would_be_recorded(const std::vector<base::json::Value>& events) {
  Html items;
  for (const base::json::Value& event : events) {
    const record::TypeDeclaration* type = record::find_type(*event.find("type")->text());
    if (type == nullptr) continue;
    items << element("li", std::string(type->meaning.substr(0, type->meaning.find(';'))) +
                               facts_said(*type, event));
  }
  if (items.empty()) return {};
  Html out = element("h3", words_of_commands().would_record);
  out << element("ul", items);
  return out;
}

} // namespace

Html caption_of(const service::CommandAsked& asked) {
  if (asked.opens) return {};
  return element("p", {{"class", "caption"}},
                 asked.staff ? staff_named(asked.staff->post, asked.staff->account, asked.person)
                             : named(asked.name, asked.person));
}

std::string record_path(const service::CommandAsked& asked) {
  return asked.staff ? staff_path(asked.person) : case_path(asked.person);
}

std::string form_path(const service::CommandAsked& asked) {
  if (asked.opens) return std::string(asked.staff ? new_post_path : opening_path);
  return command_path(record_path(asked), asked.type->name);
}

Html back_of(const service::CommandAsked& asked) {
  if (asked.staff && asked.opens) return way_back("/staff", workforce_words().to_list);
  if (asked.staff && asked.sees_case)
    return way_back(staff_path(asked.person),
                    staff_named(asked.staff->post, asked.staff->account, asked.person));
  if (asked.staff) return way_back("/staff/me", workforce_words().own_title);
  if (asked.opens) return way_back("/caseload", staff_words().caseload);
  return asked.sees_case ? way_back(case_path(asked.person), staff_words().back_to_case)
                         : way_back("/", staff_words().to_start);
}

Html answered_row(const std::string& question, const Html& answer) {
  Html cells = element("dt", {{"class", "govuk-summary-list__key"}}, question);
  cells << element("dd", {{"class", "govuk-summary-list__value"}}, answer);
  cells << element("dd", {{"class", "govuk-summary-list__actions"}}, change_button(question));
  return element("div", {{"class", "govuk-summary-list__row"}}, cells);
}

Html done_banner(const std::string& words) {
  NotificationBanner banner;
  banner.kind = NotificationBanner::Kind::success;
  banner.content = notification_heading(words);
  return notification_banner(banner);
}

Html kept_of_form(const CommandForm& form, const Reader& reader) {
  Html out = hidden_field("form_token", reader.form_token);
  out << hidden_field("command_id", form.id.hex());
  out << hidden_field("expect", std::to_string(form.asked.events));
  return out;
}

std::string command_path(const std::string& record, std::string_view command) {
  std::string out = record + "/do/" + std::string(command);
  out[out.rfind('.')] = '/';
  return out;
}

std::string command_path(const base::StreamId& person, std::string_view command) {
  return command_path(case_path(person), command);
}

std::string check_page(const CommandForm& asked, const Reading& reading,
                       const std::vector<base::json::Value>& would_record, const Reader& reader) {
  const CommandWords& words = words_of_commands();
  const FormWords title = command_words(*asked.asked.type);
  Html rows;
  for (const AskedField& field : asked_fields(asked.asked))
    rows << answered_row(field.label, value_cell(field, reading));
  Html inside = kept_of_form(asked, reader);
  for (const auto& [name, value] : asked.typed)
    inside << hidden_field(name, value);
  inside << element("dl", {{"class", "govuk-summary-list"}}, rows);
  Button give;
  give.words = text(title.label);
  give.name = "step";
  give.value = "give";
  inside << button(give) << signed_in_until(reader);
  Html main = caption_of(asked.asked);
  main << element("h1", words.check) << element("h2", title.label) << paragraph(words.check_text);
  main << what_would_be_recorded(would_record);
  main << form(local(form_path(asked.asked)), inside);
  return staff_page({std::string(words.check), false, back_of(asked.asked), main}, reader.caller,
                    reader.form_token);
}

Html commands_list(const base::StreamId& person, const std::vector<const record::TypeDeclaration*>& offered) {
  return commands_list(case_path(person), offered);
}

Html commands_list(const std::string& record, const std::vector<const record::TypeDeclaration*>& offered) {
  const CommandWords& words = words_of_commands();
  if (offered.empty()) return paragraph(words.nothing_to_do);
  Html out;
  for (std::size_t i = 0; i < offered.size();) {
    const std::string_view family = family_words(offered[i]->name);
    Html items;
    for (; i < offered.size() && family_words(offered[i]->name) == family; ++i)
      items << element("li", element("a", {href(local(command_path(record, offered[i]->name)))},
                                     command_words(*offered[i]).label));
    out << details(text(family), element("ul", items));
  }
  return out;
}

std::string with_commands_named(std::string_view said) {
  std::string out;
  std::size_t plain = 0; // up to where the text is written
  for (std::size_t open = said.find('('); open != std::string_view::npos; open = said.find('(', open + 1)) {
    const std::size_t close = said.find(')', open);
    if (close == std::string_view::npos) break;
    const record::TypeDeclaration* type =
        record::find_type(said.substr(open + 1, close - open - 1), casework::commands());
    if (type == nullptr) continue;
    out += std::string(said.substr(plain, open + 1 - plain)) + command_words(*type).label;
    plain = close;
  }
  return out + std::string(said.substr(plain));
}

Html with_commands_linked(const base::StreamId& person, std::string_view said) {
  Html out;
  std::size_t plain = 0; // up to where the text is written
  for (std::size_t open = said.find('('); open != std::string_view::npos; open = said.find('(', open + 1)) {
    const std::size_t close = said.find(')', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = said.substr(open + 1, close - open - 1);
    const record::TypeDeclaration* type = record::find_type(name, casework::commands());
    if (type == nullptr || type->stream != record::StreamKind::person) continue;
    out << text(said.substr(plain, open + 1 - plain));
    out << element("a", {href(local(command_path(person, name)))}, command_words(*type).label);
    plain = close;
  }
  out << text(said.substr(plain));
  return out;
}

} // namespace probity::pages
