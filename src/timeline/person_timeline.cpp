#include "timeline/person_timeline.h"

#include <algorithm>

#include "record/custody.h"
#include "record/monitoring.h"
#include "record/person.h"
#include "record/sentence.h"
#include "record/supervision.h"

namespace probity::timeline {
namespace {

using record::Event;
using record::Symbol;

// Ends the newest open stretch that `matches`; keeps one that ends before it starts as a single day.
template <class Stretches, class Matches>
void end_newest(Stretches& stretches, base::Day last, std::uint64_t by, Matches matches) {
  for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
    if (stretch->last || !matches(*stretch)) continue;
    stretch->last = std::max(last, stretch->first);
    stretch->ended_by = by;
    return;
  }
}

constexpr auto any = [](const auto&) { return true; };

void follow_custody(PersonTimeline& out, const Event& event, base::Day day) {
  if (record::is<record::custody::received>(event)) {
    Stretch stretch;
    stretch.first = day;
    stretch.began_by = event.index;
    out.custody.push_back(stretch);
    return;
  }
  const bool notified = record::is<record::custody::release_notified>(event);
  if (notified || record::is<record::custody::release_recorded>(event)) {
    end_newest(out.custody, day, event.index, any);
    static const Symbol custody("custody");
    const auto id = event.entity(custody);
    const auto same = [&](const OrderInForce& order) {
      return order.order.kind == custody && id && order.order.id == *id;
    };
    if (id && std::none_of(out.orders.begin(), out.orders.end(), same)) {
      OrderInForce licence;
      licence.first = day;
      licence.began_by = event.index;
      licence.order = {custody, *id};
      licence.type = Symbol("licence");
      out.orders.push_back(licence);
    }
  }
}

// A licence ends by recall or by going over into supervision after sentence; both are of its custody episode.
void follow_licence(PersonTimeline& out, const Event& event, base::Day day) {
  static const Symbol custody("custody");
  const bool recalled = record::is<record::custody::recalled>(event);
  const bool after_sentence = record::is<record::custody::post_sentence_supervision_started>(event);
  if (!recalled && !after_sentence) return;
  const auto id = event.entity(custody);
  end_newest(out.orders, recalled ? day : day - 1, event.index, [&](const OrderInForce& order) {
    return id && order.order.kind == custody && order.order.id == *id;
  });
  if (!after_sentence) return;
  OrderInForce supervision;
  supervision.first = day;
  supervision.began_by = event.index;
  if (id) supervision.order = {custody, *id};
  supervision.type = Symbol("post_sentence_supervision");
  out.orders.push_back(supervision);
}

void follow_orders(PersonTimeline& out, const Event& event, base::Day day) {
  static const Symbol order_kind("order");
  if (record::is<record::sentence::imposed>(event)) {
    OrderInForce order;
    order.first = day;
    order.began_by = event.index;
    order.type = record::symbol<record::sentence::imposed, "order_type">(event);
    if (const auto id = event.entity(order_kind)) order.order = {order_kind, *id};
    out.orders.push_back(order);
  } else if (record::is<record::sentence::order_terminated>(event)) {
    const auto id = event.entity(order_kind);
    end_newest(out.orders, day, event.index,
               [&](const OrderInForce& order) { return id && order.order.id == *id; });
  }
}

void follow_tags(PersonTimeline& out, const Event& event, base::Day day) {
  static const Symbol tag_kind("tag");
  if (record::is<record::monitoring::tag_ordered>(event)) {
    out.tag_orders.push_back({day, event.entity(tag_kind).value_or(base::EntityId{}),
                              record::symbol<record::monitoring::tag_ordered, "kind">(event)});
  } else if (record::is<record::monitoring::tag_fitted>(event)) {
    Tagged tagged;
    tagged.first = day;
    tagged.began_by = event.index;
    tagged.tag = event.entity(tag_kind).value_or(base::EntityId{});
    out.tagged.push_back(tagged);
  } else if (record::is<record::monitoring::tag_removed>(event)) {
    const auto id = event.entity(tag_kind);
    end_newest(out.tagged, day, event.index, [&](const Tagged& tagged) { return id && tagged.tag == *id; });
  }
}

void follow_supervision(PersonTimeline& out, const Event& event, base::Day day) {
  if (record::is<record::supervision::provider_assigned>(event)) {
    Held held;
    held.first = day;
    held.began_by = event.index;
    held.provider = record::symbol<record::supervision::provider_assigned, "provider">(event);
    held.precision = event.valid.precision;
    out.held.push_back(held);
  } else if (record::is<record::supervision::compliance_suspended>(event)) {
    Stretch stretch;
    stretch.first = day;
    stretch.began_by = event.index;
    out.suspended.push_back(stretch);
  } else if (record::is<record::supervision::compliance_resumed>(event)) {
    // The day of resuming counts again.
    end_newest(out.suspended, day - 1, event.index, any);
  }
}

void follow_practitioner(PersonTimeline& out, const Event& event, base::Day day) {
  if (!record::is<record::supervision::practitioner_allocated>(event)) return;
  if (!out.practitioners.empty() && !out.practitioners.back().last) {
    Practitioner& before = out.practitioners.back();
    before.last = std::max(day - 1, before.first);
    before.ended_by = event.index;
  }
  Practitioner practitioner;
  practitioner.first = day;
  practitioner.began_by = event.index;
  practitioner.staff = record::symbol<record::supervision::practitioner_allocated, "practitioner">(event);
  practitioner.grade = record::symbol<record::supervision::practitioner_allocated, "grade">(event);
  out.practitioners.push_back(practitioner);
}

void follow_person(PersonTimeline& out, const Event& event, base::Day day) {
  if (record::is<record::person::died>(event) && !out.died) out.died = day;
  if (record::is<record::person::registered>(event)) {
    out.sex = record::symbol<record::person::registered, "sex">(event);
    out.age_band = record::symbol<record::person::registered, "age_band">(event);
  }
}

// One body at a time: each holds until the day before the next one's first day.
void settle_holders(std::vector<Held>& held) {
  std::stable_sort(held.begin(), held.end(), [](const Held& a, const Held& b) { return a.first < b.first; });
  for (std::size_t i = 0; i + 1 < held.size(); ++i) {
    held[i].last = held[i + 1].first - 1;
    held[i].ended_by = held[i + 1].began_by;
  }
  static const Symbol none("none");
  std::erase_if(held, [](const Held& h) { return h.provider == none || (h.last && *h.last < h.first); });
}

} // namespace

