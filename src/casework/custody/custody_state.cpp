#include "casework/custody/custody_state.h"

#include "casework/case_state.h"
#include "casework/fold.h"
#include "record/appointment.h"
#include "record/custody.h"
#include "record/licence.h"
#include "record/monitoring.h"
#include "record/release.h"
#include "record/sentence.h"
#include "record/supervision.h"
#include "record/victim.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace accommodation = record::accommodation;
namespace custody = record::custody;
namespace licence = record::licence;
namespace monitoring = record::monitoring;
namespace supervision = record::supervision;
namespace victim = record::victim;

const Symbol kind_custody("custody");
const Symbol kind_licence("licence");
const Symbol kind_tag("tag");
const Symbol kind_victim("victim");

Act act_of(const Event& event) {
  return {day_of_act(event), event.index};
}

Stay* open_stay(Custody& custody) {
  return custody.stays.empty() || custody.stays.back().left ? nullptr : &custody.stays.back();
}

void receive(Custody& all, const Event& event) {
  Stay stay;
  stay.id = event.entity(kind_custody).value_or(base::EntityId{});
  stay.received = day_of_act(event);
  stay.reason = record::symbol<custody::received, "reason">(event);
  all.stays.push_back(stay);
  all.release = Release{};
  all.release.stay = stay.id;
  all.accommodation.reset();
  all.was_suspended = false;
  all.to_return = false;
  if (stay.reason == Symbol("sentence")) all.first_release.reset();
}

void leave(Custody& all, base::Day day) {
  if (Stay* stay = open_stay(all)) stay->left = day;
  if (!all.first_release) all.first_release = day;
  for (Licence& one : all.licences)
    if (one.stage == LicenceStage::approved) {
      one.stage = LicenceStage::active;
      one.active_from = day;
    }
}

void end_licences(Custody& all, LicenceStage stage) {
  for (Licence& one : all.licences)
    if (one.stands()) one.stage = stage;
}

void apply_release(Custody& all, const Event& event) {
  Release& release = all.release;
  if (const auto id = event.entity(kind_custody)) release.stay = *id;
  if (is<custody::release_planned>(event)) {
    release.planned = record::day<custody::release_planned, "release_day">(event);
    release.planning = act_of(event);
    release.moved_from.reset();
  } else if (is<custody::release_brought_forward>(event)) {
    release.moved_from = record::day<custody::release_brought_forward, "from">(event);
  } else if (is<custody::release_notified>(event)) {
    release.notified = act_of(event);
    leave(all, day_of_act(event));
  } else if (is<custody::release_recorded>(event)) {
    if (!release.recorded) release.entered = event.recorded_day;
    release.recorded = act_of(event);
    release.type = record::symbol<custody::release_recorded, "release_type">(event);
    if (!release.notified) leave(all, day_of_act(event));
  } else if (is<custody::release_cancelled>(event)) {
    // Whoever was said to be out, and is not, is still in the same stay, under a licence yet to begin.
    if (release.happened() && !all.stays.empty()) all.stays.back().left.reset();
    if (release.happened())
      for (Licence& one : all.licences)
        if (one.stage == LicenceStage::active) one.stage = LicenceStage::approved;
    const base::EntityId stay = release.stay;
    release = Release{};
    release.stay = stay;
  }
}

void apply_stay(CaseState& state, const Event& event) {
  Custody& all = state.custody;
  if (is<custody::received>(event)) {
    receive(all, event);
  } else if (is<custody::release_planned>(event) || is<custody::release_brought_forward>(event) ||
             is<custody::release_notified>(event) || is<custody::release_recorded>(event) ||
             is<custody::release_cancelled>(event)) {
    apply_release(all, event);
  } else if (is<custody::recalled>(event)) {
    end_licences(all, LicenceStage::recalled);
    all.release = Release{};
    all.to_return = true;
    all.revoked_by.reset();
    for (const Recall& one : state.recalls)
      if (one.sent && one.decision != Symbol("no_recall")) all.revoked_by = one.id;
  } else if (is<custody::post_sentence_supervision_started>(event)) {
    end_licences(all, LicenceStage::inactive);
    all.post_sentence_from = day_of_act(event);
  } else if (is<record::sentence::order_terminated>(event)) {
    const auto id = event.entity(Symbol("order"));
    for (const Order& one : state.orders)
      if (id && one.id == *id && one.type.text().starts_with("custody")) {
        end_licences(all, LicenceStage::inactive);
        all.post_sentence_from.reset();
      }
  }
}

void apply_licence(Custody& all, const Event& event, bool released) {
  const auto id = event.entity(kind_licence);
  if (!id) return;
  Licence& one = entity_of(all.licences, *id);
  apply(one, event, released);
  if (is<licence::begun>(event) && one.minimal())
    for (Licence& other : all.licences)
      if (other.id != *id && other.draft()) other.stage = LicenceStage::superseded;
}

void apply_monitoring(Custody& all, const Event& event) {
  const auto id = event.entity(kind_tag);
  if (!id) return;
  if (is<monitoring::tag_ordered>(event))
    entity_of(all.tags, *id).ordered = act_of(event);
  else if (is<monitoring::tag_fitted>(event))
    entity_of(all.tags, *id).fitted = act_of(event);
  else if (is<monitoring::tag_removed>(event))
    entity_of(all.tags, *id).removed = true;
}

void apply_supervision(CaseState& state, const Event& event) {
  Custody& all = state.custody;
  if (is<supervision::practitioner_allocated>(event)) all.allocated = act_of(event);
  if (state.practitioner.empty()) all.allocated.reset();
  if (is<supervision::compliance_suspended>(event)) all.was_suspended = true;
  if (is<supervision::compliance_resumed>(event)) all.resumed = act_of(event);
}

void apply_notice(Custody& all, const Event& event) {
  if (!is<victim::notice_given>(event)) return;
  const auto id = event.entity(kind_victim);
  const auto day = record::day<victim::notice_given, "day">(event);
  if (id && day && record::symbol<victim::notice_given, "about">(event) == Symbol("release"))
    all.notices.push_back({*id, *day, act_of(event)});
}

} // namespace

std::optional<base::Day> Release::day() const {
  if (recorded) return recorded->day;
  if (notified) return notified->day;
  return planned;
}

Act Release::source() const {
  if (notified) return *notified;
  return recorded && !planned ? *recorded : planning;
}

bool Release::unconditional() const {
  return type == Symbol("unconditional") || type == Symbol("discharged_end_of_sentence");
}

const Stay* Custody::stay() const {
  return stays.empty() || stays.back().left ? nullptr : &stays.back();
}

bool Custody::held_all(base::Day day) const {
  return std::any_of(stays.begin(), stays.end(), [day](const Stay& one) { return one.holds_all(day); });
}

const Licence* Custody::licence() const {
  const auto found = std::find_if(licences.rbegin(), licences.rend(),
                                  [](const Licence& one) { return one.draft() || one.stands(); });
  return found == licences.rend() ? nullptr : &*found;
}

void apply_custody_state(CaseState& state, const Event& event) {
  apply_stay(state, event);
  apply_licence(state.custody, event, state.released);
  apply_supervision(state, event);
  apply_monitoring(state.custody, event);
  apply_notice(state.custody, event);
  if (is<accommodation::recorded>(event)) {
    state.custody.accommodation = act_of(event);
    state.custody.accommodation_kind = record::symbol<accommodation::recorded, "kind">(event);
  } else if (is<record::appointment::scheduled>(event)) {
    if (const auto id = event.entity(Symbol("appointment")))
      state.custody.arranged.emplace_back(*id, event.index);
  }
}

} // namespace probity::casework
