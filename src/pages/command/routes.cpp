#include "pages/command/routes.h"

#include "pages/command/command_form.h"
#include "pages/command/command_words.h"
#include "pages/command/form_frame.h"
#include "pages/staff/signed_in.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "pages/workforce/words.h"
#include "service/record_outcome.h"
#include "service/signing_in.h"
#include "service/workforce/staff_commands.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using http::Status;
using service::Office;

std::string command_in(const Request& request) {
  return std::string(request.part("family")) + "." + std::string(request.part("act"));
}

std::optional<std::int64_t> expected(const Request& request) {
  const auto number = http::number_of(request.form.text("expect"));
  return number ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
}

Response shown(Office& office, const Request& request, const Reader& reader,
               const base::Result<service::CommandAsked>& asked) {
  if (!asked) return problem(asked.error(), reader);
  CommandForm form{*asked, service::new_command_id(office.now())};
  form.typed = typed_of_address(asked_fields(*asked), request.query);
  return http::html_page(command_page(form, reader));
}

Response show_form(Office& office, const Request& request, const Reader& reader) {
  return shown(office, request, reader,
               service::command_asked(office, reader.caller, id_of<base::StreamId>(request, "case"),
                                      command_in(request),
                                      base::EventId::from_hex(request.query.text("done"))));
}

Response again(const CommandForm& form, const Reader& reader) {
  return http::html_page(command_page(form, reader), Status::unprocessable_content);
}

Response done_with_staff(const CommandForm& form) {
  std::string to = staff_path(form.asked.opens ? service::post_made_by(form.id) : form.asked.person);
  if (!form.asked.sees_case) to = form.asked.staff->own ? "/staff/me" : form_path(form.asked);
  return http::see_other(to + "?done=" + form.id.hex());
}

// To the case, the member of staff or the post, which says what was recorded; whoever does not see it comes
// back to the form.
Response done(const CommandForm& form) {
  if (form.asked.staff) return done_with_staff(form);
  if (form.asked.opens)
    return http::see_other(case_path(service::opened_by(form.id)) + "?done=" + form.id.hex());
  const std::string to = form.asked.sees_case ? case_path(form.asked.person)
                                              : command_path(form.asked.person, form.asked.type->name);
  return http::see_other(to + "?done=" + form.id.hex());
}

// What the field is that an error of the vocabulary is about: "/facts/level" → "level".
std::string field_of(const base::Error& error, const std::vector<AskedField>& fields) {
  std::string last = error.where.substr(error.where.rfind('/') + 1);
  for (const AskedField& field : fields)
    if (field.name == last || (!last.empty() && field.part_of == last)) return field.name;
  return {};
}

std::string in_plain_words(const base::Error& error) {
  std::string out = dates_in_words(error.message);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return error.hint.empty() ? out : out + ". " + dates_in_words(error.hint);
}

// The form again, with what it takes to go on; nothing that was typed is lost.
Response refused(CommandForm& form, const base::Error& error, const std::vector<AskedField>& fields,
                 const Reader& reader, base::Instant now) {
  using base::ErrorCode;
  const CommandWords& words = words_of_commands();
  if (service::is_denial(error)) return problem(error, reader);
  switch (error.code) {
  case ErrorCode::version_conflict:
    form.notice = form.asked.staff ? workforce_words().changed_meanwhile : words.changed_meanwhile;
    return http::html_page(command_page(form, reader), Status::conflict);
  case ErrorCode::id_reused:
    form.id = service::new_command_id(now);
    form.notice = words.reused;
    return again(form, reader);
  case ErrorCode::internal:
  case ErrorCode::busy:
    return problem(error, reader);
  default:
    form.errors[field_of(error, fields)] = in_plain_words(error);
    return again(form, reader);
  }
}

// As it was sent, by whoever was signed out meanwhile.
Response show_again(Office& office, const Request& request, const Reader& reader,
                    const base::Result<service::CommandAsked>& asked) {
  if (!asked) return problem(asked.error(), reader);
  CommandForm form{*asked, base::EventId::from_hex(request.form.text("command_id"))
                               .value_or(service::new_command_id(office.now()))};
  form.typed = typed_of(asked_fields(*asked), request.form);
  return http::html_page(command_page(form, reader));
}

