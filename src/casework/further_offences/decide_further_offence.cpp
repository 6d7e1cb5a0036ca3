#include "casework/drafting.h"
#include "casework/fold.h"
#include "casework/further_offences/further_offence_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

// Whether the offence falls under an order, or soon enough after one.
bool supervised_on(const Request& request, base::Day day) {
  const Limit& limit = request.circumstances.policy.further_offence.after_supervision;
  return std::any_of(request.state.orders.begin(), request.state.orders.end(), [&](const Order& one) {
    return one.imposed <= day && (!one.ended || day <= request.after(*one.ended, limit));
  });
}

Result<void> learn(Request& request) {
  using further_offence::learn;
  const record::Event& asked = request.command.event;
  const base::Day offence_on = *record::day<learn, "offence_on">(asked);
  const base::Day charged_on = *record::day<learn, "charged_on">(asked);
  const auto first_court = record::day<learn, "first_court">(asked);
  if (find_entity(request.state.further_offences.all, request.entity("further_offence")) != nullptr)
    return request.refuse("there is such a further offence", "Record another under an id of its own");
  if (charged_on < offence_on)
    return request.refuse("nobody is charged before the offence", "Look at the two days again");
  if (request.act_day() < charged_on)
    return request.refuse("the charge is of " + base::to_text(charged_on),
                          "The service learns of it on that day or later");
  if (first_court && *first_court < charged_on)
    return request.refuse("nobody appears on a charge before it is made", "Look at the two days again");
  if (!supervised_on(request, offence_on))
    return request.refuse("the person was not under supervision on " + base::to_text(offence_on) +
                              ", nor shortly before",
                          "Record what is charged as an offence; it is no serious further offence");
  record::EventBuilder event = request.draft(record::further_offence::learnt);
  event.fact("offence", record::symbol<learn, "offence">(asked).text())
      .fact("class", record::symbol<learn, "class">(asked).text())
      .fact("offence_on", offence_on)
      .fact("charged_on", charged_on);
  if (first_court) event.fact("first_court", *first_court);
  request.add(event);
  return {};
}

Result<const FurtherOffence*> open_offence(const Request& request) {
  const FurtherOffence* found =
      find_entity(request.state.further_offences.all, request.entity("further_offence"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such further offence",
                      std::string(request.command.event.type->name),
                      "Record it first (further_offence.learn)");
  if (found->closed) return request.refuse("it was closed", "Record another if there is one");
  if (request.act_day() < found->learnt)
    return request.refuse("the service learnt of it on " + base::to_text(found->learnt),
                          "Act on that day or later");
  return found;
}

Result<void> notify(Request& request) {
  PROBITY_ASSIGN(const FurtherOffence* one, open_offence(request));
  if (one->notified)
    return request.refuse("it was notified on " + base::to_text(*one->notified), "Nothing is to be done");
  record::EventBuilder event = request.draft(record::further_offence::notified);
  event.fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> close(Request& request) {
  PROBITY_ASSIGN(const FurtherOffence* one, open_offence(request));
  if (one->reviewed)
    return request.refuse("the review is written", "Record how the charge ended (further_offence.conclude)");
  record::EventBuilder event = request.draft(record::further_offence::closed);
  event.fact("reason", record::symbol<further_offence::close, "reason">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<const FurtherOffence*> notified_offence(const Request& request) {
  PROBITY_ASSIGN(const FurtherOffence* one, open_offence(request));
  if (!one->notified)
    return request.refuse("the national unit was not told", "Tell it first (further_offence.notify)");
  return one;
}

Result<void> decide_review(Request& request) {
  using further_offence::decide_review;
  PROBITY_ASSIGN(const FurtherOffence* one, notified_offence(request));
  if (one->automatic)
    return request.refuse("of such an offence a review is always made", "Write it (further_offence.review)");
  if (!one->review_decision.empty())
    return request.refuse("it was decided: " + std::string(one->review_decision.text()),
                          "Nothing is to be done");
  record::EventBuilder event = request.draft(record::further_offence::review_decided);
  event.fact("decision", record::symbol<decide_review, "decision">(request.command.event).text())
      .fact("reason", record::symbol<decide_review, "reason">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> review(Request& request) {
  PROBITY_ASSIGN(const FurtherOffence* one, notified_offence(request));
  if (one->reviewed) return request.refuse("the review is written", "Have it signed");
  if (!one->to_review())
    return request.refuse(one->review_decision.empty() ? "it is not decided whether a review is made"
                                                       : "it was decided that no review is made",
                          "Decide first (further_offence.decide_review)");
  const auto& held_by = request.state.further_offences.held_by;
  if (std::find(held_by.begin(), held_by.end(), Symbol(request.command.actor)) != held_by.end())
    return request.refuse("whoever held the case does not review it", "Another person writes the review");
  record::EventBuilder event = request.draft(record::further_offence::reviewed);
  event.fact("finding", record::symbol<further_offence::review, "finding">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> countersign(Request& request) {
  PROBITY_ASSIGN(const FurtherOffence* one, open_offence(request));
  if (!one->reviewed)
    return request.refuse("there is no review to sign", "Write it first (further_offence.review)");
  if (one->countersigned) return request.refuse("the review is signed", "Nothing is to be done");
  if (request.command.role != "senior_manager")
    return request.refuse("a senior manager signs the review",
                          "A senior manager signs (role=senior_manager)");
  if (Symbol(request.command.actor) == one->reviewed_by)
    return request.refuse("nobody signs their own review", "Another senior manager signs");
  record::EventBuilder event = request.draft(record::further_offence::countersigned);
  event.fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> conclude(Request& request) {
  PROBITY_ASSIGN(const FurtherOffence* one, open_offence(request));
  if (!one->result.empty())
    return request.refuse("the charge ended: " + std::string(one->result.text()), "Nothing is to be done");
  record::EventBuilder event = request.draft(record::further_offence::concluded);
  event.fact("result", record::symbol<further_offence::conclude, "result">(request.command.event).text());
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_further_offence(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<further_offence::learn>(asked)) return learn(request);
  if (record::is<further_offence::notify>(asked)) return notify(request);
  if (record::is<further_offence::close>(asked)) return close(request);
  if (record::is<further_offence::decide_review>(asked)) return decide_review(request);
  if (record::is<further_offence::review>(asked)) return review(request);
  if (record::is<further_offence::countersign>(asked)) return countersign(request);
  PROBITY_ENSURE(record::is<further_offence::conclude>(asked));
  return conclude(request);
}

} // namespace probity::casework
