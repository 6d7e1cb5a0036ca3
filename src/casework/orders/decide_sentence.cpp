#include <algorithm>

#include <fmt/format.h>

#include "casework/custody/custody_rules.h"
#include "casework/drafting.h"
#include "casework/orders/order_commands.h"
#include "record/appointment.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

const Symbol unpaid_work("unpaid_work");
constexpr std::int64_t minutes_an_hour = 60;

const Order* order_of(const Request& request) {
  const base::EntityId id = request.entity("order");
  const auto found = std::find_if(request.state.orders.begin(), request.state.orders.end(),
                                  [&](const Order& one) { return one.id == id; });
  return found == request.state.orders.end() ? nullptr : &*found;
}

// --- imposing

Result<std::int64_t> length_of(const Request& request) {
  using sentence::impose;
  const record::Event& asked = request.command.event;
  const auto days = record::integer<impose, "length_days">(asked);
  const auto ends = record::day<impose, "ends">(asked);
  if (days && ends) return request.refuse("length and last day are both given", "Give one of them");
  if (ends && *ends < request.act_day())
    return request.refuse(fmt::format("the order would end on {}, before it begins", base::to_text(*ends)),
                          "Give its last day, or when it was imposed (on DAY)");
  if (days && *days < 1) return request.refuse("an order lasts a day at least", "Give its length in days");
  if (ends) return std::int64_t{*ends - request.act_day() + 1};
  const Symbol type = record::symbol<impose, "order_type">(asked);
  if (!days && type != Symbol("unpaid_work_only"))
    return request.refuse("the length of the order is not given", "Give length_days or ends");
  return days.value_or(0);
}

// `months`, counted from the day it was imposed, as the first day on which so long an order no longer runs.
base::Day after_months(const Request& request, int months) {
  return base::add_months(request.act_day(), months);
}

Result<void> check_length(const Request& request, Symbol type, std::int64_t days) {
  const OrderPolicy& policy = request.circumstances.policy.orders;
  constexpr std::int64_t longest = 36'525; // a hundred years
  if (days > longest) return request.refuse("nobody serves a hundred years", "Give its length in days");
  const base::Day past = request.act_day() + static_cast<int>(days);
  const auto outside = [&](int least, int most, std::string_view what) -> Result<void> {
    if (past < after_months(request, least))
      return request.refuse(fmt::format("{} lasts {} months at least", what, least),
                            "Give its length in days");
    if (past > after_months(request, most))
      return request.refuse(fmt::format("{} lasts {} months at most", what, most), "Give its length in days");
    return {};
  };
  if (type == Symbol("community_order")) return outside(0, policy.community_most_months, "a community order");
  if (type == Symbol("suspended_sentence_order"))
    return outside(policy.suspended_least_months, policy.suspended_most_months, "a suspended sentence order");
  const bool short_custody = type == Symbol("custody_under_12_months");
  const bool long_custody = type == Symbol("custody_12_months_over");
  const bool under = past < after_months(request, 12);
  if (short_custody && !under)
    return request.refuse("a sentence under twelve months is not so long", "Use custody_12_months_over");
  if (long_custody && under)
    return request.refuse("a sentence of twelve months or more is not so short",
                          "Use custody_under_12_months");
  return {};
}

Result<void> check_requirements(const Request& request, Symbol type, const record::Amounts& given) {
  const OrderPolicy& policy = request.circumstances.policy.orders;
  const std::vector<std::string>& carried = policy.requirements_of(type.text());
  for (const auto& entry : given) {
    const std::string_view kind = entry.first.text();
    if (std::find(std::begin(record::sentence::requirements), std::end(record::sentence::requirements),
                  kind) == std::end(record::sentence::requirements))
      return request.refuse(fmt::format("there is no requirement \"{}\"", kind),
                            "docs/vocabulary.md lists them under sentence.requirement_started");
    if (std::find(carried.begin(), carried.end(), kind) == carried.end())
      return request.refuse(fmt::format("{} cannot carry {}", type.text(), kind),
                            "Leave it out, or mend the type of the order");
    if (entry.second < 1)
      return request.refuse(fmt::format("{} has no length", kind), "Give its length in its own unit");
  }
  if (carried.empty()) return {};
  if (given.empty()) return request.refuse("the order has no requirement", "Give requirements=…");
  const auto hours =
      std::find_if(given.begin(), given.end(), [](const auto& one) { return one.first == unpaid_work; });
  if (hours == given.end()) return {};
  const std::int64_t least = policy.unpaid_work_least_hours * minutes_an_hour;
  const std::int64_t most = policy.unpaid_work_most_hours * minutes_an_hour;
  if (hours->second < least || hours->second > most)
    return request.refuse(fmt::format("unpaid work is from {} to {} hours, not {} minutes",
                                      policy.unpaid_work_least_hours, policy.unpaid_work_most_hours,
                                      hours->second),
                          "Give minutes: unpaid_work:6000 is a hundred hours");
  return {};
}

