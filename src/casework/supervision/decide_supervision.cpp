#include <algorithm>

#include "casework/drafting.h"
#include "casework/supervision/supervision_commands.h"
#include "record/supervision.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

Result<void> refuse_without_body(const Request& request) {
  if (request.state.provider.empty())
    return request.refuse("no body answers for the person", "Assign one first (supervision.assign)");
  return {};
}

Result<void> assign(Request& request) {
  using supervision::assign;
  const record::Event& asked = request.command.event;
  const Symbol provider = record::symbol<assign, "provider">(asked);
  if (provider == Symbol("none"))
    return request.refuse("\"none\" is no body", "End supervision instead (supervision.end)");
  if (provider == request.state.provider)
    return request.refuse(std::string(provider.text()) + " answers for the person already",
                          "Allocate the case within it (supervision.allocate)");
  const Order* order = request.state.order();
  const Allocation* decided =
      order == nullptr ? nullptr : find_allocation(request.state.allocations, order->id);
  if (record::symbol<assign, "reason">(asked) == Symbol("initial_allocation") && decided != nullptr &&
      decided->body != provider)
    return request.refuse("it was decided that " + std::string(decided->body.text()) +
                              " supervises the order",
                          "Give the person to that body, or decide again (allocation.decide)");
  if (request.state.open_escalation() != nullptr || request.state.transfers.open() != nullptr)
    return request.refuse("it is being decided whether another body takes the person over",
                          "Accept, send back or withdraw that first");
  if (record::symbol<assign, "reason">(asked) == Symbol("transfer") && !request.state.provider.empty())
    return request.refuse("a transfer is asked for and accepted, so that nothing stays behind",
                          "Ask the other body (transfer.request)");
  record::EventBuilder assigned = request.draft(record::supervision::provider_assigned);
  assigned.fact("provider", provider.text()).fact("reason", record::symbol<assign, "reason">(asked).text());
  request.add(assigned);
  record::EventBuilder holds = request.draft(record::supervision::duty_team_holds);
  holds.fact("team", record::symbol<assign, "team">(asked).text());
  request.add(holds);
  return {};
}

Result<void> allocate(Request& request) {
  PROBITY_TRY(refuse_without_body(request));
  return allocate_to_practitioner(request);
}

Result<void> hold_by_team(Request& request) {
  PROBITY_TRY(refuse_without_body(request));
  const Symbol team = record::symbol<supervision::hold_by_team, "team">(request.command.event);
  if (team == request.state.duty_team)
    return request.refuse("that team holds the case already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::supervision::duty_team_holds);
  event.fact("team", team.text());
  request.add(event);
  return {};
}

Result<void> end(Request& request) {
  PROBITY_TRY(refuse_without_body(request));
  if (request.state.order() != nullptr)
    return request.refuse("an order or licence is in force", "Record how it ended first");
  if (request.state.open_escalation() != nullptr || request.state.transfers.open() != nullptr ||
      request.state.open_recall() != nullptr)
    return request.refuse("a hand-over or a recall is being decided", "Withdraw or close that first");
  record::EventBuilder event = request.draft(record::supervision::provider_assigned);
  event.fact("provider", "none").fact("reason", "ended");
  request.add(event);
  return {};
}

Result<void> suspend(Request& request) {
  if (request.state.suspended)
    return request.refuse("the compliance clocks stand still already", "Resume them first");
  record::EventBuilder event = request.draft(record::supervision::compliance_suspended);
  event.fact("reason", record::symbol<supervision::suspend, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> resume(Request& request) {
  if (!request.state.suspended) return request.refuse("the compliance clocks run", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::supervision::compliance_resumed);
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_supervision(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<supervision::assign>(asked)) return assign(request);
  if (record::is<supervision::allocate>(asked)) return allocate(request);
  if (record::is<supervision::hold_by_team>(asked)) return hold_by_team(request);
  if (record::is<supervision::end>(asked)) return end(request);
  if (record::is<supervision::suspend>(asked)) return suspend(request);
  PROBITY_ENSURE(record::is<supervision::resume>(asked));
  return resume(request);
}

} // namespace probity::casework
