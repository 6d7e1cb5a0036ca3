#include "api/front_operations.h"

#include "api/handlers.h"
#include "api/json_parts.h"
#include "api/problems.h"
#include "service/outcome_figures.h"
#include "service/service_state.h"
#include "service/unpaid_work_board.h"

namespace probity::api {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using http::Request;
using http::Response;
using service::Caller;
using service::Office;

constexpr std::string_view day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

Value places_json(const std::vector<service::WorkPlace>& places) {
  Array out;
  for (const service::WorkPlace& one : places) {
    Value row(Object{{"case", Value(one.person.hex())},
                     {"due", Value(base::to_text(one.due))},
                     {"overdue", Value(one.overdue)},
                     {"session", Value(one.session.hex())},
                     {"starts", Value(base::to_text(one.starts))}});
    if (one.minutes > 0) row.set("planned_minutes", Value(one.minutes));
    set_unless_empty(row, "name", one.name);
    out.push_back(std::move(row));
  }
  return Value(std::move(out));
}

Response unpaid_work(Office& office, const Request&, const Caller& caller) {
  const auto board = service::unpaid_work_board(office, caller);
  if (!board) return problem(board.error());
  return answered(Value(Object{{"on", Value(base::to_text(board->on))},
                               {"owed", places_json(board->owed)},
                               {"size", number(board->size)},
                               {"to_come", places_json(board->to_come)}}));
}

Response outcomes(Office& office, const Request& request, const Caller& caller) {
  service::OutcomesAsked asked;
  const auto take = [&](std::string_view name, std::string& out) {
    if (const auto given = request.query.find(name)) out = *given;
  };
  take("months", asked.months);
  take("proof", asked.proof);
  take("by", asked.by);
  const auto report = service::outcome_figures(office, caller, asked);
  return report ? answered(Value(Object{{"report", outcome::report_json(*report)}}))
                : problem(report.error());
}

Response accounts(Office& office, const Request&, const Caller& caller) {
  const auto state = service::service_state(office, caller);
  if (!state) return problem(state.error());
  Array rows;
  for (const service::AccountShown& one : state->accounts) {
    Array roles;
    for (const access::Role role : one.account.member.roles)
      roles.emplace_back(access::to_text(role));
    Array sessions;
    for (const access::Session& session : one.sessions)
      sessions.emplace_back(Object{{"seen", Value(base::to_text(session.seen))},
                                   {"started", Value(base::to_text(session.started))}});
    Value row(Object{{"account", Value(one.account.member.account)},
                     {"active", Value(one.account.active)},
                     {"provider", Value(one.account.member.provider)},
                     {"roles", Value(std::move(roles))},
                     {"second_factor", Value(one.account.second_factor)},
                     {"sessions", Value(std::move(sessions))}});
    if (one.last_signed_in) row.set("last_signed_in", Value(base::to_text(*one.last_signed_in)));
    rows.push_back(std::move(row));
  }
  return answered(Value(Object{{"accesses", number(state->accesses)},
                               {"accounts", Value(std::move(rows))},
                               {"last_recorded", Value(base::to_text(state->last_recorded))},
                               {"on", Value(base::to_text(state->on))},
                               {"people", number(state->people)},
                               {"root", Value(state->root.hex())},
                               {"size", number(state->size)}}));
}

} // namespace

std::vector<Operation> front_operations() {
  using enum http::Status;
  return {{.pattern = "/api/v1/unpaid-work",
           .label = "see_unpaid_work",
           .name = "unpaid_work",
           .summary = "Places on unpaid work of one's body that wait for an attendance, and those to come",
           .answer = {{"on", "string", true, "today", day},
                      {"owed", "array", true, "have begun; the longest due first"},
                      {"size", "integer", true, "of the ledger"},
                      {"to_come", "array", true, "within seven days, by time"}},
           .good = {ok},
           .refused = {unauthorized, forbidden},
           .for_caller = unpaid_work},
          {.pattern = "/api/v1/outcomes",
           .label = "see_outcomes",
           .name = "outcomes",
           .summary = "Returns to custody in figures; what is made of few people is withheld",
           .query = {{"by", "string", false, "what divides them; provider where it is left out", "",
                      service::outcome_groupings},
                     {"months", "string", false, "followed for; 12 where it is left out", "",
                      service::outcome_windows},
                     {"proof", "string", false, "which returns count; any where it is left out", "",
                      service::outcome_proofs}},
           .answer = {{"report", "object"}},
           .good = {ok},
           .refused = {bad_request, unauthorized, forbidden, unprocessable_content},
           .for_caller = outcomes},
          {.pattern = "/api/v1/accounts",
           .label = "see_accounts",
           .name = "accounts",
           .summary = "Accounts with their last use and open sessions, and what the service stands on",
           .answer = {{"accesses", "integer", true, "entries of the ledger of accesses"},
                      {"accounts", "array", true, "by name"},
                      {"last_recorded", "string", true, "when"},
                      {"on", "string", true, "today", day},
                      {"people", "integer", true, "whom the lists follow"},
                      {"root", "string", true, "of the ledger"},
                      {"size", "integer", true, "of the ledger"}},
           .good = {ok},
           .refused = {unauthorized, forbidden},
           .for_caller = accounts}};
}

} // namespace probity::api
