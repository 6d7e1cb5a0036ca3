#include <algorithm>

#include "casework/drafting.h"
#include "casework/risk/risk_commands.h"
#include "record/risk_register.h"
#include "record/supervision.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

constexpr int most_continuity_weeks = 52;

Result<void> judge_harm(Request& request) {
  using risk::judge_harm;
  const record::Event& asked = request.command.event;
  const Symbol level = record::symbol<judge_harm, "level">(asked);
  record::EventBuilder event = request.draft(record::risk::harm_level_judged);
  event.fact("level", level.text()).fact("by", std::string_view(request.command.actor));
  if (const record::Amounts* groups = record::amounts<judge_harm, "groups">(asked)) {
    int highest = -1;
    std::vector<std::string> names;
    for (const auto& [name, ignored] : *groups) {
      const std::string_view text = name.text();
      const std::size_t equals = text.find('=');
      const int rank = equals == std::string_view::npos ? -1 : harm_rank(Symbol(text.substr(equals + 1)));
      if (rank < 0)
        return request.refuse("\"" + std::string(text) + "\" is not a group and its level",
                              "Write children=low, public=medium, …");
      const std::string_view group = text.substr(0, equals);
      if (std::find(std::begin(record::risk::harm_groups), std::end(record::risk::harm_groups), group) ==
          std::end(record::risk::harm_groups))
        return request.refuse("there is no group \"" + std::string(group) + "\"",
                              "Write children, known_adult, prisoners, public, self or staff");
      // The overall level is of harm to others.
      if (group != "self") highest = std::max(highest, rank);
      names.emplace_back(text);
    }
    if (highest >= 0 && highest != harm_rank(level))
      return request.refuse("the overall level is the highest over all groups",
                            "Judge the groups again, or the overall level");
    event.fact("groups", names);
  }
  request.add(event);
  return {};
}

Result<void> escalate(Request& request) {
  const Symbol to = record::symbol<risk::escalate, "to">(request.command.event);
  if (request.state.provider.empty())
    return request.refuse("no body answers for the person", "Assign one first (supervision.assign)");
  if (request.command.event.provider != request.state.provider)
    return request.refuse("this is for " + std::string(request.state.provider.text()) +
                              " to ask, which answers for the person",
                          "Somebody of " + std::string(request.state.provider.text()) + " asks");
  if (to == request.state.provider)
    return request.refuse(std::string(to.text()) + " answers for the person already", "Name another body");
  if (request.state.open_escalation() != nullptr || request.state.transfers.open() != nullptr)
    return request.refuse("another request is open", "Accept, send back or withdraw that first");
  record::EventBuilder event = request.draft(record::risk::escalation_raised);
  event.entity("escalation", request.command.entity_id("escalation"))
      .fact("from", request.state.provider.text())
      .fact("to", to.text());
  request.add(event);
  return {};
}

enum class Side { from, to };

Result<const Escalation*> open_escalation(const Request& request, Side side) {
  const Escalation* found = request.state.escalation(request.entity("escalation"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such escalation",
                      std::string(request.command.event.type->name), "Raise it first (risk.escalate)");
  if (!found->open())
    return request.refuse("the request is closed: " + std::string(to_text(found->stage)),
                          "Raise another if there is reason");
  const Symbol whose = side == Side::from ? found->from : found->to;
  if (request.command.event.provider != whose)
    return request.refuse("this is for " + std::string(whose.text()) + " to say, not for " +
                              std::string(request.command.event.provider.text()),
                          "Somebody of " + std::string(whose.text()) + " does it");
  return found;
}

Result<void> ask_information(Request& request) {
  PROBITY_ASSIGN(const Escalation* one, open_escalation(request, Side::to));
  if (one->stage == Escalation::Stage::information_asked)
    return request.refuse("information was asked for already", "Wait for it");
  record::EventBuilder event = request.draft(record::risk::information_asked);
  request.add(event);
  return {};
}

Result<void> give_information(Request& request) {
  PROBITY_ASSIGN(const Escalation* one, open_escalation(request, Side::from));
  if (one->stage != Escalation::Stage::information_asked)
    return request.refuse("no information was asked for", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::risk::information_given);
  request.add(event);
  return {};
}

Result<void> accept(Request& request) {
  using risk::accept;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Escalation* one, open_escalation(request, Side::to));
  const std::int64_t weeks = record::integer<accept, "continuity">(asked).value_or(0);
  if (weeks < 0 || weeks > most_continuity_weeks)
    return request.refuse("a practitioner goes on for at most a year", "Give weeks from 0 to 52");
  if (weeks > 0 && request.state.practitioner.empty())
    return request.refuse("no practitioner holds the case who could go on", "Leave continuity out");
  // The hand-over is one act: nobody is without an owner between its parts.
  record::EventBuilder accepted = request.draft(record::risk::escalation_accepted);
  accepted.fact("continuity", weeks);
  request.add(accepted);
  record::EventBuilder assigned = request.draft(record::supervision::provider_assigned);
  assigned.fact("provider", one->to.text()).fact("reason", "risk_escalation");
  request.add(assigned);
  record::EventBuilder holds = request.draft(record::supervision::duty_team_holds);
  holds.fact("team", record::symbol<accept, "team">(asked).text());
  request.add(holds);
  return {};
}

Result<void> send_back(Request& request) {
  PROBITY_TRY(open_escalation(request, Side::to));
  record::EventBuilder event = request.draft(record::risk::escalation_returned);
  event.fact("reason", record::symbol<risk::send_back, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> withdraw(Request& request) {
  PROBITY_TRY(open_escalation(request, Side::from));
  record::EventBuilder event = request.draft(record::risk::escalation_withdrawn);
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_risk(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<risk::judge_harm>(asked)) return judge_harm(request);
  if (record::is<risk::escalate>(asked)) return escalate(request);
  if (record::is<risk::ask_information>(asked)) return ask_information(request);
  if (record::is<risk::give_information>(asked)) return give_information(request);
  if (record::is<risk::accept>(asked)) return accept(request);
  if (record::is<risk::send_back>(asked)) return send_back(request);
  PROBITY_ENSURE(record::is<risk::withdraw>(asked));
  return withdraw(request);
}

} // namespace probity::casework
