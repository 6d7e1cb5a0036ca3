#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "casework/drafting.h"
#include "casework/transfer/transfer_commands.h"
#include "casework/worklists/owed.h"
#include "record/supervision.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

std::string_view kind_of(std::string_view component) {
  return component.substr(0, component.find(':'));
}

// What crosses: each thing owed with its due day, which the transfer does not move.
std::vector<std::string> clocks(const Request& request) {
  std::set<std::string> out;
  if (request.circumstances.owed != nullptr)
    for (const Obligation& one : *request.circumstances.owed)
      out.insert(std::string(one.kind) + "=" + base::to_text(one.due));
  return {out.begin(), out.end()};
}

Result<void> refuse_unless(const Request& request, Symbol body, std::string_view matter) {
  if (request.command.event.provider == body) return {};
  return request.refuse(fmt::format("this is for {} to {}, not for {}", body.text(), matter,
                                    request.command.event.provider.text()),
                        "Somebody of " + std::string(body.text()) + " does it");
}

Result<void> check_named(const Request& request, const std::vector<std::string>& components) {
  const record::Amounts* named = record::amounts<transfer::request, "components">(request.command.event);
  if (named == nullptr) return {};
  std::set<std::string_view> kinds;
  for (const auto& entry : *named) {
    const std::string_view kind = entry.first.text();
    if (std::find(std::begin(component_kinds), std::end(component_kinds), kind) == std::end(component_kinds))
      return request.refuse(fmt::format("there is no component \"{}\"", kind),
                            "Name order, requirement, appointment, breach, recall and plan, or leave it out");
    kinds.insert(kind);
  }
  for (const std::string& component : components)
    if (!kinds.contains(kind_of(component)))
      return request.refuse(fmt::format("the {} would stay behind", kind_of(component)),
                            "Leave components out: all that is open moves");
  return {};
}

Result<void> ask(Request& request) {
  const record::Event& asked = request.command.event;
  const CaseState& state = request.state;
  const Symbol to = record::symbol<transfer::request, "to">(asked);
  if (state.provider.empty())
    return request.refuse("no body answers for the person", "Assign one first (supervision.assign)");
  PROBITY_TRY(refuse_unless(request, state.provider, "ask"));
  if (to == state.provider)
    return request.refuse(std::string(to.text()) + " answers for the person already",
                          "Allocate the case within it (supervision.allocate)");
  if (to == Symbol("none"))
    return request.refuse("\"none\" is no body", "End supervision instead (supervision.end)");
  if (state.transfers.open() != nullptr)
    return request.refuse("a transfer to " + std::string(state.transfers.open()->to.text()) + " is asked for",
                          "Wait for the answer, or withdraw it (transfer.withdraw)");
  if (state.open_escalation() != nullptr)
    return request.refuse("it is being decided whether another body takes the person over",
                          "Accept, send back or withdraw that first");
  const std::vector<std::string> components = open_components(state);
  if (state.order() == nullptr)
    return request.refuse("no order or licence is in force", "There is nothing to supervise elsewhere");
  PROBITY_TRY(check_named(request, components));
  record::EventBuilder event = request.draft(record::transfer::requested);
  event.entity("transfer", request.command.entity_id("transfer"))
      .fact("from", state.provider.text())
      .fact("to", to.text())
      .fact("reason", record::symbol<transfer::request, "reason">(asked).text())
      .fact("components", components);
  const std::vector<std::string> crossing = clocks(request);
  if (!crossing.empty()) event.fact("clocks", crossing);
  request.add(event);
  return {};
}

