#include "api/staff_operations.h"

#include "api/handlers.h"

namespace probity::api {
namespace {

using http::Method;

constexpr std::string_view hex = "^[0-9a-f]{32}$";
constexpr std::string_view day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

std::vector<MemberDeclaration> record_answer() {
  return {{"commands", "array", true, "that the one who asks may give as it stands"},
          {"events", "array", true, "newest first"},
          {"length", "integer", true, "events that the record has, for `expect`"},
          {"member", "object", false, "how the member of staff stands; left out of a post"},
          {"on", "string", true, "today", day},
          {"own", "boolean", true, "of the one who asks"},
          {"post", "object", false, "how the post stands; left out of a member of staff"},
          {"size", "integer", true, "of the ledger"}};
}

} // namespace

std::vector<Operation> staff_operations() {
  using enum http::Status;
  const std::vector<http::Status> refused_commands = {
      bad_request,           unauthorized,       forbidden, not_found, conflict, unsupported_media_type,
      unprocessable_content, service_unavailable};
  return {{.pattern = "/api/v1/staff",
           .label = "see_workload",
           .name = "staff",
           .summary = "Posts and members of staff of one's body: filled, vacant, away, and what they carry",
           .answer = {{"away", "integer", true, "members of staff"},
                      {"body", "string"},
                      {"closed", "integer", true, "posts"},
                      {"filled", "integer", true, "posts"},
                      {"on", "string", true, "today", day},
                      {"posts", "array"},
                      {"size", "integer", true, "of the ledger"},
                      {"staff", "array", true, "those too of whom there is no more than an account"},
                      {"vacant", "integer", true, "posts"}},
           .good = {ok},
           .refused = {unauthorized, forbidden},
           .for_caller = staff_list},
          {.method = Method::post,
           .pattern = "/api/v1/staff",
           .label = "make_post",
           .name = "make_post",
           .summary = "Make a post of one's body; the stream of the event is its name",
           .body = command_body(),
           .gives_command = GivesCommand::makes_post,
           .answer = command_answer(),
           .good = {created, ok},
           .refused = refused_commands,
           .for_caller = make_post},
          {.pattern = "/api/v1/staff/me",
           .label = "see_own_staff_record",
           .name = "own_staff_record",
           .summary = "What is recorded of the one who asks as a member of staff",
           .answer = record_answer(),
           .good = {ok},
           .refused = {unauthorized, forbidden},
           .for_caller = own_staff_record},
          {.pattern = "/api/v1/staff/{staff:hex32}",
           .label = "see_staff",
           .name = "staff_record",
           .summary = "A member of staff or a post: how they stand, and every event",
           .answer = record_answer(),
           .good = {ok},
           .refused = {unauthorized, forbidden, not_found},
           .for_caller = staff_record},
          {.method = Method::post,
           .pattern = "/api/v1/staff/{staff:hex32}/commands",
           .label = "give_staff_command",
           .name = "give_staff_command",
           .summary = "Any command about the member of staff or the post (docs/commands.md; "
                      "docs/commands-by-role.md says whose)",
           .body = command_body(),
           .gives_command = GivesCommand::about_staff,
           .answer = command_answer(),
           .good = {created, ok},
           .refused = refused_commands,
           .for_caller = give_staff_command},
          {.pattern = "/api/v1/staff/{staff:hex32}/commands",
           .label = "give_staff_command",
           .name = "commands_about_staff",
           .summary = "The commands that the one who asks may give about the member of staff or the post",
           .answer = {{"commands", "array"}},
           .good = {ok},
           .refused = {unauthorized, forbidden, not_found},
           .for_caller = commands_about_staff},
          {.pattern = "/api/v1/staff/{staff:hex32}/commands/{family:word}/{act:word}",
           .label = "give_staff_command",
           .name = "staff_command_asked",
           .summary = "What a command about a member of staff or a post asks",
           .answer = {{"choices", "object", true, "by field, what can be named there"},
                      {"command", "string"},
                      {"events", "integer", true, "that the record has, for `expect`"},
                      {"fields", "array"},
                      {"meaning", "string"},
                      {"on", "string", true, "today", day},
                      {"staff", "string", true, "", hex}},
           .good = {ok},
           .refused = {unauthorized, forbidden, not_found},
           .for_caller = staff_command_asked}};
}

} // namespace probity::api
