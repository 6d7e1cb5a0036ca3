#include "casework/drafting.h"
#include "casework/fold.h"
#include "casework/risk/risk_register_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

const Symbol mappa("mappa");

// The four flags that repeat the overall judgement of harm, in the order of harm_rank.
const Symbol level_flags[] = {Symbol("low_risk"), Symbol("medium_risk"), Symbol("high_risk"),
                              Symbol("very_high_risk")};

int level_of_flag(Symbol kind) {
  const auto* const found = std::find(std::begin(level_flags), std::end(level_flags), kind);
  return found == std::end(level_flags) ? -1 : static_cast<int>(found - std::begin(level_flags));
}

struct NextReview {
  std::optional<base::Day> advised;
  std::optional<base::Day> review_by;
  Symbol later_because;
};

// What the rule suggests and what is decided are kept apart.
Result<NextReview> next_review(const Request& request, Symbol kind, std::optional<base::Day> wished,
                               Symbol later_because) {
  NextReview out;
  const Limit& limit = request.circumstances.policy.risk_register.flag_review.find(kind.text())->second;
  if (limit.n > 0) out.advised = request.after(request.act_day(), limit);
  out.review_by = wished ? wished : out.advised;
  out.later_because = later_because;
  if (wished && *wished <= request.act_day())
    return request.refuse("the next review would be over already", "Give a later day");
  const bool later = out.advised && *out.review_by > *out.advised;
  if (later && later_because.empty())
    return request.refuse("the register suggests a review by " + base::to_text(*out.advised),
                          "Give an earlier day, or say why it is later (later_because)");
  if (!later && !later_because.empty())
    return request.refuse("the review is not later than suggested", "Leave later_because out");
  return out;
}

void write(record::EventBuilder& event, const Request& request, const NextReview& next) {
  event.fact("by", std::string_view(request.command.actor));
  if (next.advised) event.fact("advised", *next.advised);
  if (next.review_by) event.fact("review_by", *next.review_by);
  if (!next.later_because.empty()) event.fact("later_because", next.later_because.text());
}

Result<void> check_level_flag(const Request& request, Symbol kind) {
  const int level = level_of_flag(kind);
  if (level < 0) return {};
  const RiskRegister& all = request.state.risk_register;
  for (const Symbol other : level_flags)
    if (all.flag_of(other, request.circumstances.policy.risk_register) != nullptr)
      return request.refuse("the register says " + std::string(other.text()) + " already",
                            "Take that off first (flag.remove)");
  if (harm_rank(request.state.harm_level) != level)
    return request.refuse(request.state.harm_level.empty() ? "the risk of serious harm is not judged"
                                                           : "the risk of serious harm is judged " +
                                                                 std::string(request.state.harm_level.text()),
                          "The register follows the judgement (risk.judge_harm)");
  return {};
}

Result<void> add(Request& request) {
  using flag::add;
  const record::Event& asked = request.command.event;
  const RiskRegister& all = request.state.risk_register;
  const RiskRegisterPolicy& policy = request.circumstances.policy.risk_register;
  const Symbol kind = record::symbol<add, "kind">(asked);
  const Symbol level = record::symbol<add, "level">(asked);
  const Symbol category = record::symbol<add, "category">(asked);
  if (find_entity(all.flags, request.entity("flag")) != nullptr)
    return request.refuse("there is such a flag", "Review it (flag.review), or add another under its own id");
  if (all.flag_of(kind, policy) != nullptr)
    return request.refuse("the register says " + std::string(kind.text()) + " already",
                          "Review that flag (flag.review)");
  if (kind == mappa && (level.empty() || category.empty()))
    return request.refuse("public protection arrangements have a level and a category",
                          "Give level=level_1 category=category_1");
  if (kind != mappa && !(level.empty() && category.empty()))
    return request.refuse("only public protection arrangements have a level and a category",
                          "Leave them out");
  PROBITY_TRY(check_level_flag(request, kind));
  PROBITY_ASSIGN(const NextReview next, next_review(request, kind, record::day<add, "review_by">(asked),
                                                    record::symbol<add, "later_because">(asked)));
  record::EventBuilder event = request.draft(record::risk::flag_added);
  event.fact("kind", kind.text());
  if (kind == mappa) event.fact("level", level.text()).fact("category", category.text());
  write(event, request, next);
  request.add(event);
  return {};
}

Result<const Flag*> flag_in_force(const Request& request) {
  const Flag* found = find_entity(request.state.risk_register.flags, request.entity("flag"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the register has no such flag",
                      std::string(request.command.event.type->name), "Add it first (flag.add)");
  if (found->removed) return request.refuse("the flag was taken off", "Add it anew if it holds again");
  if (request.act_day() < found->seen)
    return request.refuse("the flag was made or reviewed on " + base::to_text(found->seen),
                          "Act on that day or later");
  return found;
}

Result<void> review(Request& request) {
  using flag::review;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Flag* one, flag_in_force(request));
  if (!one->in_force(request.circumstances.policy.risk_register))
    return request.refuse("the flag ended with supervision", "Add it anew if it holds again");
  const Symbol level = record::symbol<review, "level">(asked);
  if (one->kind != mappa && !level.empty())
    return request.refuse("only public protection arrangements have a level and a category", "Leave it out");
  PROBITY_ASSIGN(const NextReview next,
                 next_review(request, one->kind, record::day<review, "review_by">(asked),
                             record::symbol<review, "later_because">(asked)));
  record::EventBuilder event = request.draft(record::risk::flag_reviewed);
  if (!level.empty()) event.fact("level", level.text());
  write(event, request, next);
  request.add(event);
  return {};
}

Result<void> remove(Request& request) {
  PROBITY_ASSIGN(const Flag* one, flag_in_force(request));
  const Symbol reason = record::symbol<flag::remove, "reason">(request.command.event);
  if (reason == Symbol("supervision_ended")) {
    if (request.state.order() != nullptr)
      return request.refuse("an order is in force", "Give another reason");
    if (request.circumstances.policy.risk_register.flags_that_stay.contains(one->kind.text()))
      return request.refuse(std::string(one->kind.text()) + " stays on the register after supervision",
                            "Take it off when it no longer holds");
  }
  record::EventBuilder event = request.draft(record::risk::flag_removed);
  event.fact("reason", reason.text()).fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_flag(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<flag::add>(asked)) return add(request);
  if (record::is<flag::review>(asked)) return review(request);
  PROBITY_ENSURE(record::is<flag::remove>(asked));
  return remove(request);
}

} // namespace probity::casework