Result<const Transfer*> transfer_of(const Request& request) {
  const Transfer* found = request.state.transfers.find(request.entity("transfer"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such transfer",
                      std::string(request.command.event.type->name), "Ask for it first (transfer.request)");
  return found;
}

Result<const Transfer*> requested_transfer(const Request& request) {
  PROBITY_ASSIGN(const Transfer* one, transfer_of(request));
  if (one->stage != Transfer::Stage::requested)
    return request.refuse(fmt::format("the transfer is {}", to_text(one->stage)),
                          "Ask again if there is reason (transfer.request)");
  if (request.act_day() < one->since)
    return request.refuse("it was asked for on " + base::to_text(one->since) + ", after that day",
                          "Give the day of the answer (on DAY)");
  return one;
}

// What has come since it was asked for and is not in the request.
std::vector<std::string> left_behind(const Request& request, const Transfer& one) {
  std::vector<std::string> out = open_components(request.state);
  std::erase_if(out, [&](const std::string& component) { return one.moves(component); });
  return out;
}

Result<void> refuse_without_order(const Request& request) {
  if (request.state.order() == nullptr)
    return request.refuse("no order or licence is in force any more", "Withdraw it (transfer.withdraw)");
  return {};
}

Result<void> amend(Request& request) {
  PROBITY_ASSIGN(const Transfer* one, requested_transfer(request));
  PROBITY_TRY(refuse_unless(request, one->from, "amend"));
  PROBITY_TRY(refuse_without_order(request));
  const std::vector<std::string> now = open_components(request.state);
  if (left_behind(request, *one).empty() && now.size() == one->components.size())
    return request.refuse("what moves is as it was", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::transfer::amended);
  event.fact("components", now);
  request.add(event);
  return {};
}

Result<void> accept(Request& request) {
  PROBITY_ASSIGN(const Transfer* one, requested_transfer(request));
  PROBITY_TRY(refuse_unless(request, one->to, "accept"));
  PROBITY_TRY(refuse_without_order(request));
  if (const std::vector<std::string> behind = left_behind(request, *one); !behind.empty())
    return request.refuse(
        fmt::format("the {} would stay behind: it came after the request", kind_of(behind.front())),
        std::string(one->from.text()) + " brings the request up to date (transfer.amend)");
  // One act: nobody is without an owner between its parts.
  record::EventBuilder accepted = request.draft(record::transfer::accepted);
  const std::vector<std::string> crossing = clocks(request);
  if (!crossing.empty()) accepted.fact("clocks", crossing);
  request.add(accepted);
  record::EventBuilder assigned = request.draft(record::supervision::provider_assigned);
  assigned.fact("provider", one->to.text()).fact("reason", "transfer");
  request.add(assigned);
  record::EventBuilder holds = request.draft(record::supervision::duty_team_holds);
  holds.fact("team", record::symbol<transfer::accept, "team">(request.command.event).text());
  request.add(holds);
  return {};
}

Result<void> refuse_transfer(Request& request) {
  PROBITY_ASSIGN(const Transfer* one, requested_transfer(request));
  PROBITY_TRY(refuse_unless(request, one->to, "refuse"));
  record::EventBuilder event = request.draft(record::transfer::refused);
  event.fact("reason", record::symbol<transfer::refuse, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> withdraw(Request& request) {
  PROBITY_ASSIGN(const Transfer* one, transfer_of(request));
  const bool returned = request.state.transfers.returned() == one;
  if (one->stage != Transfer::Stage::requested && !returned)
    return request.refuse(fmt::format("the transfer is {}", to_text(one->stage)), "Nothing is to be done");
  PROBITY_TRY(refuse_unless(request, one->from, "withdraw"));
  record::EventBuilder event = request.draft(record::transfer::withdrawn);
  request.add(event);
  return {};
}

Result<void> complete(Request& request) {
  PROBITY_ASSIGN(const Transfer* one, transfer_of(request));
  if (one->stage != Transfer::Stage::accepted)
    return request.refuse(fmt::format("the transfer is {}", to_text(one->stage)), "It is accepted first");
  PROBITY_TRY(refuse_unless(request, one->to, "complete"));
  if (request.state.practitioner.empty())
    return request.refuse("no practitioner holds the case", "Allocate it first (supervision.allocate)");
  const auto contact = first_contact(request.state, *one);
  if (!contact)
    return request.refuse("the person has not been seen since " + base::to_text(one->since),
                          "Record the outcome of the first appointment (appointment.record_outcome)");
  if (request.act_day() < *contact)
    return request.refuse("the person was first seen on " + base::to_text(*contact) + ", after that day",
                          "Give a later day (on DAY)");
  record::EventBuilder event = request.draft(record::transfer::completed);
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_transfer(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<transfer::request>(asked)) return ask(request);
  if (record::is<transfer::amend>(asked)) return amend(request);
  if (record::is<transfer::accept>(asked)) return accept(request);
  if (record::is<transfer::refuse>(asked)) return refuse_transfer(request);
  if (record::is<transfer::withdraw>(asked)) return withdraw(request);
  PROBITY_ENSURE(record::is<transfer::complete>(asked));
  return complete(request);
}

} // namespace probity::casework