Result<void> impose(Request& request) {
  using sentence::impose;
  const record::Event& asked = request.command.event;
  if (!request.state.order_book.registered)
    return request.refuse("the person is not registered", "Open the record first (person.register)");
  if (order_of(request) != nullptr)
    return request.refuse("there is an order of this id", "Make a new id for another order");
  const Symbol type = record::symbol<impose, "order_type">(asked);
  PROBITY_ASSIGN(const std::int64_t days, length_of(request));
  if (days > 0) PROBITY_TRY(check_length(request, type, days));
  static const record::Amounts none;
  const record::Amounts* given = record::amounts<impose, "requirements">(asked);
  const record::Amounts& requirements = given == nullptr ? none : *given;
  PROBITY_TRY(check_requirements(request, type, requirements));
  record::EventBuilder event = request.draft(record::sentence::imposed);
  event.fact("order_type", type.text());
  if (days > 0) event.fact("length_days", days);
  record::EventBuilder::NamedNumbers amounts;
  for (const auto& entry : requirements)
    amounts.emplace_back(std::string(entry.first.text()), entry.second);
  if (!amounts.empty()) event.fact("requirements", amounts);
  if (const Symbol group = record::symbol<impose, "offence_group">(asked); !group.empty())
    event.fact("offence_group", group.text());
  if (const Symbol court = record::symbol<impose, "court">(asked); !court.empty())
    event.fact("court", court.text());
  request.add(event);
  return {};
}

// --- requirements

Result<const Order*> running_order(const Request& request) {
  const Order* found = order_of(request);
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such order",
                      std::string(request.command.event.type->name), "Record it first (sentence.impose)");
  if (found->ended)
    return request.refuse("the order ended on " + base::to_text(*found->ended), "Nothing of it runs now");
  if (request.act_day() < found->imposed)
    return request.refuse("the order was imposed on " + base::to_text(found->imposed) + ", after that day",
                          "Give a day on which the order was in force");
  return found;
}

Result<const Requirement*> running_requirement(const Request& request, const Order& order, Symbol kind) {
  const Requirement* found = request.state.order_book.requirement(order.id, kind);
  if (found == nullptr)
    return request.refuse(fmt::format("{} has not begun to run", kind.text()),
                          "Let it begin first (sentence.start_requirement)");
  if (!found->running())
    return request.refuse(
        fmt::format("{} {}", kind.text(), found->completed ? "was done in full" : "has ended"),
        "Nothing is to be done");
  return found;
}

Result<void> start_requirement(Request& request) {
  PROBITY_ASSIGN(const Order* order, running_order(request));
  const Symbol kind = record::symbol<sentence::start_requirement, "requirement">(request.command.event);
  const OrderTerms* terms = request.state.order_book.terms(order->id);
  if (terms == nullptr || !terms->asks(kind))
    return request.refuse(fmt::format("the order does not ask {}", kind.text()),
                          "Name a requirement that the court imposed");
  if (request.state.order_book.requirement(order->id, kind) != nullptr)
    return request.refuse(fmt::format("{} has begun already", kind.text()), "Nothing is to be done");
  record::EventBuilder event = request.draft(record::sentence::requirement_started);
  event.entity("order", order->id)
      .entity("requirement", request.command.entity_id("requirement"))
      .fact("requirement", kind.text());
  if (kind == unpaid_work) event.fact("minutes", terms->length_of(kind));
  request.add(event);
  return {};
}

Result<void> complete_requirement(Request& request) {
  PROBITY_ASSIGN(const Order* order, running_order(request));
  const Symbol kind = record::symbol<sentence::complete_requirement, "requirement">(request.command.event);
  PROBITY_ASSIGN(const Requirement* one, running_requirement(request, *order, kind));
  const std::int64_t owed = kind == unpaid_work ? request.state.order_book.minutes_owed(order->id) : 0;
  if (owed > 0)
    return request.refuse(
        fmt::format("{} minutes of unpaid work are owed", owed),
        "Record the work, or end the requirement with its reason (sentence.end_requirement)");
  record::EventBuilder event = request.draft(record::sentence::requirement_completed);
  event.entity("order", order->id).entity("requirement", one->id).fact("requirement", kind.text());
  request.add(event);
  return {};
}

Result<void> end_requirement(Request& request) {
  using sentence::end_requirement;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Order* order, running_order(request));
  const Symbol kind = record::symbol<end_requirement, "requirement">(asked);
  PROBITY_ASSIGN(const Requirement* one, running_requirement(request, *order, kind));
  const std::int64_t owed = kind == unpaid_work ? request.state.order_book.minutes_owed(order->id) : 0;
  const Symbol despite = record::symbol<end_requirement, "despite">(asked);
  if (owed > 0 && despite.empty())
    return request.refuse(fmt::format("{} minutes of unpaid work are owed", owed),
                          "Say why it ends all the same: despite=…");
  if (owed == 0 && !despite.empty())
    return request.refuse("nothing is owed that it would end in spite of", "Leave despite out");
  record::EventBuilder event = request.draft(record::sentence::requirement_terminated);
  event.entity("order", order->id)
      .entity("requirement", one->id)
      .fact("requirement", kind.text())
      .fact("reason", record::symbol<end_requirement, "reason">(asked).text());
  if (owed > 0) event.fact("minutes_owed", owed).fact("despite", despite.text());
  request.add(event);
  return {};
}

