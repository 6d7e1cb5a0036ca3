#include "pages/people/people_routes.h"

#include "asked/caseload.h"
#include "pages/people/people_pages.h"
#include "pages/staff/signed_in.h"
#include "service/give_command.h"
#include "service/record_outcome.h"

namespace probity::pages {
namespace {

using http::Method;
using http::Request;
using http::Response;
using service::Office;

Response show_doubles(Office& office, const Request& request, const Reader& reader) {
  const auto found =
      service::doubles(office, reader.caller, asked::sheet(request.query.text("page")).value_or(1));
  if (!found) return problem(found.error(), reader);
  std::vector<base::EventId> ids;
  ids.reserve(found->pairs.size());
  for (std::size_t i = 0; i < found->pairs.size(); ++i)
    ids.push_back(service::new_command_id(office.now()));
  const std::string_view said = request.query.text("said");
  const PairAnswer answered = said == "one"   ? PairAnswer::joined
                              : said == "two" ? PairAnswer::told_apart
                                              : PairAnswer::none;
  return http::html_page(doubles_page(*found, ids, reader, answered));
}

// Without an answer, or about nobody, it is a command without its field: the gate is asked, and then it is
// refused.
Response answer_pair(Office& office, const Request& request, const Reader& reader) {
  const std::string_view answer = request.form.text("answer");
  service::CommandGiven given;
  given.id = base::EventId::from_hex(request.form.text("id")).value_or(service::new_command_id(office.now()));
  given.person = id_of<base::StreamId>(request, "case");
  given.command = answer == "one" ? "person.link" : "person.tell_apart";
  if (answer == "one" || answer == "two")
    given.fields.push_back("other=" + std::string(request.form.text("other")));
  const auto acted = service::give_command(office, reader.caller, given);
  if (!acted) return problem(acted.error(), reader);
  return http::see_other("/doubles?said=" + std::string(answer));
}

Response ask_for_copy(Office& office, const Request& request, const Reader& reader) {
  const auto person = id_of<base::StreamId>(request, "case");
  const auto name = service::may_copy(office, reader.caller, person);
  return name ? http::html_page(ask_for_copy_page(person, *name, reader)) : problem(name.error(), reader);
}

Response make_copy(Office& office, const Request& request, const Reader& reader) {
  const auto copy = service::subject_copy(office, reader.caller, id_of<base::StreamId>(request, "case"));
  return copy ? http::html_page(copy_page(*copy, reader)) : problem(copy.error(), reader);
}

} // namespace

void add_people_pages(http::Router& router, Office& office) {
  StaffRoutes routes(router, office);
  routes.add(Method::get, "/doubles", "see_doubles", show_doubles);
  routes.add(Method::post, "/doubles/{case:hex32}", "give_command", answer_pair);
  routes.add(Method::get, "/cases/{case:hex32}/copy", "copy_record", ask_for_copy);
  routes.add(Method::post, "/cases/{case:hex32}/copy", "copy_record", make_copy);
}

} // namespace probity::pages
