#include "casework/custody/release_board.h"

#include <algorithm>

namespace probity::casework {
namespace {

struct Answer {
  ItemStatus status = ItemStatus::missing;
  std::uint64_t event = 0;
};

Answer answered(const std::optional<Act>& act, base::Day by) {
  if (!act) return {};
  return {act->day <= by ? ItemStatus::done : ItemStatus::late, act->event};
}

// A release from remand, or without conditions, makes no licence; a short one may be over.
bool needs_licence(const CaseState& state) {
  return !state.custody.release.unconditional() && custodial_order(state) != nullptr &&
         !state.custody.post_sentence_from;
}

Answer recorded(const CaseState& state, base::Day by) {
  const Release& release = state.custody.release;
  if (!release.recorded) return {};
  return {release.entered <= by ? ItemStatus::done : ItemStatus::late, release.recorded->event};
}

Answer licence_active(const CaseState& state) {
  if (!needs_licence(state)) return {ItemStatus::not_needed};
  const Licence* one = state.custody.licence();
  if (one == nullptr || !one->stands()) return {};
  const auto out = state.custody.release.day();
  const bool late = one->active_from && out && *one->active_from > *out;
  return {late ? ItemStatus::late : ItemStatus::done, one->approved_event};
}

// The first explaining is asked of the day of release; that a variation has to be explained again is owed by
// itself.
Answer licence_explained(const CaseState& state, base::Day by) {
  if (!needs_licence(state)) return {ItemStatus::not_needed};
  const Licence* one = state.custody.licence();
  if (one == nullptr || !one->stands()) return {};
  if (one->explained_event == 0) return {};
  return {one->explained && *one->explained > by && one->variations == 0 ? ItemStatus::late
                                                                         : ItemStatus::done,
          one->explained_event};
}

Answer first_appointment(const CaseState& state, base::Day out, base::Day by, base::Day on) {
  if (!needs_licence(state)) return {ItemStatus::not_needed};
  const Appointment* first = nullptr;
  for (const Appointment& one : state.appointments)
    if (!one.cancelled && one.day >= out && (first == nullptr || one.day < first->day)) first = &one;
  if (first == nullptr) return {};
  const auto& arranged = state.custody.arranged;
  const auto found = std::find_if(arranged.begin(), arranged.end(),
                                  [first](const auto& one) { return one.first == first->id; });
  const std::uint64_t event = found == arranged.end() ? 0 : found->second;
  if (first->day <= by) return {ItemStatus::done, event};
  // While the standard can still be met, a later appointment does not answer it.
  return {on > by ? ItemStatus::late : ItemStatus::missing, event};
}

Answer resumed(const CaseState& state, base::Day by) {
  if (!state.custody.was_suspended && !state.suspended) return {ItemStatus::not_needed};
  if (state.suspended) return {};
  return answered(state.custody.resumed, by);
}

Answer victims(const CaseState& state, base::Day out) {
  Answer answer{ItemStatus::not_needed};
  for (const Victim& one : state.victims.all) {
    if (!one.opted_in()) continue;
    const auto& notices = state.custody.notices;
    const auto told = std::find_if(notices.begin(), notices.end(), [&](const ReleaseNotice& notice) {
      return notice.victim == one.id && notice.of == out;
    });
    if (told == notices.end()) return {};
    answer = {ItemStatus::done, told->given.event};
  }
  return answer;
}

Answer monitoring(const CaseState& state, base::Day by) {
  Answer answer{ItemStatus::not_needed};
  for (const Tag& one : state.custody.tags) {
    if (one.removed) continue;
    const Answer fitted = answered(one.fitted, by);
    if (fitted.status == ItemStatus::missing) return fitted;
    if (answer.status != ItemStatus::late) answer = fitted;
  }
  return answer;
}

} // namespace

std::string_view to_text(ReleaseItem item) {
  switch (item) {
  case ReleaseItem::release_recorded:
    return "release_recorded";
  case ReleaseItem::practitioner_allocated:
    return "practitioner_allocated";
  case ReleaseItem::licence_active:
    return "licence_active";
  case ReleaseItem::licence_explained:
    return "licence_explained";
  case ReleaseItem::first_appointment:
    return "first_appointment";
  case ReleaseItem::accommodation_recorded:
    return "accommodation_recorded";
  case ReleaseItem::requirements_resumed:
    return "requirements_resumed";
  case ReleaseItem::victims_informed:
    return "victims_informed";
  case ReleaseItem::monitoring_live:
    return "monitoring_live";
  }
  return "";
}

std::string_view to_text(ItemStatus status) {
  switch (status) {
  case ItemStatus::done:
    return "done";
  case ItemStatus::late:
    return "late";
  case ItemStatus::missing:
    return "missing";
  case ItemStatus::not_needed:
    return "not_needed";
  }
  return "";
}

std::string_view to_text(ReleaseBoard::Basis basis) {
  switch (basis) {
  case ReleaseBoard::Basis::planned:
    return "planned";
  case ReleaseBoard::Basis::notified:
    return "notified";
  case ReleaseBoard::Basis::recorded:
    return "recorded";
  }
  return "";
}

const BoardItem& ReleaseBoard::item(ReleaseItem item) const {
  return items[static_cast<std::size_t>(item)];
}

std::vector<ReleaseItem> ReleaseBoard::missing() const {
  std::vector<ReleaseItem> out;
  for (const BoardItem& one : items)
    if (one.status == ItemStatus::missing) out.push_back(one.item);
  return out;
}

std::optional<ReleaseBoard> release_day(const CaseState& state, const Policy& policy,
                                        const rules::WorkingDays& working_days, base::Day on) {
  const Release& release = state.custody.release;
  const auto out = release.day();
  if (!out || state.died) return std::nullopt;
  const CustodyPolicy& limits = policy.custody;
  ReleaseBoard board;
  board.stay = release.stay;
  board.day = *out;
  board.basis = release.recorded   ? ReleaseBoard::Basis::recorded
                : release.notified ? ReleaseBoard::Basis::notified
                                   : ReleaseBoard::Basis::planned;
  board.source = release.source();
  if (needs_licence(state)) board.stop = hard_stop(state, limits, working_days);
  const base::Day known = board.source.day;
  const auto from = [&](const Limit& limit) { return day_after(*out, limit, working_days, known); };
  const base::Day standard = from(limits.first_appointment);
  const base::Day entered = from(limits.release_recorded);
  const auto add = [&board](ReleaseItem item, base::Day due, Answer answer) {
    board.items.push_back({item, answer.status, due, answer.event});
  };
  std::optional<Act> allocated = state.custody.allocated;
  if (state.practitioner.empty()) allocated.reset();
  const Limit before = limits.allocated_before;
  add(ReleaseItem::release_recorded, entered, recorded(state, entered));
  add(ReleaseItem::practitioner_allocated, from({-before.n, before.unit}), answered(allocated, *out));
  add(ReleaseItem::licence_active, *out, licence_active(state));
  add(ReleaseItem::licence_explained, *out, licence_explained(state, *out));
  add(ReleaseItem::first_appointment, *out, first_appointment(state, *out, standard, on));
  add(ReleaseItem::accommodation_recorded, *out, answered(state.custody.accommodation, *out));
  add(ReleaseItem::requirements_resumed, *out, resumed(state, *out));
  add(ReleaseItem::victims_informed, *out, victims(state, *out));
  add(ReleaseItem::monitoring_live, *out, monitoring(state, *out));
  return board;
}

} // namespace probity::casework
