// A form for any command about a person, a member of staff or a post, made from the command's declaration:
// what was typed into it, what that says, and its pages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "http/fields.h"
#include "pages/staff/pages.h"
#include "service/command_asked.h"

namespace probity::pages {

// A field of the form: one of the command's, what the command is about, or the day of the act.
struct AskedField {
  std::string name;
  record::Kind kind = record::Kind::text;
  std::string label, hint;
  bool needed = false;
  std::string_view unit;
  std::span<const std::string_view> codes;
  const std::vector<service::Choosable>* choices =
      nullptr; // what an identifier is chosen from; none: it is typed
  // The command's field that this answers a part of, and which part: `groups` and "children". Empty: a whole
  // field.
  std::string_view part_of, part;
};
inline constexpr std::string_view act_day_field = "act_day";

// In the order of the form. `asked` must outlive it.
std::vector<AskedField> asked_fields(const service::CommandAsked& asked);

// As sent by the browser: a day has three parts, a moment four.
using Typed = std::map<std::string, std::string>;
// What of a form or of an address belongs to the fields.
Typed typed_of(const std::vector<AskedField>& fields, const http::Pairs& sent);
// The same of an address, in which a day is one text ("due=2016-03-27").
Typed typed_of_address(const std::vector<AskedField>& fields, const http::Pairs& query);

struct Reading {
  std::vector<std::string> fields;           // "kind=sentence", as service::CommandGiven takes them
  std::optional<base::Day> on;               // of the act
  std::map<std::string, std::string> errors; // field → what to do
  std::map<std::string, std::string> shown;  // field → its value in words; what was not said is not in it
};
Reading read_form(const std::vector<AskedField>& fields, const Typed& typed, const base::Zone& zone);
// "A plan was begun, sentence, 3 March 2016".
std::string choosable_words(const service::Choosable& one, const base::Zone& zone);

struct CommandForm {
  const service::CommandAsked& asked;
  base::EventId id; // of the command that the form gives
  Typed typed = {};
  std::map<std::string, std::string> errors = {}; // field → what to do; "" for what is about no field
  std::string notice = {};                        // what to know before going on
};
// Of the form of a command; `record`: the address of what it is about ("/cases/…", "/staff/…").
std::string command_path(const std::string& record, std::string_view command);
std::string command_path(const base::StreamId& person, std::string_view command);
inline constexpr std::string_view opening_path = "/people/new";      // of the form that opens a record
inline constexpr std::string_view new_post_path = "/staff/new-post"; // of the form that makes a post
std::string command_page(const CommandForm& form, const Reader& reader);
// `would_record`: the events that the command makes now.
std::string check_page(const CommandForm& form, const Reading& reading,
                       const std::vector<base::json::Value>& would_record, const Reader& reader);

// Whether a command may find what is asked about once more, between its check page and recording it; and
// whether the events that it makes now are so: a plan that nearly copies another of the same author.
bool may_interrupt(std::string_view command);
bool interrupts(const std::vector<base::json::Value>& would_record);
inline constexpr std::string_view confirmed_step = "confirm"; // of the form, by who goes on
std::string interruption_page(const CommandForm& form, const Reader& reader);

// Links to the forms of commands, by family, under a heading of the level.
html::Html commands_list(const std::string& record,
                         const std::vector<const record::TypeDeclaration*>& offered);
html::Html commands_list(const base::StreamId& person,
                         const std::vector<const record::TypeDeclaration*>& offered);

// A text in which "(plan.draft)" becomes a link to that form.
html::Html with_commands_linked(const base::StreamId& person, std::string_view text);
// The same with the commands called in words and not linked: one about staff is about another record mostly.
std::string with_commands_named(std::string_view text);

} // namespace probity::pages
