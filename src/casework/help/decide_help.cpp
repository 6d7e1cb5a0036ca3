#include <algorithm>

#include <fmt/format.h>

#include "casework/drafting.h"
#include "casework/help/help_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

Result<void> need(Request& request) {
  using help::need;
  const record::Event& asked = request.command.event;
  const Symbol kind = record::symbol<need, "kind">(asked);
  if (find_entity(request.state.help.needs, request.entity("help")) != nullptr)
    return request.refuse("there is a need of this id", "Make a new id");
  if (request.state.help.open(kind) != nullptr)
    return request.refuse(fmt::format("help with {} is needed already", kind.text()), "Go on with that need");
  if (request.state.order() == nullptr && !request.state.in_custody)
    return request.refuse("the person is neither under an order nor in custody",
                          "Record the sentence or the reception first");
  record::EventBuilder event = request.draft(record::help::needed);
  event.fact("kind", kind.text()).fact("source", record::symbol<need, "source">(asked).text());
  request.add(event);
  return {};
}

Result<const Help*> open_need(const Request& request) {
  const Help* found = find_entity(request.state.help.needs, request.entity("help"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such need",
                      std::string(request.command.event.type->name), "Record it first (help.need)");
  if (!found->declined.empty())
    return request.refuse("the person declined the help",
                          "A new need is recorded when that changes (help.need)");
  if (!found->result.empty())
    return request.refuse("what came of it is recorded: " + std::string(found->result.text()),
                          "A new need is recorded by itself (help.need)");
  if (request.act_day() < found->needed)
    return request.refuse("the need was found on " + base::to_text(found->needed),
                          "Give that day or a later one");
  return found;
}

Result<void> signpost(Request& request) {
  PROBITY_ASSIGN(const Help* one, open_need(request));
  const Symbol to = record::symbol<help::signpost, "to">(request.command.event);
  if (!one->body.empty())
    return request.refuse("the help is arranged with " + std::string(one->body.text()),
                          "Whoever has a place is not sent to look for one");
  if (std::find(one->signposted.begin(), one->signposted.end(), to) != one->signposted.end())
    return request.refuse("the person was told of that body", "Arrange it with them (help.arrange)");
  record::EventBuilder event = request.draft(record::help::signposted);
  event.fact("to", to.text());
  request.add(event);
  return {};
}

Result<void> arrange(Request& request) {
  using help::arrange;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Help* one, open_need(request));
  const base::Day starts = *record::day<arrange, "starts">(asked);
  if (!one->body.empty())
    return request.refuse("the help is arranged with " + std::string(one->body.text()),
                          "Record it as withdrawn first, if another gives it (help.withdraw)");
  if (starts < request.act_day())
    return request.refuse("it would begin before it is arranged",
                          "Give a day to come, or record the help received (help.receive)");
  record::EventBuilder event = request.draft(record::help::arranged);
  event.fact("body", record::symbol<arrange, "body">(asked).text()).fact("starts", starts);
  request.add(event);
  return {};
}

Result<void> receive(Request& request) {
  using help::receive;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Help* one, open_need(request));
  const Symbol given = record::symbol<receive, "body">(asked);
  const Symbol body = given.empty() ? one->body : given;
  if (body.empty())
    return request.refuse(one->signposted.empty() ? "nothing is arranged"
                                                  : "being told where to go is not help received",
                          "Say who gave it (body=…), as somebody confirms it");
  record::EventBuilder event = request.draft(record::help::received);
  event.fact("body", body.text()).fact("confirmed", record::symbol<receive, "confirmed">(asked).text());
  request.add(event);
  return {};
}

Result<void> decline(Request& request) {
  PROBITY_TRY(open_need(request));
  record::EventBuilder event = request.draft(record::help::declined);
  event.fact("reason", record::symbol<help::decline, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> withdraw(Request& request) {
  PROBITY_ASSIGN(const Help* one, open_need(request));
  if (one->body.empty())
    return request.refuse("nothing is arranged that could be withdrawn", "The need is open as it is");
  record::EventBuilder event = request.draft(record::help::withdrawn);
  event.fact("reason", record::symbol<help::withdraw, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> conclude(Request& request) {
  PROBITY_ASSIGN(const Help* one, open_need(request));
  const Symbol result = record::symbol<help::conclude, "result">(request.command.event);
  const bool otherwise = result == Symbol("resolved_otherwise");
  if (!otherwise && !one->first_received)
    return request.refuse(
        "no help was received of which this could be the result",
        one->signposted.empty()
            ? "Record the help (help.receive), or result=resolved_otherwise"
            : "Being told where to go is not help: record what was received (help.receive), "
              "or result=resolved_otherwise");
  if (otherwise && one->first_received)
    return request.refuse("help was received", "Say what came of it: met, partly_met or not_met");
  record::EventBuilder event = request.draft(record::help::concluded);
  event.fact("result", result.text());
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_help(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<help::need>(asked)) return need(request);
  if (record::is<help::signpost>(asked)) return signpost(request);
  if (record::is<help::arrange>(asked)) return arrange(request);
  if (record::is<help::receive>(asked)) return receive(request);
  if (record::is<help::decline>(asked)) return decline(request);
  if (record::is<help::withdraw>(asked)) return withdraw(request);
  PROBITY_ENSURE(record::is<help::conclude>(asked));
  return conclude(request);
}

} // namespace probity::casework
