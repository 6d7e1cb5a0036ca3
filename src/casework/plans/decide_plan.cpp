#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "casework/drafting.h"
#include "casework/plans/plan_check.h"
#include "casework/plans/plan_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

Result<const Plan*> known_plan(const Request& request) {
  const Plan* found = request.state.plans.plan(request.entity("plan"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such plan",
                      std::string(request.command.event.type->name), "Begin one (plan.draft)");
  return found;
}

Result<const Plan*> open_plan(const Request& request) {
  PROBITY_ASSIGN(const Plan* one, known_plan(request));
  if (one->withdrawn) return request.refuse("the draft was given up", "Begin another (plan.draft)");
  if (!one->open())
    return request.refuse(
        "the plan is filed, and what was filed stays as it is",
        "A senior sends it back (plan.send_back), or a review has it replaced (plan.review)");
  return one;
}

Result<const Plan*> standing_plan(const Request& request) {
  PROBITY_ASSIGN(const Plan* one, known_plan(request));
  if (!one->filed) return request.refuse("the plan is not filed", "File it first (plan.file)");
  if (one->returned) return request.refuse("the plan was sent back", "Mend it and file it again (plan.file)");
  if (one->ended) return request.refuse("a review ended the plan", "Begin another (plan.draft)");
  return one;
}

Result<void> draft(Request& request) {
  const PlanState& plans = request.state.plans;
  const Symbol kind = record::symbol<plan::draft, "kind">(request.command.event);
  if (plans.plan(request.entity("plan")) != nullptr)
    return request.refuse("there is a plan of this id", "Make a new id");
  if (plans.draft(kind) != nullptr)
    return request.refuse(fmt::format("a {} plan is being written", kind.text()),
                          "File it (plan.file) or give it up (plan.withdraw)");
  if (request.state.order() == nullptr && !request.state.in_custody)
    return request.refuse("the person is neither under an order nor in custody",
                          "Record the sentence or the reception first");
  record::EventBuilder event = request.draft(record::plan::drafted);
  event.fact("kind", kind.text()).fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> refuse_unnamed(const Request& request, const Plan& one, Symbol need) {
  const auto& needs = one.content.needs;
  if (std::find(needs.begin(), needs.end(), need) == needs.end())
    return request.refuse(fmt::format("the plan does not name the need {}", need.text()),
                          "Name it first (plan.name_need)");
  return {};
}

Result<void> name_need(Request& request) {
  PROBITY_ASSIGN(const Plan* one, open_plan(request));
  const Symbol need = record::symbol<plan::name_need, "need">(request.command.event);
  const auto& needs = one->content.needs;
  if (std::find(needs.begin(), needs.end(), need) != needs.end())
    return request.refuse("the plan names that need already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::plan::need_named);
  event.fact("need", need.text());
  request.add(event);
  return {};
}

Result<void> set_objective(Request& request) {
  using plan::set_objective;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Plan* one, open_plan(request));
  const Symbol need = record::symbol<set_objective, "need">(asked);
  PROBITY_TRY(refuse_unnamed(request, *one, need));
  record::EventBuilder event = request.draft(record::plan::objective_set);
  event.fact("need", need.text())
      .fact("objective", record::symbol<set_objective, "objective">(asked).text())
      .fact("by", *record::day<set_objective, "by">(asked));
  request.add(event);
  return {};
}

Result<void> set_action(Request& request) {
  using plan::set_action;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Plan* one, open_plan(request));
  const Symbol need = record::symbol<set_action, "need">(asked);
  const std::int64_t number = *record::integer<set_action, "number">(asked);
  PROBITY_TRY(refuse_unnamed(request, *one, need));
  if (number < 1 || number > 99)
    return request.refuse("actions are numbered from 1 to 99", "Give the next free number");
  record::EventBuilder event = request.draft(record::plan::action_set);
  event.fact("number", number)
      .fact("need", need.text())
      .fact("action", record::symbol<set_action, "action">(asked).text())
      .fact("owner", record::symbol<set_action, "owner">(asked).text())
      .fact("by", *record::day<set_action, "by">(asked));
  request.add(event);
  return {};
}

Result<void> write(Request& request) {
  PROBITY_TRY(open_plan(request));
  const std::string* text = request.command.sealed_text("content");
  if (text == nullptr) return request.refuse("there is no text", "Give content=\"…\"");
  const std::optional<base::Digest>& key = request.circumstances.text_key;
  if (!key)
    return request.refuse("the text cannot be fingerprinted without the key of the log",
                          "Have FILE.secret beside the ledger");
  const PlanText read = read_plan_text(*text, *key);
  record::EventBuilder::NamedNumbers places;
  for (std::size_t i = 0; i < read.fingerprint.size(); ++i)
    places.emplace_back(std::to_string(i + 1), read.fingerprint[i]);
  record::EventBuilder event = request.draft(record::plan::written);
  base::json::Value part;
  part.set("content", base::json::Value(*text));
  event.fact("words", read.words)
      .fact("fingerprint", places)
      .sealed(base::SubjectId{request.command.stream.bytes}, std::move(part));
  request.add(event);
  return {};
}

Result<void> agree(Request& request) {
  PROBITY_ASSIGN(const Plan* one, known_plan(request));
  if (one->withdrawn || one->ended)
    return request.refuse("the plan no longer stands", "Begin another (plan.draft)");
  record::EventBuilder event = request.draft(record::plan::agreement_recorded);
  event.fact("agreement", record::symbol<plan::agree, "agreement">(request.command.event).text());
  request.add(event);
  return {};
}

// What the check finds, beside whether it was in time: neither speaks for the other.
void add_check(Request& request, const Plan& one, const PlanTiming& timing) {
  static const PlanShelf empty;
  const PlanShelf* shelf = request.circumstances.shelf;
  const PlanFindings found =
      check_plan(request.state.plans, request.state.person, one, std::numeric_limits<std::uint64_t>::max(),
                 shelf == nullptr ? empty : *shelf, request.circumstances.policy.plans);
  record::EventBuilder event = request.draft(record::plan::checked);
  event.fact("verdict", found.sound() ? "sound" : "not_sound")
      .fact("rule", plan_rule)
      .fact("timing", to_text(timing.word))
      .fact("compared", found.compared);
  std::vector<std::string> names;
  for (const PlanFault fault : found.faults)
    names.emplace_back(to_text(fault));
  if (!names.empty()) event.fact("findings", names);
  if (timing.due) event.fact("due", *timing.due);
  request.add(event);
}

PlanTiming timing_of(const Request& request, const Plan& one) {
  const PlanState& plans = request.state.plans;
  return plan_timing(one.filed ? one.start : plans.start(one.kind), one.kind,
                     one.filed.value_or(request.today()), request.circumstances.policy.plans,
                     request.circumstances.working_days);
}

Result<void> refuse_past_review(const Request& request, std::optional<base::Day> review_by) {
  if (review_by && *review_by <= request.today())
    return request.refuse("the next review is not in the future", "Give a later day as review_by");
  return {};
}

Result<void> file(Request& request) {
  PROBITY_ASSIGN(const Plan* one, open_plan(request));
  const auto review_by = record::day<plan::file, "review_by">(request.command.event);
  PROBITY_TRY(refuse_past_review(request, review_by));
  record::EventBuilder event = request.draft(record::plan::filed);
  event.fact("kind", one->kind.text())
      .fact("words", one->content.words.value_or(0))
      .fact("needs", one->content.needs.size())
      .fact("actions", one->content.actions.size())
      .fact("by", std::string_view(request.command.actor));
  if (review_by) event.fact("review_by", *review_by);
  if (const auto& reception = request.state.plans.reception; reception && one->kind == Symbol("resettlement"))
    event.entity("custody", reception->entity);
  request.add(event);
  add_check(request, *one, timing_of(request, *one));
  return {};
}

Result<void> withdraw(Request& request) {
  PROBITY_ASSIGN(const Plan* one, open_plan(request));
  if (one->filed)
    return request.refuse("the plan was filed before it was sent back", "Mend it and file it (plan.file)");
  record::EventBuilder event = request.draft(record::plan::withdrawn);
  event.fact("reason", record::symbol<plan::withdraw, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

// A plan that somebody may sign or send back now.
Result<const Plan*> plan_for_senior(const Request& request) {
  PROBITY_ASSIGN(const Plan* one, standing_plan(request));
  if (one->signed_off) return request.refuse("the plan is signed off", "Nothing is to be done");
  if (request.command.role != "senior_probation_officer" && request.command.role != "senior_manager")
    return request.refuse("a plan is signed off or sent back by a senior probation officer",
                          "Somebody senior does it (role=senior_probation_officer)");
  if (one->author == Symbol(request.command.actor))
    return request.refuse("nobody signs a plan of their own", "A senior colleague does it");
  return one;
}

Result<void> sign_off(Request& request) {
  PROBITY_ASSIGN(const Plan* one, plan_for_senior(request));
  const Symbol despite = record::symbol<plan::sign_off, "despite">(request.command.event);
  const bool faulty = one->verdict == Symbol("not_sound");
  if (faulty && despite.empty()) {
    std::string found;
    for (const Symbol finding : one->findings)
      found += (found.empty() ? "" : ", ") + std::string(finding.text());
    return request.refuse("the check found: " + found,
                          "Send it back (plan.send_back), or say why it is signed all the same (despite=…)");
  }
  if (!faulty && !despite.empty()) return request.refuse("the check found nothing", "Leave despite out");
  record::EventBuilder event = request.draft(record::plan::signed_off);
  event.fact("by", std::string_view(request.command.actor));
  if (!despite.empty()) event.fact("despite", despite.text());
  request.add(event);
  return {};
}

Result<void> send_back(Request& request) {
  PROBITY_TRY(plan_for_senior(request));
  record::EventBuilder event = request.draft(record::plan::returned);
  event.fact("reason", record::symbol<plan::send_back, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> review(Request& request) {
  using plan::review;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Plan* one, standing_plan(request));
  const auto review_by = record::day<review, "review_by">(asked);
  const Symbol result = record::symbol<review, "result">(asked);
  PROBITY_TRY(refuse_past_review(request, review_by));
  if (review_by && result != Symbol("stands"))
    return request.refuse("a plan that does not stand has no next review", "Leave review_by out");
  if (request.act_day() < *one->filed)
    return request.refuse("the plan was filed on " + base::to_text(*one->filed),
                          "Give the day of the review");
  record::EventBuilder event = request.draft(record::plan::reviewed);
  event.fact("result", result.text()).fact("by", std::string_view(request.command.actor));
  if (review_by) event.fact("review_by", *review_by);
  request.add(event);
  add_check(request, *one, timing_of(request, *one));
  return {};
}

Result<void> end_action(Request& request) {
  using plan::end_action;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Plan* one, standing_plan(request));
  const std::int64_t number = *record::integer<end_action, "number">(asked);
  const auto& actions = one->content.actions;
  const auto found = std::find_if(actions.begin(), actions.end(),
                                  [number](const PlanAction& action) { return action.number == number; });
  if (found == actions.end())
    return request.refuse(fmt::format("the plan has no action {}", number), "Give the action's number");
  if (!found->result.empty())
    return request.refuse("the action has ended: " + std::string(found->result.text()),
                          "Nothing is to be done");
  record::EventBuilder event = request.draft(record::plan::action_ended);
  event.fact("number", number).fact("result", record::symbol<end_action, "result">(asked).text());
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_plan(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<plan::draft>(asked)) return draft(request);
  if (record::is<plan::name_need>(asked)) return name_need(request);
  if (record::is<plan::set_objective>(asked)) return set_objective(request);
  if (record::is<plan::set_action>(asked)) return set_action(request);
  if (record::is<plan::write>(asked)) return write(request);
  if (record::is<plan::agree>(asked)) return agree(request);
  if (record::is<plan::file>(asked)) return file(request);
  if (record::is<plan::withdraw>(asked)) return withdraw(request);
  if (record::is<plan::sign_off>(asked)) return sign_off(request);
  if (record::is<plan::send_back>(asked)) return send_back(request);
  if (record::is<plan::review>(asked)) return review(request);
  PROBITY_ENSURE(record::is<plan::end_action>(asked));
  return end_action(request);
}

} // namespace probity::casework
