#include "casework/drafting.h"
#include "casework/fold.h"
#include "casework/victims/victim_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

// Whoever works with the person learns nothing of who the victim is, and so does nothing with them.
Result<void> refuse_other_roles(const Request& request) {
  if (request.command.role == "victim_liaison_officer") return {};
  return request.refuse("contact with a victim is a victim liaison officer's",
                        "A liaison officer does it (role=victim_liaison_officer)");
}

Result<void> identify(Request& request) {
  PROBITY_TRY(refuse_other_roles(request));
  if (find_entity(request.state.victims.all, request.entity("victim")) != nullptr)
    return request.refuse("there is such a victim", "Record another under a pseudonym of their own");
  const Symbol scheme = record::symbol<victim::identify, "scheme">(request.command.event);
  const Order* order = request.state.order();
  if (order == nullptr) return request.refuse("no sentence is in force", "Contact is offered after sentence");
  if (scheme == Symbol("statutory") && order->type != Symbol("custody_12_months_over"))
    return request.refuse("the scheme is for sentences of twelve months and more in custody",
                          "Offer it beyond the law (scheme=discretionary)");
  record::EventBuilder event = request.draft(record::victim::identified);
  event.fact("scheme", scheme.text());
  request.add(event);
  return {};
}

Result<const Victim*> known_victim(const Request& request) {
  const Victim* found = find_entity(request.state.victims.all, request.entity("victim"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such victim",
                      std::string(request.command.event.type->name), "Record them first (victim.identify)");
  if (request.act_day() < found->identified)
    return request.refuse("the victim was found on " + base::to_text(found->identified),
                          "Act on that day or later");
  return found;
}

Result<void> offer(Request& request) {
  PROBITY_TRY(refuse_other_roles(request));
  PROBITY_ASSIGN(const Victim* one, known_victim(request));
  if (one->answer == Symbol("opted_out"))
    return request.refuse("the victim wants no contact", "They may opt in at any time (victim.answer)");
  if (one->offered) return request.refuse("contact was offered", "Record the answer (victim.answer)");
  record::EventBuilder event = request.draft(record::victim::offered);
  event.fact("by", record::symbol<victim::offer, "by">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> answer(Request& request) {
  PROBITY_TRY(refuse_other_roles(request));
  PROBITY_ASSIGN(const Victim* one, known_victim(request));
  const Symbol said = record::symbol<victim::answer, "answer">(request.command.event);
  if (!one->offered) return request.refuse("contact was not offered", "Offer it first (victim.offer)");
  if (said == one->answer)
    return request.refuse("the victim has said so: " + std::string(said.text()), "Nothing is to be done");
  record::EventBuilder event = request.draft(record::victim::answered);
  event.fact("answer", said.text());
  request.add(event);
  return {};
}

Result<const Victim*> in_contact(const Request& request) {
  PROBITY_TRY(refuse_other_roles(request));
  PROBITY_ASSIGN(const Victim* one, known_victim(request));
  if (!one->opted_in())
    return request.refuse(one->answer.empty() ? "the victim has not said whether they want contact"
                                              : "the victim wants no contact",
                          "They may opt in at any time (victim.answer)");
  return one;
}

// The day that a notice of the matter has to name; nothing when there is none to tell of.
std::optional<base::Day> day_to_tell(const CaseState& state, Symbol about) {
  if (about == Symbol("release"))
    return state.victims.release ? std::optional(state.victims.release->day) : std::nullopt;
  if (about == Symbol("hearing"))
    return state.parole.open_review() != nullptr ? std::optional(state.parole.open_review()->hearing)
                                                 : std::nullopt;
  return state.parole.last_decided() != nullptr ? std::optional(state.parole.last_decided()->decided)
                                                : std::nullopt;
}

Result<void> give_notice(Request& request) {
  using victim::give_notice;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Victim* one, in_contact(request));
  const Symbol about = record::symbol<give_notice, "about">(asked);
  const base::Day day = *record::day<give_notice, "day">(asked);
  const auto known = day_to_tell(request.state, about);
  if (!known)
    return request.refuse("there is no " + std::string(about.text()) + " to tell of",
                          "Nothing is to be done until one is recorded");
  if (*known != day)
    return request.refuse("the " + std::string(about.text()) + " is on " + base::to_text(*known) +
                              ", as far as is known",
                          "Tell the victim that day");
  if (one->was_told(about.text(), day))
    return request.refuse("the victim was told of that day", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::victim::notice_given);
  event.fact("about", about.text()).fact("day", day);
  request.add(event);
  return {};
}

Result<void> make_representations(Request& request) {
  PROBITY_TRY(in_contact(request));
  const Symbol occasion = record::symbol<victim::make_representations, "for">(request.command.event);
  if (!day_to_tell(request.state, occasion))
    return request.refuse("there is no " + std::string(occasion.text()) + " to be heard on",
                          "Record them when one is planned");
  record::EventBuilder event = request.draft(record::victim::representations_made);
  event.fact("for", occasion.text());
  request.add(event);
  return {};
}

bool is_asked(const Victim& one, Symbol condition) {
  return std::any_of(one.conditions.begin(), one.conditions.end(), [&](const AskedCondition& asked) {
    return asked.condition == condition && asked.decision.empty();
  });
}

Result<void> ask_condition(Request& request) {
  PROBITY_ASSIGN(const Victim* one, in_contact(request));
  const Symbol condition = record::symbol<victim::ask_condition, "condition">(request.command.event);
  if (is_asked(*one, condition))
    return request.refuse("that condition is asked for and not decided", "Wait for the decision");
  record::EventBuilder event = request.draft(record::victim::condition_asked);
  event.fact("condition", condition.text());
  request.add(event);
  return {};
}

// For whoever answers for the licence, not for whoever speaks for the victim.
Result<void> decide_condition(Request& request) {
  using victim::decide_condition;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Victim* one, known_victim(request));
  const Symbol condition = record::symbol<decide_condition, "condition">(asked);
  const Symbol decision = record::symbol<decide_condition, "decision">(asked);
  const Symbol reason = record::symbol<decide_condition, "reason">(asked);
  if (request.command.role == "victim_liaison_officer")
    return request.refuse("whoever speaks for the victim does not decide on the licence",
                          "Whoever answers for the licence decides");
  if (!is_asked(*one, condition))
    return request.refuse("nobody waits for a decision on that condition", "Look at which is asked for");
  if ((decision == Symbol("refused")) == reason.empty())
    return request.refuse("a refusal has a reason, and only a refusal", "Give reason=…, or leave it out");
  record::EventBuilder event = request.draft(record::victim::condition_decided);
  event.fact("condition", condition.text()).fact("decision", decision.text());
  if (!reason.empty()) event.fact("reason", reason.text());
  event.fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_victim(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<victim::identify>(asked)) return identify(request);
  if (record::is<victim::offer>(asked)) return offer(request);
  if (record::is<victim::answer>(asked)) return answer(request);
  if (record::is<victim::give_notice>(asked)) return give_notice(request);
  if (record::is<victim::make_representations>(asked)) return make_representations(request);
  if (record::is<victim::ask_condition>(asked)) return ask_condition(request);
  PROBITY_ENSURE(record::is<victim::decide_condition>(asked));
  return decide_condition(request);
}

} // namespace probity::casework