// --- the end of an order

Result<void> check_reason(const Request& request, const Order& order, Symbol reason) {
  const Order* custodial = custodial_order(request.state);
  const bool is_custodial = custodial != nullptr && custodial->id == order.id;
  const auto after =
      is_custodial ? post_sentence_ends(request.state, request.circumstances.policy.custody) : std::nullopt;
  if (reason == Symbol("expired") && after && under(request.state) == Under::licence)
    return request.refuse("supervision after sentence follows, until " + base::to_text(*after),
                          "Let it begin when the licence has ended (custody.start_post_sentence)");
  const OrderTerms* terms = request.state.order_book.terms(order.id);
  const auto own = terms == nullptr ? std::nullopt : terms->last_day();
  const auto& last = after && request.state.custody.post_sentence_from ? after : own;
  if (reason == Symbol("expired") && last && request.act_day() < *last)
    return request.refuse("the order runs until " + base::to_text(*last),
                          "Name what ended it early, or record the end when it has come");
  if (reason == Symbol("died") && !request.state.died)
    return request.refuse("the person is not recorded as dead",
                          "Record the death first (person.record_death)");
  if (reason == Symbol("recalled") && !order.type.text().starts_with("custody"))
    return request.refuse("only a licence is recalled", "An order of the court is revoked");
  const bool resentenced =
      std::any_of(request.state.breaches.begin(), request.state.breaches.end(), [&](const Breach& one) {
        return one.concerns(order.id) &&
               (one.result == Symbol("proven_resentenced") || one.result == Symbol("proven_custody"));
      });
  if (reason == Symbol("revoked_breach") && !resentenced)
    return request.refuse("no breach was proven that ended an order",
                          "Record the court's answer first (enforcement.conclude)");
  return {};
}

// With the last order goes the ground of every appointment to come.
void call_off_appointments(Request& request, const Order& order) {
  const bool licence = request.state.released && !order.type.text().starts_with("custody");
  const bool other =
      licence || std::any_of(request.state.orders.begin(), request.state.orders.end(),
                             [&](const Order& one) { return one.id != order.id && !one.ended; });
  if (other) return;
  for (const Appointment& one : request.state.appointments) {
    if (!one.open() || one.starts <= request.command.event.recorded) continue;
    record::EventBuilder event = request.draft(record::appointment::cancelled);
    event.valid(request.today()).entity("appointment", one.id).fact("by", "service");
    request.add(event);
  }
}

Result<void> end(Request& request) {
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const Order* order, running_order(request));
  const Symbol reason = record::symbol<sentence::end, "reason">(asked);
  const Symbol despite = record::symbol<sentence::end, "despite">(asked);
  PROBITY_TRY(check_reason(request, *order, reason));
  const std::int64_t owed = request.state.order_book.minutes_owed(order->id);
  const bool breach =
      std::any_of(request.state.breaches.begin(), request.state.breaches.end(),
                  [&](const Breach& one) { return one.running() && one.concerns(order->id); });
  const bool dead = reason == Symbol("died");
  if (breach && despite.empty() && !dead)
    return request.refuse("a breach is being dealt with",
                          "Conclude it first, or say why the order ends all the same: despite=…");
  if (owed > 0 && despite.empty() && !dead)
    return request.refuse(fmt::format("{} minutes of unpaid work are owed", owed),
                          "Say why the order ends all the same: despite=…");
  if (!despite.empty() && !breach && owed == 0)
    return request.refuse("nothing is open that it would end in spite of", "Leave despite out");
  record::EventBuilder event = request.draft(record::sentence::order_terminated);
  event.fact("reason", reason.text());
  request.add(event);
  if (!despite.empty()) {
    record::EventBuilder unfinished = request.draft(record::sentence::ended_unfinished);
    unfinished.fact("despite", despite.text()).fact("minutes_owed", owed).fact("breach_running", breach);
    request.add(unfinished);
  }
  call_off_appointments(request, *order);
  return {};
}

} // namespace

Result<void> decide_sentence(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<sentence::impose>(asked)) return impose(request);
  if (record::is<sentence::start_requirement>(asked)) return start_requirement(request);
  if (record::is<sentence::complete_requirement>(asked)) return complete_requirement(request);
  if (record::is<sentence::end_requirement>(asked)) return end_requirement(request);
  PROBITY_ENSURE(record::is<sentence::end>(asked));
  return end(request);
}

} // namespace probity::casework
