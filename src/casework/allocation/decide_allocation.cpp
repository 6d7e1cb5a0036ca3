#include <algorithm>

#include <fmt/format.h>

#include "casework/allocation/allocation_commands.h"
#include "casework/drafting.h"

namespace probity::casework {
namespace {

using allocation::choose_body;
using base::Result;
using record::Symbol;

constexpr std::int64_t certain = 10'000; // hundredths of a percent

// Takes the command's facts: an advice is given on these and on nothing else.
AllocationInputs inputs_of_command(const record::Event& asked) {
  AllocationInputs out;
  out.harm_level = record::symbol<choose_body, "harm_level">(asked);
  out.score = record::integer<choose_body, "score">(asked);
  out.mappa = record::symbol<choose_body, "mappa">(asked);
  out.deportation = record::boolean<choose_body, "deportation">(asked);
  out.public_interest = record::symbol<choose_body, "public_interest">(asked);
  return out;
}

Result<const Order*> order_to_allocate(const Request& request) {
  const base::EntityId id = request.entity("order");
  const auto found = std::find_if(request.state.orders.begin(), request.state.orders.end(),
                                  [&](const Order& one) { return one.id == id; });
  if (found == request.state.orders.end())
    return base::fail(base::ErrorCode::not_found, "the case has no such order",
                      std::string(request.command.event.type->name), "Record it first (sentence.impose)");
  if (found->ended)
    return request.refuse("the order ended on " + base::to_text(*found->ended), "Nobody supervises it now");
  if (find_allocation(request.state.allocations, id) != nullptr && !request.state.provider.empty())
    return request.refuse("it was decided, and " + std::string(request.state.provider.text()) +
                              " answers for the person",
                          "Another body takes the person over by transfer or because risk has risen");
  return &*found;
}

Result<void> check_inputs(const Request& request, const AllocationInputs& inputs) {
  const AllocationPolicy& policy = request.circumstances.policy.allocation;
  if (!inputs.score)
    return request.refuse("the score of serious recidivism is missing", "Give score=689 for 6.89 %");
  if (*inputs.score < 0 || *inputs.score > certain)
    return request.refuse("a score is from nothing to certainty", "Give hundredths of a percent, 0 to 10000");
  if (record::symbol<choose_body, "score_version">(request.command.event).empty())
    return request.refuse("it is not said by which numbers the score was made", "Give score_version=…");
  if (inputs.harm_level.empty() && policy.harm_needed)
    return request.refuse("risk of serious harm is not judged", "Judge it first (risk.judge_harm)");
  const Symbol judged = request.state.harm_level;
  if (!inputs.harm_level.empty() && !judged.empty() && inputs.harm_level != judged)
    return request.refuse(fmt::format("the record judges risk of serious harm as {}, not {}", judged.text(),
                                      inputs.harm_level.text()),
                          "Judge it again (risk.judge_harm), or mend the input");
  return {};
}

} // namespace

Result<void> decide_allocation(Request& request) {
  const record::Event& asked = request.command.event;
  PROBITY_ENSURE(record::is<choose_body>(asked));
  const AllocationPolicy& policy = request.circumstances.policy.allocation;
  if (!policy.is_national(asked.provider))
    return request.refuse("the national service decides who supervises, not " +
                              std::string(asked.provider.text()),
                          "Somebody of " + policy.national + " does it");
  PROBITY_ASSIGN(const Order* order, order_to_allocate(request));
  const AllocationInputs inputs = inputs_of_command(asked);
  PROBITY_TRY(check_inputs(request, inputs));
  const AllocationAdvice advice = advise(inputs, policy);
  const Symbol body = record::symbol<choose_body, "body">(asked);
  const Symbol reason = record::symbol<choose_body, "override">(asked);
  const bool against = policy.is_national(body) != advice.national;
  if (against && policy.rule == AllocationRule::one_service)
    return request.refuse("there is one service, and no other body to give a person to",
                          "Name the national service");
  if (against && reason.empty())
    return request.refuse(
        advice.national
            ? fmt::format("the rule keeps the person with the national service ({})", advice.routes.front())
            : "the rule gives the person to a contractor",
        "Decide so, or say why not: override=…");
  if (!against && !reason.empty())
    return request.refuse("the decision is as the rule advises", "Leave override out");
  record::EventBuilder event = request.draft(record::court::allocation_decided);
  event.fact("body", body.text())
      .fact("serious_reoffending_score", *inputs.score)
      .fact("order_type", order->type.text())
      .fact("score_version", record::symbol<choose_body, "score_version">(asked).text())
      .fact("mappa", inputs.mappa.text())
      .fact("deportation", *inputs.deportation)
      .fact("rule", policy.name())
      .fact("advice", advice.text())
      .fact("by", std::string_view(request.command.actor));
  if (!inputs.harm_level.empty()) event.fact("harm_level", inputs.harm_level.text());
  if (!inputs.public_interest.empty()) event.fact("public_interest", inputs.public_interest.text());
  if (against) event.fact("override", reason.text());
  request.add(event);
  return {};
}

} // namespace probity::casework
