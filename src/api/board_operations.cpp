#include "api/board_operations.h"

#include "api/handlers.h"

namespace probity::api {
namespace {

using http::Method;

constexpr std::string_view day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

std::vector<MemberDeclaration> releases_answer() {
  return {{"on", "string", true, "today", day},
          {"releases", "array", true, "those that cannot wait first, each with what has to be in place"},
          {"size", "integer", true, "of the ledger"},
          {"within", "integer", true, "days to come that are shown"}};
}

} // namespace

std::vector<Operation> board_operations() {
  using enum http::Status;
  return {{.pattern = "/api/v1/releases",
           .label = "see_releases",
           .name = "releases",
           .summary = "Releases of those whom the one who asks holds",
           .answer = releases_answer(),
           .good = {ok},
           .refused = {unauthorized, forbidden},
           .for_caller = releases},
          {.pattern = "/api/v1/releases/team",
           .label = "see_team_releases",
           .name = "team_releases",
           .summary = "Releases of everybody for whom one's body answers",
           .answer = releases_answer(),
           .good = {ok},
           .refused = {unauthorized, forbidden},
           .for_caller = team_releases},
          {.pattern = "/api/v1/verification",
           .label = "verify",
           .name = "verification",
           .summary = "The newest checkpoint, and the verification that runs or ended last",
           .answer = {{"checkpoint", "string", true, "a signed note, to be kept elsewhere"},
                      {"run", "object", false, "the verification; none was begun where it is left out"},
                      {"size", "integer", true, "of the ledger"}},
           .good = {ok},
           .refused = {unauthorized, forbidden},
           .for_caller = verification},
          {.method = Method::post,
           .pattern = "/api/v1/verification",
           .label = "verify",
           .name = "begin_verification",
           .summary = "Begin to verify the ledger, against a checkpoint kept elsewhere where one is given",
           .body = {{"note", "string", false, "a checkpoint that the ledger must have grown from"}},
           .answer = {{"begun", "boolean"}},
           .good = {accepted},
           .refused = {bad_request, unauthorized, forbidden, unsupported_media_type, unprocessable_content},
           .for_caller = begin_verification}};
}

} // namespace probity::api
