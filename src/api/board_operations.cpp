#include "api/board_operations.h"

#include <array>

#include "api/handlers.h"

namespace probity::api {
namespace {

using http::Method;

constexpr std::string_view hex = "^[0-9a-f]{32}$";
constexpr std::string_view day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

constexpr std::array<std::string_view, 3> scopes = {"case", "ledger", "views"};

std::vector<MemberDeclaration> releases_answer() {
  return {{"on", "string", true, "today", day},
          {"releases", "array", true,
           "those that cannot wait first, each with what has to be in place and the command that gives it"},
          {"size", "integer", true, "of the ledger"},
          {"within", "integer", true, "days to come that are shown"}};
}

std::vector<MemberDeclaration> statement_query() {
  return {{"known", "string", false, "as known at so many events, or on a day"},
          {"reading", "string", false, "CLAUSE=NAME: a measure or fee read another way than as written"}};
}

// Of what stands below a statement: with the members that say how far it is while it is computed.
std::vector<MemberDeclaration> while_computed(std::vector<MemberDeclaration> answer) {
  answer.push_back({"of", "integer", false, "while it is computed: events to read"});
  answer.push_back({"read", "integer", false, "while it is computed: events read"});
  return answer;
}

Operation statement_operation(std::string_view pattern, std::string_view label, std::string_view name,
                              std::string_view summary, std::vector<MemberDeclaration> answer,
                              http::Response (*handler)(service::Office&, const http::Request&,
                                                        const service::Caller&)) {
  using enum http::Status;
  return {.pattern = pattern,
          .label = label,
          .name = name,
          .summary = summary,
          .query = statement_query(),
          .answer = while_computed(std::move(answer)),
          .good = {ok, accepted},
          .refused = {bad_request, unauthorized, forbidden, not_found, unprocessable_content},
          .for_caller = handler};
}

} // namespace

std::vector<Operation> board_operations() {
  using enum http::Status;
  return {
      {.pattern = "/api/v1/releases",
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
      {.pattern = "/api/v1/workload",
       .label = "see_workload",
       .name = "workload",
       .summary = "Staff of one's body with what they carry, and people who wait for a practitioner",
       .answer = {{"on", "string", true, "today", day},
                  {"size", "integer", true, "of the ledger"},
                  {"staff", "array"},
                  {"waiting", "array", true,
                   "cases of those who left first, with the day on which they did"}},
       .good = {ok},
       .refused = {unauthorized, forbidden},
       .for_caller = workload},
      {.pattern = "/api/v1/departures",
       .label = "see_team",
       .name = "departures",
       .summary = "Decisions about breach that are other than the rule recommended, of twelve months",
       .answer = {{"decided", "integer", true, "decisions in all"},
                  {"departures", "array", true, "newest first"},
                  {"on", "string", true, "today", day},
                  {"since", "string", true, "decisions from this day on", day},
                  {"size", "integer", true, "of the ledger"}},
       .good = {ok},
       .refused = {unauthorized, forbidden},
       .for_caller = departures},
      {.pattern = "/api/v1/cases/{case:hex32}/allocation",
       .label = "allocate_case",
       .name = "allocation",
       .summary = "To whom a case can be given, the one recommended first",
       .answer = {{"candidates", "array"},
                  {"case", "string", true, "", hex},
                  {"holder", "object", false, "who holds it, as one of the candidates"},
                  {"practitioner", "string", false, "who holds it", hex},
                  {"recommended", "string", false, "pseudonym", hex}},
       .good = {ok},
       .refused = {unauthorized, forbidden, not_found},
       .for_caller = allocation},
      {.pattern = "/api/v1/contracts",
       .label = "see_statements",
       .name = "contracts",
       .summary = "Contracts, and the periods of which there are statements",
       .answer = {{"contracts", "array"},
                  {"on", "string", true, "today", day},
                  {"size", "integer", true, "of the ledger"}},
       .good = {ok},
       .refused = {unauthorized, forbidden},
       .for_caller = contracts},
      statement_operation("/api/v1/contracts/{name:word}/{period:word}", "see_statements", "statement",
                          "The statement of a period", {{"statement", "object", false}}, statement),
      statement_operation("/api/v1/contracts/{name:word}/{period:word}/changes", "see_statements",
                          "statement_changes",
                          "What a statement says otherwise than as known then, and what was recorded since",
                          {{"cases", "array", false, "that are counted otherwise"},
                           {"changed", "integer", false, "cases in all"},
                           {"lines", "array", false, "that differ"},
                           {"now_pence", "integer", false},
                           {"now_size", "integer", false, "of the ledger"},
                           {"then_pence", "integer", false},
                           {"then_size", "integer", false, "of the ledger"}},
                          statement_changes),
      statement_operation("/api/v1/contracts/{name:word}/{period:word}/{clause:word}/{line:word}",
                          "see_statements", "statement_line",
                          "A line of a statement, and the cases that it counts",
                          {{"cases", "array", false}, {"line", "object", false}}, statement_line),
      statement_operation(
          "/api/v1/contracts/{name:word}/{period:word}/{clause:word}/{line:word}/cases/{record:hex32}",
          "see_counted", "statement_record",
          "What a line counts of one case, and the events that it was counted from",
          {{"case", "string", false, "", hex}, {"cases", "array", false}, {"events", "array", false}},
          statement_record),
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
       .summary = "Begin to verify the ledger, a sample of the views made from it, or one case",
       .body = {{"case", "string", false, "of a case: its reference", hex},
                {"head", "string", false, "of the ledger: a root that was published; 64 hexadecimal digits"},
                {"note", "string", false, "of the ledger: a checkpoint that it must have grown from"},
                {"people", "string", false, "of the views: how many people; 100 where it is left out"},
                {"scope", "string", false, "the ledger where it is left out", {}, scopes},
                {"seed", "string", false, "of the views: the number that draws the people"}},
       .answer = {{"begun", "boolean"}},
       .good = {accepted},
       .refused = {bad_request, unauthorized, forbidden, not_found, unsupported_media_type,
                   unprocessable_content},
       .for_caller = begin_verification},
      {.pattern = "/api/v1/verification/events/{event:number}",
       .label = "verify",
       .name = "event_proof",
       .summary = "The proof that an event is in the ledger, up to the newest signed checkpoint",
       .answer = {{"body", "string", true, "the event's bytes"},
                  {"case", "string", false, "whose record it is of, where it is a person's", hex},
                  {"index", "integer"},
                  {"leaf", "string", true, "hash of the bytes"},
                  {"ok", "boolean"},
                  {"path", "array", true, "hashes from the leaf up"},
                  {"proof", "string", true, "as c2sp.org/tlog-proof@v1, with the signed checkpoint"},
                  {"root", "string", true, "where the path ends"},
                  {"size", "integer", true, "events that the checkpoint covers"},
                  {"type", "string", true, "of the event"},
                  {"verification_key", "string", true, "that the checkpoint is signed by"}},
       .good = {ok},
       .refused = {unauthorized, forbidden, not_found},
       .for_caller = event_proof}};
}

} // namespace probity::api