PersonTimeline timeline_of(const Case& person) {
  PersonTimeline out;
  std::vector<const Event*> known;
  known.reserve(person.events.size());
  for (const Event& event : person.events)
    if (event.type != nullptr && event.valid.known())
      known.push_back(&event);
    else if (record::is<record::person::registered>(event)) // imports: when is not known, who is
      follow_person(out, event, {});
  // By valid day, since a late entry belongs where it happened; the record's order decides within a day.
  std::stable_sort(known.begin(), known.end(),
                   [](const Event* a, const Event* b) { return a->valid.first < b->valid.first; });
  for (const Event* event : known) {
    const base::Day day = event->valid.first;
    follow_supervision(out, *event, day);
    follow_custody(out, *event, day);
    follow_orders(out, *event, day);
    follow_licence(out, *event, day);
    follow_tags(out, *event, day);
    follow_practitioner(out, *event, day);
    follow_person(out, *event, day);
  }
  settle_holders(out.held);
  return out;
}

Symbol PersonTimeline::provider_on(base::Day day) const {
  for (const Held& holder : held)
    if (holder.covers(day)) return holder.provider;
  return {};
}

bool PersonTimeline::in_custody_on(base::Day day) const {
  // The day of release is a day at liberty.
  return std::any_of(custody.begin(), custody.end(), [&](const Stretch& stretch) {
    return stretch.first <= day && (!stretch.last || day < *stretch.last);
  });
}

bool PersonTimeline::held_throughout(Symbol provider, base::Day from, base::Day to) const {
  base::Day reached = from;
  for (const Held& holder : held) {
    if (!holder.covers(reached) || (!provider.empty() && holder.provider != provider)) continue;
    if (!holder.last || *holder.last >= to) return true;
    reached = *holder.last + 1;
  }
  return false;
}

} // namespace probity::timeline
