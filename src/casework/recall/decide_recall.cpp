#include <fmt/format.h>

#include "casework/custody/custody_rules.h"
#include "casework/drafting.h"
#include "casework/recall/recall_commands.h"
#include "casework/recall/recall_rules.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

const Symbol no_recall("no_recall");

Result<void> consider(Request& request) {
  if (request.state.open_recall() != nullptr)
    return request.refuse("it is being decided already whether to recall the person",
                          "Decide or close that first");
  if (request.state.in_custody)
    return request.refuse("the person is in custody", "A licence is recalled after release");
  if (request.state.custody.post_sentence_from)
    return request.refuse("supervision after sentence is not recalled", "A failure goes to court");
  if (!request.state.released || request.state.custody.release.unconditional())
    return request.refuse("the person is not on licence", "For an order of the court there is breach");
  record::EventBuilder event = request.draft(record::recall::considered);
  event.entity("recall", request.command.entity_id("recall"))
      .fact("ground", record::symbol<recall::consider, "ground">(request.command.event).text());
  request.add(event);
  return {};
}

Result<const Recall*> open_recall(const Request& request) {
  const Recall* found = request.state.recall(request.entity("recall"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such recall",
                      std::string(request.command.event.type->name),
                      "Ask the question first (recall.consider)");
  if (!found->open())
    return request.refuse(found->closed ? "the question was closed" : "the papers have gone",
                          "Ask the question again if there is reason (recall.consider)");
  return found;
}

Result<void> answer(Request& request) {
  using recall::answer;
  const record::Event& asked = request.command.event;
  PROBITY_TRY(open_recall(request));
  const Symbol group = record::symbol<answer, "sentence_group">(asked);
  const std::int64_t months = *record::integer<answer, "months">(asked);
  const bool endless = group == Symbol("indeterminate");
  if (months < 0 || endless != (months == 0))
    return request.refuse("an indeterminate sentence has no length, every other has one in months",
                          "Write months=0 for an indeterminate sentence alone");
  record::EventBuilder event = request.draft(record::recall::answered);
  event.fact("sentence_group", group.text()).fact("months", months);
  if (const auto value = record::boolean<answer, "newly_charged">(asked)) event.fact("newly_charged", *value);
  if (const auto value = record::boolean<answer, "public_protection">(asked))
    event.fact("public_protection", *value);
  if (const auto value = record::boolean<answer, "terrorist_or_state_threat">(asked))
    event.fact("terrorist_or_state_threat", *value);
  request.add(event);
  return {};
}

Result<void> decide_on(Request& request) {
  using recall::decide;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Recall* one, open_recall(request));
  if (!one->answers)
    return request.refuse("what decides the kind of recall is not answered",
                          "Answer it first (recall.answer)");
  if (!one->decision.empty())
    return request.refuse("it was decided: " + std::string(one->decision.text()),
                          "A changed answer voids the decision (recall.answer)");
  const Symbol decision = record::symbol<decide, "decision">(asked);
  const RecallAdvice advice = recall_advice(*one->answers, request.circumstances.policy);
  if (decision != no_recall && advice.kind != "judgement" && decision.text() != advice.kind)
    return request.refuse(fmt::format("the rule leaves {} or no_recall", advice.kind),
                          "Decide one of these, or mend the answers (recall.answer)");
  if (advice.kind == "judgement" && decision == Symbol("emergency"))
    return request.refuse("an emergency recall is for an indeterminate sentence",
                          "Decide standard or fixed_term");
  const record::Amounts* alternatives = record::amounts<decide, "alternatives">(asked);
  if (alternatives == nullptr || alternatives->empty())
    return request.refuse("it is not said what was tried before",
                          "Give alternatives=warnings,more_contact or none");
  record::EventBuilder event = request.draft(record::recall::decided);
  std::vector<std::string> tried;
  for (const auto& [name, ignored] : *alternatives)
    tried.emplace_back(name.text());
  event.fact("advice", advice.kind)
      .fact("decision", decision.text())
      .fact("reason", record::symbol<decide, "reason">(asked).text())
      .fact("alternatives", tried)
      .fact("by", std::string_view(request.command.actor));
  if (decision == Symbol("fixed_term")) event.fact("days", fixed_term_days(*one->answers));
  request.add(event);
  return {};
}

Result<void> sign(Request& request) {
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Recall* one, open_recall(request));
  const bool third = record::symbol<recall::sign, "signature">(asked) == Symbol("third");
  if (one->decision.empty())
    return request.refuse("there is no decision to sign", "Decide first (recall.decide)");
  if (third ? !one->third.empty() : !one->second.empty())
    return request.refuse("that signature is there", "Nothing is to be done");
  if (third && one->second.empty())
    return request.refuse("the second signature comes before the third",
                          "A senior probation officer signs first");
  if (third && one->decision == no_recall)
    return request.refuse("a decision not to recall has two signatures", "Send the letter (recall.send)");
  const Symbol actor(request.command.actor);
  if (actor == one->decided_by || actor == one->second)
    return request.refuse("nobody signs twice", "Another person signs");
  if (!third && request.command.role != "senior_probation_officer" &&
      request.command.role != "senior_manager")
    return request.refuse("the second signature is a senior probation officer's",
                          "A senior probation officer signs (role=senior_probation_officer)");
  if (third && request.command.role != "senior_manager")
    return request.refuse("the third signature is a senior manager's",
                          "A senior manager signs (role=senior_manager)");
  record::EventBuilder event = request.draft(record::recall::countersigned);
  event.fact("signature", third ? "third" : "second").fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> send(Request& request) {
  PROBITY_ASSIGN(const Recall* one, open_recall(request));
  if (one->decision.empty())
    return request.refuse("nothing is decided that could be sent", "Decide first (recall.decide)");
  const bool whole = one->decision == no_recall ? !one->second.empty() : !one->third.empty();
  if (!whole)
    return request.refuse(one->second.empty() ? "the second signature is missing"
                                              : "the third signature is missing",
                          "Have it signed (recall.sign)");
  record::EventBuilder event = request.draft(record::recall::sent);
  request.add(event);
  return {};
}

Result<void> close(Request& request) {
  PROBITY_ASSIGN(const Recall* one, open_recall(request));
  if (!one->decision.empty())
    return request.refuse("it was decided: " + std::string(one->decision.text()),
                          "Have it signed and send it");
  record::EventBuilder event = request.draft(record::recall::closed);
  event.fact("reason", record::symbol<recall::close, "reason">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_recall(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<recall::consider>(asked)) return consider(request);
  if (record::is<recall::answer>(asked)) return answer(request);
  if (record::is<recall::decide>(asked)) return decide_on(request);
  if (record::is<recall::sign>(asked)) return sign(request);
  if (record::is<recall::send>(asked)) return send(request);
  PROBITY_ENSURE(record::is<recall::close>(asked));
  return close(request);
}

} // namespace probity::casework