Response take(Office& office, const Request& request, const Reader& reader,
              const base::Result<service::CommandAsked>& asked) {
  if (!asked) return problem(asked.error(), reader);
  const std::vector<AskedField> fields = asked_fields(*asked);
  CommandForm form{*asked, service::new_command_id(office.now())};
  form.typed = typed_of(fields, request.form);
  const auto id = base::EventId::from_hex(request.form.text("command_id"));
  if (!id) {
    form.errors[""] = staff_words().form_old;
    return again(form, reader);
  }
  form.id = *id;
  const std::string_view step = request.form.text("step");
  if (step == "change") return http::html_page(command_page(form, reader));
  Reading reading = read_form(fields, form.typed, reader.zone);
  if (!reading.errors.empty()) {
    form.errors = std::move(reading.errors);
    return again(form, reader);
  }
  service::CommandGiven given;
  given.id = form.id;
  given.command = asked->type->name;
  given.fields = reading.fields;
  given.on = reading.on;
  given.about_staff = asked->staff.has_value();
  if (!asked->opens) {
    given.person = asked->person;
    given.expect = expected(request);
  }
  if (step == "give" && may_interrupt(given.command)) {
    const auto tried = service::try_command(office, reader.caller, given);
    if (!tried) return refused(form, tried.error(), fields, reader, office.now());
    if (interrupts(tried->events)) return http::html_page(interruption_page(form, reader));
  }
  const bool gives = step == "give" || step == confirmed_step;
  const auto acted = gives ? service::give_command(office, reader.caller, given)
                           : service::try_command(office, reader.caller, given);
  if (!acted) return refused(form, acted.error(), fields, reader, office.now());
  if (gives || acted->had_acted) return done(form);
  return http::html_page(check_page(form, reading, acted->events, reader));
}

base::Result<service::CommandAsked> asked_in(Office& office, const Request& request, const Reader& reader) {
  return service::command_asked(office, reader.caller, id_of<base::StreamId>(request, "case"),
                                command_in(request));
}

Response take_form(Office& office, const Request& request, const Reader& reader) {
  return take(office, request, reader, asked_in(office, request, reader));
}

Response show_form_again(Office& office, const Request& request, const Reader& reader) {
  return show_again(office, request, reader, asked_in(office, request, reader));
}

// --- the record of somebody new

Response show_opening(Office& office, const Request&, const Reader& reader) {
  const auto asked = service::opening_asked(office, reader.caller);
  if (!asked) return problem(asked.error(), reader);
  return http::html_page(command_page({*asked, service::new_command_id(office.now())}, reader));
}

Response take_opening(Office& office, const Request& request, const Reader& reader) {
  return take(office, request, reader, service::opening_asked(office, reader.caller));
}

// --- members of staff and posts

base::Result<service::CommandAsked> asked_of_staff(Office& office, const Request& request,
                                                   const Reader& reader) {
  return service::staff_command_asked(office, reader.caller, id_of<base::StreamId>(request, "staff"),
                                      command_in(request),
                                      base::EventId::from_hex(request.query.text("done")));
}

Response show_staff_form(Office& office, const Request& request, const Reader& reader) {
  return shown(office, request, reader, asked_of_staff(office, request, reader));
}

Response take_staff_form(Office& office, const Request& request, const Reader& reader) {
  return take(office, request, reader, asked_of_staff(office, request, reader));
}

Response show_new_post(Office& office, const Request&, const Reader& reader) {
  const auto asked = service::post_asked(office, reader.caller);
  if (!asked) return problem(asked.error(), reader);
  CommandForm form{*asked, service::new_command_id(office.now())};
  form.typed["body"] = reader.caller.member.provider;
  return http::html_page(command_page(form, reader));
}

Response take_new_post(Office& office, const Request& request, const Reader& reader) {
  return take(office, request, reader, service::post_asked(office, reader.caller));
}

Response show_staff_form_again(Office& office, const Request& request, const Reader& reader) {
  return show_again(office, request, reader, asked_of_staff(office, request, reader));
}

Response show_new_post_again(Office& office, const Request& request, const Reader& reader) {
  return show_again(office, request, reader, service::post_asked(office, reader.caller));
}

Response show_opening_again(Office& office, const Request& request, const Reader& reader) {
  return show_again(office, request, reader, service::opening_asked(office, reader.caller));
}

} // namespace

void add_command_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  constexpr std::string_view pattern = "/cases/{case:hex32}/do/{family:word}/{act:word}";
  routes.add(Method::get, pattern, "give_command", show_form);
  routes.add_form(pattern, "give_command", take_form, "give_command", show_form_again);
  constexpr std::string_view of_staff = "/staff/{staff:hex32}/do/{family:word}/{act:word}";
  routes.add(Method::get, of_staff, "give_staff_command", show_staff_form);
  routes.add_form(of_staff, "give_staff_command", take_staff_form, "give_staff_command",
                  show_staff_form_again);
  routes.add(Method::get, new_post_path, "make_post", show_new_post);
  routes.add_form(new_post_path, "make_post", take_new_post, "make_post", show_new_post_again);
  routes.add(Method::get, opening_path, "open_record", show_opening);
  routes.add_form(opening_path, "open_record", take_opening, "open_record", show_opening_again);
}

} // namespace probity::pages
